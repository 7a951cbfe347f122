"""Search without a server: what can be found, the words it is found by, and the files that a browser asks."""

from antenne.search.documents import documents
from antenne.search.files import search_files
from antenne.search.memo import SearchMemo
from antenne.search.opensearch import opensearch

__all__ = ["SearchMemo", "documents", "opensearch", "search_files"]

"""A document that says the same is not weighed again, and its file keeps its bytes; all other files come out alike."""

from __future__ import annotations

from antenne.search import SearchMemo, search_files
from antenne.search.document import Document
from tests.support.changed import replace
from tests.support.corpus import transcripts


def built(documents: list[Document], memo: SearchMemo) -> dict[str, bytes | None]:
    memo.documents.begin()
    files = dict(search_files(documents, "recherche", "fr", memo))
    memo.documents.commit()
    return files


def test_only_what_says_something_else_has_bytes_and_the_rest_is_as_without_a_memo() -> None:
    documents, memo = list(transcripts(8, vocabulary=500)), SearchMemo()
    assert built(documents, memo) == dict(search_files(documents, "recherche", "fr"))
    edited = [*documents[:3], replace(documents[3], title="Un autre titre"), *documents[5:]]
    again, clean = built(edited, memo), dict(search_files(edited, "recherche", "fr"))
    assert list(again) == list(clean)
    kept = {path for path, data in again.items() if data is None}
    assert kept == {path for path in built(documents, SearchMemo()) if "/d/" in path} & clean.keys()
    assert {path: data for path, data in again.items() if data is not None} == {
        path: data for path, data in clean.items() if path not in kept
    }


def test_what_was_kept_serves_the_next_process() -> None:
    documents, memo, other = list(transcripts(4, vocabulary=500)), SearchMemo(), SearchMemo()
    built(documents, memo)
    other.documents.load(dict(memo.documents.rows()))
    files = built(documents, other)
    assert sum(data is None for data in files.values()) == len(documents)

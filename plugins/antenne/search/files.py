"""The files of a search: each is named after its bytes, so that old and new ones can never be mixed up."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice

from msgspec.structs import asdict

from antenne.search.document import Document, Passage
from antenne.search.memo import Indexed, SearchMemo, said_in
from antenne.search.shards import Postings
from antenne.search.table import Table
from antenne.search.weights import weigh
from antenne.search.words import Words

GROUP = 256
"""How many documents' names stand in one file."""


def search_files(
    documents: Iterable[Document], folder: str, name: str, memo: SearchMemo | None = None
) -> Iterator[tuple[str, bytes | None]]:
    """Give the path and the bytes of every file of a search, under `folder`; the last is the one that leads to all.

    There are no bytes for a document that says what it said when the `memo` came to know it.

    It is called `name`, its digest, `.json`, and holds the table of words, the number of documents, the digests of the
    lists of documents (256 digests of texts each), and for each file of words the letters at which it begins with its
    digest.
    """
    table, memo = Table(), memo or SearchMemo()
    words, postings, digests = Words(table), Postings(), []
    for number, document in enumerate(documents):
        key, said, data = f"{folder} {document.path}", said_in(document), None
        known = memo.recall(key, said)
        if known is None:
            data = _text(document)
            known = memo.keep(key, Indexed.of(said, _digest(data), weigh(document, words)))
        postings.add(number, known.weights)
        digests.append(known.digest)
        yield f"{folder}/d/{digests[-1]}.json", data
    groups: list[str] = []
    for group in _grouped(digests):
        data = _json(group)
        groups.append(_digest(data))
        yield f"{folder}/g/{groups[-1]}.json", data
    shards: list[tuple[str, str]] = []
    for start, data in postings.shards():
        shards.append((start, _digest(data)))
        yield f"{folder}/w/{_digest(data)}.json", data
    data = _json({"table": asdict(table), "count": len(digests), "group": GROUP, "groups": groups, "shards": shards})
    yield f"{folder}/{name}.{_digest(data)}.json", data


def _text(document: Document) -> bytes:
    """Return what a result shows: kind, path, title, date, language, summary, and the passages."""
    return _json(
        {
            "k": document.kind,
            "u": document.path,
            "t": document.title,
            "s": document.subtitle,
            "d": document.date,
            "l": document.language,
            "m": document.summary,
            "p": [_passage(passage) for passage in document.passages],
        }
    )


def _passage(passage: Passage) -> list[object]:
    return [passage.text] if passage.start is None else [passage.text, int(passage.start)]


def _grouped(digests: list[str]) -> Iterator[list[str]]:
    rest = iter(digests)
    while group := list(islice(rest, GROUP)):
        yield group


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:12]

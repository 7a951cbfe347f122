from __future__ import annotations

import json
import re
from hashlib import sha256
from itertools import islice

import pytest

from antenne.model import LanguageTag
from antenne.search import search_files
from antenne.search.document import Document, Passage
from antenne.search.shards import COMMON, LARGEST, Postings
from antenne.search.weights import weigh
from antenne.search.words import Words
from tests.support.corpus import transcripts


def written(documents: list[Document]) -> dict[str, bytes]:
    return dict(search_files(documents, "recherche", "fr"))


def beginning(files: dict[str, bytes]) -> dict[str, list[list[str]]]:
    (last,) = [data for path, data in files.items() if path.count("/") == 1]
    read: dict[str, list[list[str]]] = json.loads(last)
    return read


def postings(text: str) -> dict[int, int]:
    """Read postings as the browser does: the weight of each document."""
    number, weights = -1, {}
    for step, letter in re.findall("([0-9a-z]*)([A-Z])", text.rpartition("!")[2]):
        number += int(step, 36) if step else 1
        weights[number] = ord(letter) - 64
    return weights


@pytest.fixture(scope="module")
def corpus() -> list[Document]:
    return list(transcripts(12, vocabulary=4_000))


def test_every_word_of_every_document_stands_in_the_file_that_its_letters_lead_to(corpus: list[Document]) -> None:
    files, words = written(corpus), Words()
    shards = [(start, json.loads(files[f"recherche/w/{digest}.json"])) for start, digest in beginning(files)["shards"]]
    assert len(shards) > 3
    for number, document in enumerate(corpus):
        for word, weight in weigh(document, words).items():
            _, holder = [shard for shard in shards if shard[0] <= word][-1]
            assert postings(holder[word])[number] == weight


def test_the_names_of_files_are_digests_of_their_bytes_down_to_each_text(corpus: list[Document]) -> None:
    files = written(corpus)
    for path, data in files.items():
        assert re.search(r"([0-9a-f]{12})\.json$", path)[1] == sha256(data).hexdigest()[:12]  # type: ignore[index]
    groups = [json.loads(files[f"recherche/g/{digest}.json"]) for digest in beginning(files)["groups"]]
    texts = [json.loads(files[f"recherche/d/{digest}.json"]) for group in groups for digest in group]
    assert [text["u"] for text in texts] == [document.path for document in corpus]


def test_the_same_documents_give_the_same_bytes_and_a_new_one_another_beginning(corpus: list[Document]) -> None:
    assert written(corpus) == written(list(corpus))
    more = [*corpus, Document(kind="note", path="notes/neuve/", title="Neuve", language=LanguageTag("fr"))]
    before, after = written(corpus), written(more)
    assert list(before)[-1] != list(after)[-1]
    assert {path for path in before if "/d/" in path} < {path for path in after if "/d/" in path}


def test_files_of_words_stay_small_and_common_words_are_cut_to_the_weightiest() -> None:
    found = Postings()
    for number in range(COMMON + 500):
        found.add(number, {"livre": 2 if number % 10 else 9, f"mot{number}": 5}.items())
    shards = list(found.shards())
    assert all(len(data) < LARGEST * 1.5 for _, data in shards)
    entry = next(json.loads(data)["livre"] for _, data in shards if b'"livre"' in data)
    assert entry.startswith(f"{COMMON + 500}!")
    kept = postings(entry)
    assert len(kept) == COMMON
    assert all(number in kept for number in range(0, COMMON + 500, 10))


def test_the_letters_that_lead_to_a_file_sort_as_in_a_browser() -> None:
    found = Postings()
    for number, word in enumerate(f"{letter}{n:05}" for letter in ("a", "\uff21", "\U00010428") for n in range(2000)):
        found.add(number, [(word, 1)])
    starts = [start.encode("utf-16-be") for start, _ in found.shards()]
    assert starts == sorted(starts)
    assert len(starts) > 3


def test_nothing_to_find_still_makes_a_beginning() -> None:
    files = written([])
    assert len(files) == 1
    assert beginning(files)["shards"] == []


def test_a_text_holds_its_passages_and_the_seconds_at_which_they_are_heard() -> None:
    heard = Document(
        kind="episode",
        path="episodes/un/",
        title="Un",
        language=LanguageTag("fr"),
        passages=(Passage("Chapitre", 12.7), Passage("Lu", None)),
    )
    (text,) = [json.loads(data) for path, data in written([heard]).items() if "/d/" in path]
    assert text["p"] == [["Chapitre", 12], ["Lu"]]


def test_the_corpus_is_as_long_as_real_transcripts() -> None:
    for document in islice(transcripts(2, vocabulary=1_000), 2):
        assert sum(len(passage.text.split()) for passage in document.passages) == 4_500

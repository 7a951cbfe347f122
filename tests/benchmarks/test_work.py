"""Equal work: the same pages and items, and bytes that differ by little."""

from __future__ import annotations

from pathlib import Path

from benchmarks.measure.work import Work, count_work, differences
from tests.support.changed import replace

WORK = Work(pages={"episodes": 100, "notes": 20, "books": 10, "index": 12}, items=100, files=147, bytes=1_000_000)


def test_pages_are_counted_by_kind_and_items_once_however_many_feeds_hold_them(tmp_path: Path) -> None:
    item = "<item><title>T</title><link>https://example.org/{}/</link></item>"
    files = {
        "index.html": "1",
        "page/2/index.html": "2",
        "episodes/one/index.html": "3",
        "episodes/one/chapters.json": "{}",
        "notes/2013/two/index.html": "4",
        "books/index.html": "5",
        "books/three/index.html": "6",
        "feeds/show.xml": item.format("b"),
        "feeds/archives/show/1.xml": item.format("a") + item.format("b"),
        "audio/one.mp3": "sound" * 1000,
        "images/one.webp": "picture" * 1000,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    work = count_work(tmp_path)
    assert work.pages == {"episodes": 1, "notes": 1, "books": 1, "index": 2}
    assert (work.items, work.files) == (2, 9)
    assert work.bytes == sum(len(text) for name, text in files.items() if not name.startswith(("audio", "images")))


def test_equal_work_is_not_remarked_on() -> None:
    assert not list(differences("one", WORK, "two", WORK))
    almost = replace(WORK, pages={**WORK.pages, "index": 13}, bytes=1_040_000)
    assert not list(differences("one", almost, "two", WORK))


def test_each_thing_that_is_not_the_same_is_told() -> None:
    other = Work(pages={**WORK.pages, "notes": 19}, items=99, files=1, bytes=1_100_000)
    assert list(differences("one", other, "two", WORK)) == [
        "one made 19 pages of the kind “notes”, two 20.",
        "The feeds of one hold 99 items, those of two 100.",
        "one wrote 1100000 bytes, two 1000000: that is 1.10 times.",
    ]

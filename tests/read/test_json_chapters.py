from __future__ import annotations

import json

import pytest

from antenne.model import Chapter
from antenne.read.json_chapters import parse_json_chapters
from antenne.read.marks import BadChapters, Mark


def chapters(*items: object) -> str:
    """Return the JSON of some chapters."""
    return json.dumps({"version": "1.2.0", "chapters": items})


def test_all_that_the_format_has_is_read_and_the_rest_left() -> None:
    whole = {
        "startTime": 1.5,
        "endTime": 3,
        "title": "Un",
        "url": "https://a.example/",
        "img": "https://a.example/i.jpg",
        "toc": False,
        "location": {"name": "Paris"},
    }
    assert parse_json_chapters(chapters(whole, {"startTime": 4})) == (
        Mark(Chapter(start=1.5, end=3, title="Un", url="https://a.example/", img="https://a.example/i.jpg", toc=False)),
        Mark(Chapter(start=4.0)),
    )


@pytest.mark.parametrize(
    "source",
    [
        "",
        "[]",
        "null",
        '{"chapters": {}}',
        "[" * 100_000,
        '{"chapters": [{"startTime": Infinity}]}',
        chapters("x"),
        chapters({}),
        chapters({"startTime": True}),
        chapters({"startTime": -1}),
        chapters({"startTime": "0"}),
        chapters({"startTime": 1e300}),
        chapters({"startTime": 0, "url": "javascript:alert(1)"}),
        chapters({"startTime": 0, "img": "data:image/png;base64,x"}),
        chapters(*[{"startTime": 0}] * 1001),
    ],
)
def test_what_is_not_the_format_is_refused(source: str) -> None:
    with pytest.raises(BadChapters):
        parse_json_chapters(source)


def test_a_slip_in_json_is_told_with_its_line() -> None:
    with pytest.raises(BadChapters) as caught:
        parse_json_chapters('{\n"chapters": [,]\n}')
    assert caught.value.line == 2

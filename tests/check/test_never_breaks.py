"""Whatever bytes come, a check answers with problems and never with a fault of its own."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from antenne.check import check_feed
from antenne.check.chapters import seconds_of
from antenne.check.feed_items import ALLOWED_HTML, PLAIN_HTML
from antenne.check.magic import file_kind, picture_facts
from antenne.check.mpeg import read_mpeg
from antenne.check.transcripts import TYPES, Unreadable, captions
from tests.check import sites
from tests.check.sites import GOLDEN

FEED = (GOLDEN / "feed.xml").read_text(encoding="utf-8")
NASTY = (
    "http://[x",
    "https://a.example:99999999/",
    "9" * 5000,
    "-1",
    "1 Jan 99999999999 00:00:00 +0000",
    "Mon, 99 Foo 2013 99:99:99 +9999",
    "0000-00-00T00:00:00",
    "<?xml version='1.0' encoding='x'?>",
    "<!---->",
    "&#x1F600;",
    "nan",
    "\u2028",
    "٣",
    "",
)
VALUES = st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20))


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 200), VALUES)
def test_any_value_in_any_place_of_a_feed(place: int, value: str) -> None:
    parts = FEED.split('="') if place % 2 else FEED.split("</")
    at = 1 + place // 2 % (len(parts) - 1)
    if place % 2:
        parts[at] = escaped(value) + parts[at][parts[at].index('"') :]
        data = '="'.join(parts)
    else:
        parts[at - 1] = parts[at - 1][: parts[at - 1].rindex(">") + 1] + escaped(value)
        data = "</".join(parts)
    for problem in check_feed(data.encode(), "feed.xml"):
        assert problem.message
        assert problem.hint


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(FEED)), st.integers(0, 3000), st.binary(max_size=20))
def test_any_cut_of_a_feed(start: int, length: int, middle: bytes) -> None:
    data = FEED.encode()
    check_feed(data[:start] + middle + data[start + length :], "feed.xml")


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from((b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"ID3\4\0\0\0\0\0\1", b"\xff\xfb\x90\x64")),
)
def test_any_bytes_of_a_file(tmp_path_factory: pytest.TempPathFactory, tail: bytes, head: bytes) -> None:
    path = Path(tmp_path_factory.getbasetemp()) / "any"
    path.write_bytes(head + tail)
    picture_facts(path)
    with path.open("rb") as file:
        assert file_kind(file) in ("", "mp3", "mp4", "ogg", "flac", "pdf")
        read_mpeg(file, path.stat().st_size)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            (
                "<p>",
                "</p>",
                "<br>",
                "<a href='x>y'>",
                "<",
                ">",
                "b",
                "<em class=a>",
                "</li",
                "<!--",
                "é",
                " ",
                "<i<b>",
                "<P>",
                "/",
                "&lt;",
                "<ul\n>",
            )
        ),
        max_size=8,
    ).map("".join)
)
def test_what_is_seen_to_be_allowed_without_a_parser_is_allowed_with_one(notes: str) -> None:
    root = html.fragment_fromstring(notes, create_parent="div")
    tags = {str(node.tag) for node in root.iterdescendants() if isinstance(node.tag, str)}
    if PLAIN_HTML.fullmatch(notes):
        assert tags <= ALLOWED_HTML


JSONS = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=3) | st.just(10**400),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("version", "chapters", "segments", "startTime", "endTime", "body")), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(JSONS | st.binary(max_size=60), st.sampled_from(TYPES))
def test_any_transcript(value: object, media_type: str) -> None:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    for made in (data, b"WEBVTT\n\n" + data, b"00:00:00.000 --> 00:00:01.000\n" + data):
        with contextlib.suppress(Unreadable):
            assert all(isinstance(caption.start, float) for caption in captions(made, media_type))


@settings(max_examples=60, deadline=None)
@given(JSONS)
def test_any_chapters(golden_built: Path, value: object) -> None:
    file = golden_built / sites.CHAPTERS
    good = file.read_bytes()
    file.write_text(json.dumps({"version": "1.2.0", "chapters": value}))
    try:
        assert {p.code for p in sites.found(golden_built)} <= {"chapters-unreadable", "chapters-order"}
    finally:
        file.write_bytes(good)


@given(st.floats(0, 300_000).map(lambda seconds: round(seconds, 3)))
def test_a_time_that_is_written_is_read(seconds: float) -> None:
    minutes, rest = divmod(seconds, 60)
    written = f"{int(minutes) // 60}:{int(minutes) % 60:02d}:{rest:06.3f}"
    read = seconds_of(written)
    assert read is not None
    assert abs(read - seconds) < 0.01

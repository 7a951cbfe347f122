"""Chapters in three forms: the JSON file of Podcasting 2.0, Podlove Simple Chapters, and lines of a description."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from urllib.parse import urljoin

from lxml import etree
from msgspec.structs import replace

from antenne.feeds.clock import clock, clock_millis
from antenne.feeds.press import Press
from antenne.feeds.xml import element, xml_text
from antenne.model import Chapter, Episode
from antenne.routes import Routes

JSON_CHAPTERS_VERSION = "1.2.0"
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
_FEWEST = 3
"""Apple and Spotify read chapters from a description only when there are at least three."""


def with_pictures(episode: Episode, press: Press) -> Episode:
    """Return an episode whose chapters name their own pictures by their addresses, in the shape that players show."""
    other = press.other
    if other is None or not any(chapter.image for chapter in episode.chapters):
        return episode
    chapters = (
        replace(chapter, img=press.routes.address(other(chapter.image, "small"))) if chapter.image else chapter
        for chapter in episode.chapters
    )
    return replace(episode, chapters=tuple(chapters))


def json_chapters(episode: Episode, routes: Routes) -> bytes:
    """Return an episode's chapters as a JSON file (Podcasting 2.0, JSON chapters 1.2.0), in UTF-8."""
    page = routes.address(episode)
    chapters = [_json_chapter(chapter, page) for chapter in in_order(episode.chapters)]
    document = {"version": JSON_CHAPTERS_VERSION, "title": xml_text(episode.title), "chapters": chapters}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def simple_chapters(episode: Episode) -> Iterator[etree._Element]:
    """Give the psc:chapters of an item: one element, or none where no chapter has a title."""
    named = _named(episode.chapters)
    if named:
        marks = [
            element("psc:chapter", start=clock_millis(c.start), title=c.title, href=c.url, image=c.img) for c in named
        ]
        yield element("psc:chapters", "", *marks, version="1.2")


def chapter_lines(chapters: Sequence[Chapter]) -> tuple[str, ...]:
    """Return lines such as `00:00 Title`, in the form from which Apple and Spotify make chapters.

    The first is at 00:00, times ascend, and there are at least three; chapters that cannot be put so give no lines.
    """
    by_second = {int(chapter.start): chapter for chapter in reversed(_named(chapters))}
    seconds = sorted(by_second)
    if len(seconds) < _FEWEST or seconds[0] != 0:
        return ()
    hours = seconds[-1] >= 3600
    return tuple(f"{clock(second, hours)} {_one_line(by_second[second].title)}" for second in seconds)


def in_order(chapters: Sequence[Chapter]) -> list[Chapter]:
    """Return chapters by their start."""
    return sorted(chapters, key=lambda chapter: chapter.start)


def _one_line(text: str) -> str:
    """Return a text on one line, the spaces of French typography kept."""
    return _BLANKS.sub(" ", xml_text(text)).strip()


def _named(chapters: Sequence[Chapter]) -> list[Chapter]:
    return [chapter for chapter in in_order(chapters) if chapter.toc and xml_text(chapter.title)]


def _json_chapter(chapter: Chapter, page: str) -> dict[str, object]:
    """Return one chapter's object; an address that is not complete is completed from the episode's page."""
    made: dict[str, object] = {"startTime": _number(chapter.start)}
    if chapter.title:
        made["title"] = xml_text(chapter.title)
    if chapter.img:
        made["img"] = urljoin(page, xml_text(chapter.img))
    if chapter.url:
        made["url"] = urljoin(page, xml_text(chapter.url))
    if not chapter.toc:
        made["toc"] = False
    if chapter.end is not None:
        made["endTime"] = _number(chapter.end)
    return made


def _number(seconds: float) -> int | float:
    rounded = round(seconds, 3)
    return int(rounded) if rounded == int(rounded) else rounded

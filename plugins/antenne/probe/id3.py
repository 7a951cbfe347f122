"""ID3v2.3 and 2.4: text frames, pictures, and chapters with their table of contents (CHAP and CTOC)."""

# mypy: disallow-untyped-calls=False
from __future__ import annotations

from typing import Any

from antenne.probe.found import MAX_CHAPTERS, Found, FoundChapter, choose_picture, first_text, in_order

_UNKNOWN_TIME = 0xFFFFFFFF


def read_id3(tags: Any) -> Found:
    """Return what ID3 tags say; mutagen has made version 2.4 of their frames (TYER and TDAT are TDRC)."""
    return Found(
        title=_text(tags, "TIT2"),
        artist=_text(tags, "TPE1") or _text(tags, "TPE2"),
        album=_text(tags, "TALB"),
        date=_text(tags, "TDRL") or _text(tags, "TDRC") or _text(tags, "TDOR"),
        description=_description(tags),
        language=_text(tags, "TLAN").split(",")[0],
        chapters=_chapters(tags),
        picture=choose_picture((int(frame.type), frame.data) for frame in tags.getall("APIC")),
    )


def _text(tags: Any, name: str) -> str:
    return first_text(*(list(frame.text) for frame in tags.getall(name)))


def _description(tags: Any) -> str:
    """Podcast tools write TDES, others a comment; a player's own remarks (iTunNORM…) are no description."""
    users = {frame.desc.lower(): list(frame.text) for frame in tags.getall("TXXX")}
    comments = [
        list(frame.text) for frame in tags.getall("COMM") if not frame.desc.lower().startswith(("itun", "id3v1"))
    ]
    described = (users.get(name) for name in ("description", "comment", "synopsis"))
    return first_text(_text(tags, "TDES"), *comments, *described, _text(tags, "TIT3"))


def _chapters(tags: Any) -> tuple[FoundChapter, ...]:
    frames = {frame.element_id: frame for frame in tags.getall("CHAP")[:MAX_CHAPTERS]}
    listed = _contents(tags)
    order = [name for name in listed if name in frames]
    # Without a table of contents every chapter is shown; with one, a chapter that it leaves out is hidden.
    rest = [name for name in frames if name not in listed]
    found = [(frames[name], True) for name in order] + [(frames[name], not order) for name in rest]
    return in_order(_chapter(frame, toc) for frame, toc in found if frame.start_time != _UNKNOWN_TIME)


def _contents(tags: Any) -> dict[str, None]:
    """Return the elements that the tables of contents list, in their order, a table inside another unfolded."""
    tables = {frame.element_id: frame for frame in tags.getall("CTOC")[:MAX_CHAPTERS]}
    tops = [name for name, frame in tables.items() if int(frame.flags) & 2] or list(tables)
    waiting, seen = tops[::-1], set(tops)
    listed: dict[str, None] = {}
    while waiting:
        name = waiting.pop()
        if name not in tables:
            listed[name] = None
            continue
        children = [child for child in tables[name].child_element_ids if child not in seen]
        seen.update(children)
        waiting += children[::-1]
    return listed


def _chapter(frame: Any, toc: bool) -> FoundChapter:
    inner = frame.sub_frames
    titles = [list(inner[key].text) for key in inner if key == "TIT2"]
    links = [link.url for link in inner.getall("WXXX") + inner.getall("WOAF") + inner.getall("WOAS")]
    return FoundChapter(
        start=frame.start_time / 1000,
        end=None if frame.end_time in (_UNKNOWN_TIME, 0) else frame.end_time / 1000,
        title=first_text(*titles)[:1000],
        url=first_text(*links)[:2000],
        toc=toc,
    )

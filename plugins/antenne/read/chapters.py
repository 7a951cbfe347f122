"""Chapters of an episode: from front matter, a file beside it, the recording's tags, or a list of times in its notes.

The first that has any is taken, from the most meant to the most guessed: front matter is written for this site, a file
for this recording, tags came with the recording from elsewhere, and a list in the notes may be about anything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from antenne.fields import Document, ListNode, address, key, load_text, seconds, text
from antenne.model import Chapter, Recording
from antenne.problems import Where, rules
from antenne.read.desk import Desk
from antenne.read.json_chapters import parse_json_chapters
from antenne.read.marks import BadChapters, Mark
from antenne.read.opened import Opened
from antenne.read.plain_chapters import parse_plain_chapters, parse_vtt_chapters
from antenne.read.xml_chapters import parse_xml_chapters
from antenne.text import timed_lines

_PARSERS: dict[str, Callable[[str], tuple[Mark, ...]]] = {
    ".json": parse_json_chapters,
    ".vtt": parse_vtt_chapters,
    ".psc": parse_xml_chapters,
    ".xml": parse_xml_chapters,
    ".txt": parse_plain_chapters,
}
_HINTS = {
    ".json": 'Such a file is JSON: `{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "…"}]}`.',
    ".vtt": "A chapter is a line 00:00:00.000 --> 00:04:30.000, then its title, then an empty line.",
    ".psc": 'A chapter is written `<psc:chapter start="00:04:30" title="…"/>`, all within `<psc:chapters>`.',
    ".xml": 'A chapter is written `<psc:chapter start="00:04:30" title="…"/>`, all within `<psc:chapters>`.',
    ".txt": "Write each chapter on a line of its own: 04:30 and its title, or the labels as Audacity exports them.",
}
_LEEWAY = 1.0
"""How much later than the recording, in seconds, a chapter may end: programs round differently."""
_OVERLAP = 0.1

Placed = tuple[tuple[Chapter, Where], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterKeys:
    """One chapter in front matter."""

    start: float = key(seconds, doc="When it begins, such as `12:30` or `1:02:30`.")
    title: str = key(text(), "")
    url: str = key(address, "", doc="A link about it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturedChapterKeys(ChapterKeys):
    """One chapter of a recording in front matter: a film needs no pictures."""

    image: str = key(text(), "", doc="A picture of it, in the folder of the recording, such as `carnet.jpg`.")


def read_chapters(
    given: str | tuple[PicturedChapterKeys, ...], recording: Recording, at: Opened
) -> tuple[Chapter, ...]:
    """Return an episode's chapters from the first place that has any; what is wrong with their times is told."""
    placed, own = _placed(given, recording, at)
    _judge_starts(placed, recording.file.duration, at.desk)
    if own:
        _judge_ends(placed, recording.file.duration, at.desk)
    return tuple(_typeset(chapter, at) for chapter, _ in placed)


def _typeset(chapter: Chapter, at: Opened) -> Chapter:
    title = at.words(chapter.title)
    return chapter if title == chapter.title else replace(chapter, title=title)


def _placed(given: str | tuple[PicturedChapterKeys, ...], recording: Recording, at: Opened) -> tuple[Placed, bool]:
    """Return the chapters with their places, and whether the author wrote them: tags hold what programs put there."""
    if isinstance(given, tuple):
        chapters = (_chapter(one, at) for one in given)
        return tuple(zip(chapters, _item_places(at.document), strict=False)), True
    path = at.file("chapters", given) if given else _found_file(at)
    if path or given:
        return _of_file(path, at.desk) if path else (), True
    if recording.tags.chapters:
        where = at.desk.where(recording.file.source)
        return tuple((chapter, where) for chapter in recording.tags.chapters), False
    return _of_notes(at), True


def _chapter(keys: PicturedChapterKeys, at: Opened) -> Chapter:
    image = at.picture("chapters", keys.image, "") if keys.image else None
    return Chapter(start=keys.start, title=keys.title, url=keys.url, image=image)


def _found_file(at: Opened) -> Path | None:
    return at.bundle.named("chapters", _PARSERS) or at.bundle.named("labels", (".txt",))


def _of_file(path: Path, desk: Desk) -> Placed:
    where = desk.where(path)
    parse = _PARSERS.get(path.suffix.lower())
    if parse is None:
        message = f"Chapters are not read from files that end in {path.suffix or 'nothing'}."
        desk.tell(rules.UNREADABLE_CHAPTERS, where, message, f"Give it as one of {' '.join(_PARSERS)}.")
        return ()
    source = load_text(path, where, desk.problems)
    try:
        marks = parse(source) if source is not None else ()
    except BadChapters as error:
        desk.tell(rules.UNREADABLE_CHAPTERS, replace(where, line=error.line), str(error), _HINTS[path.suffix.lower()])
        return ()
    return tuple((mark.chapter, replace(where, line=mark.line)) for mark in marks)


def _of_notes(at: Opened) -> Placed:
    if at.document is None:
        return ()
    where, first = at.document.where, at.document.body_line
    return tuple(
        (Chapter(start=line.start, title=_bare(line.title, at)), replace(where, line=first + line.number))
        for line in timed_lines(at.document.body)
    )


def _bare(title: str, at: Opened) -> str:
    """Return a title of the notes without Markdown's signs."""
    return " ".join(at.desk.body(title, at.language).plain.split("\n"))


def _item_places(document: Document | None) -> Sequence[Where]:
    """Return the lines of the chapters in front matter."""
    entries = document.keys.entries if document else ()
    nodes = [entry.value for entry in entries if entry.key == "chapters"]
    return tuple(item.where for node in nodes[:1] if isinstance(node, ListNode) for item in node.items)


def _judge_starts(placed: Placed, duration: float, desk: Desk) -> None:
    before = -1.0
    for chapter, where in placed:
        if chapter.start >= duration:
            message = f"{_name(chapter)} begins at {clock(chapter.start)}, and the recording ends at {clock(duration)}."
            desk.tell(rules.UNTIMED_CHAPTERS, where, message, "Correct its time, or take it away.")
        elif chapter.start <= before:
            message = (
                f"{_name(chapter)} begins at {clock(chapter.start)}, not after the one before it ({clock(before)})."
            )
            desk.tell(rules.UNTIMED_CHAPTERS, where, message, "Put the chapters in order of time, each with its own.")
        before = max(before, chapter.start)


def _judge_ends(placed: Placed, duration: float, desk: Desk) -> None:
    following = [chapter.start for chapter, _ in placed[1:]] + [float("inf")]
    for (chapter, where), after in zip(placed, following, strict=False):
        if chapter.end is None:
            continue
        if chapter.end < chapter.start:
            message = f"{_name(chapter)} ends at {clock(chapter.end)}, before it begins ({clock(chapter.start)})."
            desk.tell(rules.UNTIMED_CHAPTERS, where, message, "Correct its end, or leave it out.")
        elif chapter.end > duration + _LEEWAY:
            message = f"{_name(chapter)} ends at {clock(chapter.end)}, and the recording at {clock(duration)}."
            desk.tell(rules.UNTIMED_CHAPTERS, where, message, "Correct its end, or leave it out.")
        elif chapter.start < after < chapter.end - _OVERLAP:
            message = f"{_name(chapter)} ends at {clock(chapter.end)}, after the next has begun ({clock(after)})."
            desk.tell(rules.OVERLAPPING_CHAPTERS, where, message, "Let each end where the next begins, or earlier.")


def _name(chapter: Chapter) -> str:
    return f"The chapter “{chapter.title}”" if chapter.title else "A chapter"


def clock(seconds_: float) -> str:
    """Return a time as a problem tells it: `12:30`, `1:02:30`."""
    whole = int(seconds_)
    hours = f"{whole // 3600}:" if whole >= 3600 else ""
    return f"{hours}{whole // 60 % 60:02d}:{whole % 60:02d}"

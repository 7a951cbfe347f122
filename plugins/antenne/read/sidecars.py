"""Chapters and transcript of an episode, from front matter, from a file beside it, or from the recording's tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from antenne.fields import Document, ListNode, address, key, load_text, seconds, text
from antenne.model import Chapter, Recording, Transcript
from antenne.problems import Where, rules
from antenne.read.desk import Desk
from antenne.read.folders import Bundle
from antenne.read.json_chapters import BadChapters, parse_json_chapters
from antenne.read.opened import Opened
from antenne.read.transcripts import BadTranscript, parse_transcript

_TRANSCRIPTS = (".vtt", ".srt")
_MOST_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterKeys:
    """One chapter in front matter."""

    start: float = key(seconds, doc="When it begins, such as `12:30` or `1:02:30`.")
    title: str = key(text(), "")
    url: str = key(address, "", doc="A link about it.")


def read_chapters(given: str | tuple[ChapterKeys, ...], recording: Recording, at: Opened) -> tuple[Chapter, ...]:
    """Return an episode's chapters: front matter's, else the file's, else the tags'; out of order they are told."""
    if isinstance(given, tuple):
        chapters = tuple(Chapter(start=one.start, title=one.title, url=one.url) for one in given)
        places = _item_places(at.document)
    else:
        path = at.file("chapters", given) if given else at.bundle.named("chapters", (".json",))
        chapters = _chapters_of_file(path, at.desk) if path else recording.tags.chapters
        places = [at.desk.where(path or recording.file.source)] * len(chapters)
    _judge_times(chapters, places, recording.file.duration, at.desk)
    return tuple(replace(chapter, title=at.words(chapter.title)) for chapter in chapters)


def read_transcript(name: str, audio: Path, at: Opened) -> Transcript | None:
    """Return an episode's transcript: the file that is named, or called `transcript` or like the recording."""
    path = at.file("transcript", name) if name else _found_transcript(at.bundle, audio)
    if path is None:
        return None
    where = at.desk.where(path)
    source = load_text(path, where, at.desk.problems, _MOST_BYTES)
    if source is None:
        return None
    try:
        return Transcript(cues=parse_transcript(source), language=at.language)
    except BadTranscript as error:
        hint = "A caption is a line 00:00:01.000 --> 00:00:04.000, then its words, then an empty line."
        at.desk.tell(rules.UNREADABLE_TRANSCRIPT, replace(where, line=error.line), str(error), hint)
        return None


def _found_transcript(bundle: Bundle, audio: Path) -> Path | None:
    return bundle.named("transcript", _TRANSCRIPTS) or bundle.named(audio.stem.lower(), _TRANSCRIPTS)


def _chapters_of_file(path: Path, desk: Desk) -> tuple[Chapter, ...]:
    where = desk.where(path)
    source = load_text(path, where, desk.problems)
    if source is None:
        return ()
    try:
        return parse_json_chapters(source)
    except BadChapters as error:
        hint = 'Such a file is JSON: `{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "…"}]}`.'
        desk.tell(rules.UNREADABLE_CHAPTERS, replace(where, line=error.line), str(error), hint)
        return ()


def _item_places(document: Document | None) -> Sequence[Where]:
    """Return the lines of the chapters in front matter."""
    entries = document.keys.entries if document else ()
    nodes = [entry.value for entry in entries if entry.key == "chapters"]
    return tuple(item.where for node in nodes[:1] if isinstance(node, ListNode) for item in node.items)


def _judge_times(chapters: Sequence[Chapter], places: Sequence[Where], duration: float, desk: Desk) -> None:
    before = -1.0
    for chapter, where in zip(chapters, places, strict=False):
        name = f"The chapter “{chapter.title}”" if chapter.title else "A chapter"
        if chapter.start >= duration:
            message = f"{name} begins at {_clock(chapter.start)}, and the recording ends at {_clock(duration)}."
            desk.tell(rules.UNTIMED_CHAPTERS, where, message, "Correct its time, or take it away.")
        elif chapter.start <= before:
            message = f"{name} begins at {_clock(chapter.start)}, not after the one before it ({_clock(before)})."
            desk.tell(rules.UNTIMED_CHAPTERS, where, message, "Put the chapters in order of time, each with its own.")
        before = max(before, chapter.start)


def _clock(seconds_: float) -> str:
    whole = int(seconds_)
    hours = f"{whole // 3600}:" if whole >= 3600 else ""
    return f"{hours}{whole // 60 % 60:02d}:{whole % 60:02d}"

"""Transcripts as plain text: paragraphs `Name : words`, with the time before them, `[00:12]`, or without."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from antenne.model import Cue, Turn
from antenne.read.script import LONGEST_TURN, MOST_LINES, BadTranscript, Said, Script, script_of
from antenne.text import clean_plain, read_spoken, read_time


class _Paragraph(Struct, frozen=True):
    line: int
    start: float | None
    speaker: str
    words: str


def parse_plain_transcript(source: str, duration: float) -> Script:
    """Return what a plain text says: captions where its paragraphs have times, else turns; raise BadTranscript.

    A caption lasts until the next begins, the last until the end of the recording after `duration` seconds. A
    paragraph with neither time nor name goes on with the one before it.
    """
    found = [_paragraph(line, text) for line, text in _texts(source)]
    if len(found) > MOST_LINES:
        raise BadTranscript(f"The file holds more than {MOST_LINES} paragraphs.")
    if any(one.start is not None for one in found):
        return _timed(found, duration)
    turns = tuple(Turn(text=one.words, speaker=one.speaker) for one in found if one.words)
    if not turns:
        raise BadTranscript("The file holds no words.")
    return Script(turns=turns)


def _texts(source: str) -> Iterator[tuple[int, str]]:
    """Give paragraphs with the numbers of their lines: between empty lines or, where there are none, each a line.

    A line that begins with a time begins a paragraph as well.
    """
    lines = source.strip().split("\n")
    first = source[: len(source) - len(source.lstrip())].count("\n") + 1
    has_empty = any(not line.strip() for line in lines)
    begun, text = first, ""
    for number, line in enumerate(lines, first):
        if text and (not has_empty or not line.strip() or read_time(line.strip())[0] is not None):
            yield begun, text
            text = ""
        begun = begun if text else number
        text = f"{text} {line.strip()}".strip()
    if text:
        yield begun, text


def _paragraph(line: int, text: str) -> _Paragraph:
    start, rest = read_time(clean_plain(text, limit=LONGEST_TURN))
    return _Paragraph(line, start, *read_spoken(rest))


def _timed(found: list[_Paragraph], duration: float) -> Script:
    starts = sorted({one.start for one in found if one.start is not None})
    ends = {start: _end(start, after, duration) for start, after in zip(starts, [*starts[1:], duration], strict=True)}
    said: list[Said] = []
    for one in found:
        if one.start is None and said and not one.speaker:
            last = said[-1]
            said[-1] = replace(last, cue=replace(last.cue, text=f"{last.cue.text} {one.words}".strip()))
            continue
        if one.start is None:
            raise BadTranscript("This paragraph has no time before it, and others have.", one.line)
        cue = Cue(start=one.start, end=ends[one.start], text=one.words, speaker=one.speaker)
        said.append(Said(cue, one.line))
    return script_of(said)


def _end(start: float, after: float, duration: float) -> float:
    """Return when a caption ends: with the recording at the latest, unless it begins after that."""
    return max(start, min(after, duration)) if start < duration else max(start, after)

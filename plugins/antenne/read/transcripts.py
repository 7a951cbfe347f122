"""Transcripts as a file: WebVTT, by W3C's rules for what a cue is, and SRT, by use."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from antenne.model import Cue
from antenne.text import clean_plain

MOST_CUES = 50_000
_CUE_CHARACTERS = 2000

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_NOT_CUES = re.compile(r"(WEBVTT|NOTE|STYLE|REGION)(\s|$)")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,200})>")
_TAG = re.compile(r"</?[a-zA-Z0-9:.][^<>]{0,200}>|<>")
_SUBSTATION = re.compile(r"\{\\[a-z][^{}]{0,40}\}")


class BadTranscript(ValueError):
    """A transcript that cannot be taken: a sentence, and the line where it is known."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def parse_transcript(source: str) -> tuple[Cue, ...]:
    """Return the cues of a WebVTT or SRT text in order of time, cleaned; raise BadTranscript.

    Where several voices speak in one cue, each has a cue of its own with the same times.
    """
    cues = [cue for line, block in _blocks(source) for cue in _cues(block, line)]
    if not cues:
        raise BadTranscript("The file holds no caption with its time.")
    if len(cues) > MOST_CUES:
        raise BadTranscript(f"The file holds more than {MOST_CUES} captions.")
    return tuple(sorted(cues, key=lambda cue: cue.start))


def _blocks(source: str) -> Iterator[tuple[int, list[str]]]:
    """Give the groups of lines between empty ones, each with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate([*source.split("\n"), ""], 1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _cues(block: list[str], first: int) -> Iterator[Cue]:
    """Give the cues of one block; a block without a time is a heading or a comment."""
    if _NOT_CUES.match(block[0]):
        return
    at = next((number for number, line in enumerate(block[:2]) if "-->" in line), None)
    if at is None:
        return
    match = _TIMING.fullmatch(block[at][:300])
    if match is None:
        raise BadTranscript("The times of this caption cannot be read.", first + at)
    start, end = _seconds(match.groups()[:4]), _seconds(match.groups()[4:])
    for speaker, words in _voices("\n".join(block[at + 1 :])):
        yield Cue(start=start, end=max(start, end), text=words, speaker=speaker)


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return round(int(hours) * 3600 + int(minutes) * 60 + int(seconds) + int(fraction.ljust(3, "0")) / 1000, 3)


def _voices(payload: str) -> Iterator[tuple[str, str]]:
    """Give the speakers and words of a caption: what stands before the first voice has no speaker."""
    parts = _VOICE.split(payload)
    for speaker, words in zip(["", *parts[1::2]], parts[0::2], strict=True):
        bare = _plain(words)
        if bare:
            yield _plain(speaker), bare


def _plain(text: str) -> str:
    """Take tags out before entities are read, so that an escaped `<` stays a character."""
    bare = _SUBSTATION.sub("", _TAG.sub("", text))
    return clean_plain(html.unescape(bare), limit=_CUE_CHARACTERS)

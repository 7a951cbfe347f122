"""Transcripts as a file of captions: WebVTT, by W3C's rules for what a cue is, and SRT, by use."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from antenne.model import Cue
from antenne.read.script import LONGEST_CUE, BadTranscript, Said, Script, script_of
from antenne.text import clean_plain, read_spoken

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_NOT_CUES = re.compile(r"(WEBVTT|NOTE|STYLE|REGION)(\s|$)")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,200})>")
_TAG = re.compile(r"</?[a-zA-Z0-9:.][^<>]{0,200}>|<>")
_SUBSTATION = re.compile(r"\{\\[a-z][^{}]{0,40}\}")


class Caption(Struct, frozen=True):
    """A cue as it stands: the line of its times, these in seconds, and its payload with its tags."""

    line: int
    start: float
    end: float
    payload: str

    @property
    def words(self) -> str:
        """The payload as plain words on one line."""
        return _plain(self.payload)


def captions_in(source: str) -> Iterator[Caption]:
    """Give the cues of a WebVTT or SRT text in the file's order; raise BadTranscript at times that cannot be read."""
    for line, block in _blocks(source):
        yield from _captions(block, line)


def parse_vtt(source: str) -> Script:
    """Return what a WebVTT text says, cleaned; raise BadTranscript.

    Where several voices speak in one cue, each has a cue of its own with the same times.
    """
    return script_of([said for caption in captions_in(source) for said in _voices(caption)])


def parse_srt(source: str) -> Script:
    """Return what an SRT text says, cleaned; raise BadTranscript.

    Names stand before the words, `Anne: Bonjour.`, where the voice changes (Podcasting 2.0, transcripts). They are
    taken for names only when the first caption has one: else a colon is a colon.
    """
    script = parse_vtt(source)
    if any(one.cue.speaker for one in script.said):
        return script
    has_names = bool(read_spoken(script.said[0].cue.text)[0])
    return replace(script, said=tuple(_named(one, has_names) for one in script.said))


def _named(said: Said, has_names: bool) -> Said:
    speaker, words = read_spoken(said.cue.text)
    return said if speaker and not has_names else replace(said, cue=replace(said.cue, speaker=speaker, text=words))


def _blocks(source: str) -> Iterator[tuple[int, list[str]]]:
    """Give the groups of lines between empty ones, each with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate([*source.split("\n"), ""], 1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _captions(block: list[str], first: int) -> Iterator[Caption]:
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
    yield Caption(first + at, start, end, "\n".join(block[at + 1 :]))


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return round(int(hours) * 3600 + int(minutes) * 60 + int(seconds) + int(fraction.ljust(3, "0")) / 1000, 3)


def _voices(caption: Caption) -> Iterator[Said]:
    """Give what each voice says in a caption; what stands before the first voice has no speaker."""
    parts = _VOICE.split(caption.payload)
    spoken = [(_plain(name), _plain(words)) for name, words in zip(["", *parts[1::2]], parts[0::2], strict=True)]
    for speaker, words in [one for one in spoken if one[1]] or [("", "")]:
        yield Said(Cue(start=caption.start, end=caption.end, text=words, speaker=speaker), caption.line)


def _plain(text: str) -> str:
    """Take tags out before entities are read, so that an escaped `<` stays a character."""
    bare = _SUBSTATION.sub("", _TAG.sub("", text))
    return clean_plain(html.unescape(bare), limit=LONGEST_CUE)

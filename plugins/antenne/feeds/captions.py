"""Transcripts as captions, WebVTT and SRT, in lines as short as Podcasting 2.0 wants them."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from msgspec.structs import replace

from antenne.feeds.clock import clock_millis
from antenne.feeds.xml import shorten, xml_text
from antenne.model import Cue, Transcript
from antenne.text import write_spoken

_VTT_WIDTH = 65
"""The longest line of WebVTT in characters, its escapes counted as they stand (Podcasting 2.0, transcripts)."""
_SRT_WIDTH, _SRT_LINES = 32, 2
"""The longest line of SRT in characters, and the most lines of a caption (Podcasting 2.0, transcripts)."""

_SPACE = re.compile(r"[^\S\u00a0\u202f\u2007]+")
_UNMARKED = str.maketrans("<>", "‹›")


def web_vtt(transcript: Transcript) -> bytes:
    """Return a transcript as a WebVTT file in UTF-8, each caption with its speaker's name where known."""
    return ("\n\n".join(["WEBVTT", *map(_vtt_cue, spoken_cues(transcript))]) + "\n").encode()


def sub_rip(transcript: Transcript) -> bytes:
    """Return a transcript as an SRT file in UTF-8, a speaker's name before the words where the voice changes.

    A caption of more than two lines goes on in captions after it, which share its time by their length. SRT has no
    way to write `<` and `>` as signs: they become `‹` and `›`.
    """
    cues = list(_at_changes(spoken_cues(transcript)))
    following = [cue.start for cue in cues[1:]] + [float("inf")]
    pieces = (piece for cue, after in zip(cues, following, strict=False) for piece in _srt_pieces(cue, after))
    return "\n".join(_srt_cue(number, *piece) for number, piece in enumerate(pieces, 1)).encode()


def spoken_cues(transcript: Transcript) -> list[Cue]:
    """Return the captions that have words, in order of time, each on one line and a moment long at least."""
    cues = sorted((cue for cue in transcript.cues if xml_text(cue.text)), key=lambda cue: cue.start)
    # A caption that ends where it begins is dropped by players.
    return [
        replace(cue, end=max(cue.end, cue.start + 0.001), text=one_line(cue.text), speaker=one_line(cue.speaker))
        for cue in cues
    ]


def one_line(text: str) -> str:
    """Return a text on one line, its no-break spaces kept."""
    return _SPACE.sub(" ", xml_text(text)).strip()


def _vtt_cue(cue: Cue) -> str:
    text = "\n".join(_wrapped(_escape(cue.text), _VTT_WIDTH))
    times = f"{clock_millis(cue.start)} --> {clock_millis(cue.end)}"
    return f"{times}\n<v {_escape(cue.speaker)}>{text}" if cue.speaker else f"{times}\n{text}"


def _at_changes(cues: list[Cue]) -> Iterator[Cue]:
    """Give captions that name their speaker only where it is another than before."""
    before = ""
    for cue in cues:
        yield replace(cue, speaker="" if cue.speaker == before else cue.speaker)
        before = cue.speaker or before


def _srt_pieces(cue: Cue, following: float) -> Iterator[tuple[float, float, str]]:
    """Give the start, the end and the two lines at most of each part of a caption.

    The parts share the time until the `following` caption begins; where both begin at once, all stand there at once.
    """
    parts = list(_srt_parts(write_spoken(cue.text, shorten(cue.speaker, _SRT_WIDTH)).translate(_UNMARKED)))
    shared = min(cue.end, following) - cue.start
    whole, said, start = sum(map(len, parts)), 0, cue.start
    for part in parts:
        said += len(part)
        end = cue.start + shared * said / whole
        yield start, cue.end if said == whole or not shared else end, part
        start = end


def _srt_parts(text: str) -> Iterator[str]:
    """Give a text in parts of two lines; what looks like a name in the midst of a caption gets a dash before it."""
    lines = _wrapped(text, _SRT_WIDTH)
    yield "\n".join(lines[:_SRT_LINES])
    lines = lines[_SRT_LINES:]
    while lines:
        if dash := _dash(" ".join(lines[:_SRT_LINES])):
            # Only the next lines are broken anew: a long text would be so at each of its parts.
            lines[: _SRT_LINES + 1] = _wrapped(dash + " ".join(lines[: _SRT_LINES + 1]), _SRT_WIDTH)
        part = "\n".join(lines[:_SRT_LINES])
        # Cut shorter by the dash it may need none.
        yield part.removeprefix(dash) if dash and not _dash(part.removeprefix(dash)) else part
        lines = lines[_SRT_LINES:]


def _dash(part: str) -> str:
    """Return what must stand before words of nobody's, so that their beginning is not taken for a name."""
    words = one_line(part)
    return write_spoken(words, "").removesuffix(words)


def _srt_cue(number: int, start: float, end: float, text: str) -> str:
    return f"{number}\n{clock_millis(start, ',')} --> {clock_millis(end, ',')}\n{text}\n"


def _wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a text; only a single word that is longer, such as an address, makes a longer line."""
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _escape(text: str) -> str:
    """Return a text in which nothing is markup: an arrow or a tag in the words stays words."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

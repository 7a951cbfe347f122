"""Transcripts as WebVTT."""

from __future__ import annotations

import textwrap

from antenne.feeds.clock import clock_millis
from antenne.feeds.xml import xml_text
from antenne.model import Cue, Transcript

_WIDTH = 65
"""The longest line of a caption in characters (Podcasting 2.0, transcripts)."""


def web_vtt(transcript: Transcript) -> bytes:
    """Return a transcript as a WebVTT file in UTF-8, each caption with its speaker's name where known."""
    cues = sorted((cue for cue in transcript.cues if xml_text(cue.text)), key=lambda cue: cue.start)
    return ("\n\n".join(["WEBVTT", *map(_cue, cues)]) + "\n").encode()


def is_timed(transcript: Transcript) -> bool:
    """Say whether every line of a transcript has its time, so that it can serve as captions."""
    return bool(transcript.cues) and all(cue.end > cue.start for cue in transcript.cues)


def _cue(cue: Cue) -> str:
    # A caption that ends where it begins is dropped by players.
    end = max(cue.end, cue.start + 0.001)
    speaker = _escape(_one_line(cue.speaker))
    text = "\n".join(_escape(line) for line in _wrapped(cue.text))
    return f"{clock_millis(cue.start)} --> {clock_millis(end)}\n" + (f"<v {speaker}>{text}" if speaker else text)


def _wrapped(text: str) -> list[str]:
    """Return the lines of a text; only a single word that is longer, such as an address, makes a longer line."""
    return textwrap.wrap(_one_line(text), _WIDTH, break_long_words=False, break_on_hyphens=False)


def _one_line(text: str) -> str:
    return " ".join(xml_text(text).split())


def _escape(text: str) -> str:
    """Return a text in which nothing is markup: an arrow or a tag in the words stays words."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

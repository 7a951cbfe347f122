"""Transcripts: the words of a recording, with their times or without, and the forms in which they go out."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from antenne.model.values import LanguageTag


class Cue(Struct, frozen=True, kw_only=True):
    """One caption: `start` and `end` in seconds, plain text, the speaker where known.

    A caption that names nobody goes on with the voice before it.
    """

    start: float
    end: float
    text: str
    speaker: str = ""


class Turn(Struct, frozen=True, kw_only=True):
    """What one voice says when nobody knows at which time: plain text, the speaker where known."""

    text: str
    speaker: str = ""


class TranscriptForm(Enum):
    """A kind of file: its extension, its media type (Podcasting 2.0, transcript), its name, whether it holds times."""

    VTT = (".vtt", "text/vtt", "WebVTT", True)
    SRT = (".srt", "application/x-subrip", "SRT", True)
    JSON = (".json", "application/json", "JSON", True)
    HTML = (".html", "text/html", "HTML", False)
    TEXT = (".txt", "text/plain", "Text", False)

    def __init__(self, extension: str, mime: str, label: str, timed: bool) -> None:
        self.extension = extension
        self.mime = mime
        self.label = label
        self.timed = timed

    @property
    def captions(self) -> bool:
        """Whether players can show it line by line (rel="captions")."""
        return self in (TranscriptForm.VTT, TranscriptForm.SRT)


class Transcript(Struct, frozen=True, kw_only=True):
    """The words of a recording: `cues` in order of time or, where no times are known, `turns` as they were spoken."""

    cues: tuple[Cue, ...] = ()
    language: LanguageTag
    turns: tuple[Turn, ...] = ()

    @property
    def is_timed(self) -> bool:
        """Whether the times of the words are known."""
        return not self.turns

    @property
    def is_captions(self) -> bool:
        """Whether every caption lasts, so that all can be shown while the recording plays."""
        return bool(self.cues) and all(cue.end > cue.start for cue in self.cues)

    @property
    def forms(self) -> tuple[TranscriptForm, ...]:
        """The files that can be made of it, the richest first: without times, none that must hold them."""
        return tuple(form for form in TranscriptForm if self.is_timed or not form.timed)

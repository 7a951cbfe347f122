"""The words of a recording gathered into paragraphs, as they are read rather than heard."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from antenne.model import Cue, Transcript

LONG = 420
"""From how many characters on a paragraph ends with the next sentence."""

_SENTENCE_ENDS = (".", "?", "!", "…", "»", "”")


class Paragraph(Struct, frozen=True):
    """What one person says in one breath; `start` in seconds, or None where nobody knows it.

    `speaker` is empty where it is unknown or has just been named.
    """

    start: float | None
    text: str
    speaker: str


def paragraphs(transcript: Transcript, starts: frozenset[float] = frozenset()) -> Iterator[Paragraph]:
    """Give a transcript's paragraphs: a new one for a new voice, at each of `starts` (in s), and when it is long."""
    speaker = ""
    for first, name, words in _spoken(transcript, sorted(starts)):
        yield Paragraph(first, words, name if name != speaker else "")
        speaker = name or speaker


def _spoken(transcript: Transcript, starts: list[float]) -> Iterator[tuple[float | None, str, str]]:
    yield from ((None, turn.speaker, turn.text) for turn in transcript.turns)
    for cues in _runs(transcript.cues, starts):
        yield cues[0].start, cues[0].speaker, " ".join(cue.text for cue in cues)


def _runs(cues: tuple[Cue, ...], starts: list[float]) -> Iterator[list[Cue]]:
    run: list[Cue] = []
    speaker = ""
    for cue in cues:
        # A caption that names nobody goes on with the voice before it.
        changed = bool(cue.speaker) and cue.speaker != speaker
        speaker = cue.speaker or speaker
        if run and (changed or _breaks(run, cue, starts)):
            yield run
            run = []
        run.append(cue)
    if run:
        yield run


def _breaks(run: list[Cue], cue: Cue, starts: list[float]) -> bool:
    if any(run[-1].start < start <= cue.start for start in starts):
        return True
    return sum(len(one.text) for one in run) >= LONG and run[-1].text.rstrip().endswith(_SENTENCE_ENDS)

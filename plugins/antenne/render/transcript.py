"""A transcript as a page shows it: captions gathered into paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from antenne.model import Cue, Transcript
from antenne.text import typeset

LONG = 420
"""From how many characters on a paragraph ends with the next sentence."""

_SENTENCE_ENDS = (".", "?", "!", "…", "»", "”")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What one person says in one breath; `speaker` is empty where it is unknown or has just been named."""

    start: float
    text: str
    speaker: str


def paragraphs(transcript: Transcript, starts: frozenset[float] = frozenset()) -> tuple[Paragraph, ...]:
    """Gather captions into paragraphs: a new one for a new voice, at each of `starts` (in s), and when it is long."""
    gathered: list[Paragraph] = []
    speaker = ""
    for cues in _runs(transcript.cues, sorted(starts)):
        first = cues[0]
        named = first.speaker if first.speaker != speaker else ""
        speaker = first.speaker or speaker
        words = " ".join(cue.text for cue in cues)
        gathered.append(Paragraph(first.start, typeset(words, transcript.language), named))
    return tuple(gathered)


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

"""What a file says of a recording's words, each with its line, before it is judged."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from antenne.model import Cue, LanguageTag, Transcript, Turn
from antenne.text import typeset

MOST_LINES = 50_000
"""The most captions or paragraphs of a transcript."""
LONGEST_CUE = 2000
LONGEST_TURN = 100_000


class BadTranscript(ValueError):
    """A transcript that cannot be taken: a sentence, and the line where it is known."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


class Said(Struct, frozen=True):
    """A caption as the file has it, and the line that it stands on where that is known."""

    cue: Cue
    line: int = 0


class Script(Struct, frozen=True, kw_only=True):
    """The captions of a file or, where it tells no time, its turns; `empty` are the captions without words."""

    said: tuple[Said, ...] = ()
    turns: tuple[Turn, ...] = ()
    empty: tuple[Said, ...] = ()

    def transcript(self, language: LanguageTag) -> Transcript:
        """Return what it says, in order of time, no caption ending before it begins, the names of voices typeset."""
        names = {turn.speaker for turn in self.turns} | {one.cue.speaker for one in self.said}
        typed = {name: typeset(name, language) for name in names}
        cues = (
            replace(one.cue, end=max(one.cue.start, one.cue.end), speaker=typed[one.cue.speaker]) for one in self.said
        )
        return Transcript(
            cues=tuple(sorted(cues, key=lambda cue: cue.start)),
            turns=tuple(replace(turn, speaker=typed[turn.speaker]) for turn in self.turns),
            language=language,
        )


def script_of(found: list[Said]) -> Script:
    """Return the script of some captions; raise BadTranscript when none has words or there are far too many."""
    said = tuple(one for one in found if one.cue.text)
    if not said:
        raise BadTranscript("The file holds no caption with its time and words.")
    if len(said) > MOST_LINES:
        raise BadTranscript(f"The file holds more than {MOST_LINES} captions.")
    return Script(said=said, empty=tuple(one for one in found if not one.cue.text))

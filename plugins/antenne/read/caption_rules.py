"""Rules on the times of captions, lenient where real files are off by a little; each is told once a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from antenne.problems import Rule, Where, rules
from antenne.read.chapters import clock
from antenne.read.desk import Desk
from antenne.read.script import Said, Script

OVERLAP = 0.1
"""How long, in seconds, two captions may stand together without a word: programs round differently."""
LEEWAY = 1.0
"""How much later than the recording, in seconds, a caption may end."""


def judge_captions(script: Script, where: Where, duration: float, desk: Desk) -> None:
    """Tell what is wrong with the captions of a recording of `duration` seconds; `where` is their file."""
    for rule, found, message, hint in _faults(script, duration):
        if found:
            others = len(found) - 1
            more = f" There {'is' if others == 1 else 'are'} {others} more like it." if others else ""
            desk.tell(rule, replace(where, line=found[0].line), message.format(*_times(found[0])) + more, hint)


def _faults(script: Script, duration: float) -> Iterator[tuple[Rule, Sequence[Said], str, str]]:
    """Give the rules with what breaks them, a sentence that takes the first one's times, and a hint."""
    said = script.said
    yield (
        rules.EMPTY_CAPTION,
        script.empty,
        "The caption at {0} has no words.",
        "Give it words, or take it away; it is left out.",
    )
    yield (
        rules.BACKWARDS_CAPTION,
        [one for one in said if one.cue.end < one.cue.start],
        "The caption at {0} ends before it begins, at {1}.",
        "Correct one of its times.",
    )
    yield (
        rules.LATE_CAPTION,
        [one for one in said if max(one.cue.start, one.cue.end) > duration + LEEWAY],
        f"The caption from {{0}} to {{1}} goes on after the recording, which ends at {clock(duration)}.",
        "See that the transcript belongs to this recording, and correct the caption's times.",
    )
    yield (
        rules.UNORDERED_CAPTIONS,
        _unordered(said),
        "The caption at {0} begins before the one above it.",
        "See whether its time is right; the captions are published in the order of their times.",
    )
    yield (
        rules.OVERLAPPING_CAPTIONS,
        _overlapping(said),
        "The caption from {0} to {1} is still there when the next begins.",
        "Let it end where the next begins; only two voices that are named may speak at once.",
    )


def _times(said: Said) -> tuple[str, str]:
    return clock(said.cue.start), clock(said.cue.end)


def _unordered(said: Sequence[Said]) -> list[Said]:
    return [after for before, after in pairwise(said) if after.cue.start < before.cue.start]


def _overlapping(said: Sequence[Said]) -> list[Said]:
    in_order = sorted(said, key=lambda one: one.cue.start)
    return [before for before, after in pairwise(in_order) if _overlap(before, after)]


def _overlap(before: Said, after: Said) -> bool:
    one, other = before.cue.speaker, after.cue.speaker
    together = bool(one and other) and one != other
    return before.cue.end > after.cue.start + OVERLAP and not together

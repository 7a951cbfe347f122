"""What is gathered while something is read: its problems, and the names that lead to other objects."""

from __future__ import annotations

from msgspec import Struct

from antenne.problems import Problem, Problems, Where


class Reference(Struct, frozen=True):
    """A name that leads to another object: `kind` is book, person, episode or show.

    `time` (in seconds) is that of a moment of an episode.
    """

    kind: str
    key: str
    where: Where
    time: float | None = None


class Refused(Exception):
    """A value was refused; its problem is told already."""


class Reading:
    """The problems and references of what is being read; `refusals` counts the values that were refused."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.references: list[Reference] = []
        self.refusals = 0

    def refuse(self, problem: Problem) -> Refused:
        """Tell a problem, and return the exception to raise where there is no value to go on with."""
        self.problems.add(problem)
        self.refusals += 1
        return Refused()

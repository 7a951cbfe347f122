"""A problem: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from msgspec import Struct


class Severity(Enum):
    """An error stops the build; a warning is told and the build goes on; advice is told by a check alone."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Where(Struct, frozen=True, order=True):
    """A place: a path as the reader would type it (relative to the project), a line from 1, or a setting's name."""

    path: str = ""
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


class Problem(Struct, frozen=True):
    """One thing that is wrong; `message` and `hint` are whole sentences for a person who is no programmer."""

    code: str
    severity: Severity
    where: Where
    message: str
    hint: str

    @property
    def is_error(self) -> bool:
        """Whether the build must stop for it."""
        return self.severity is Severity.ERROR


class Rule(Struct, frozen=True):
    """A kind of problem: its code, its severity, what it demands in one sentence, and where the rule comes from.

    `why` says what happens otherwise, and `remedy` what to do, whatever program made what is judged.
    """

    code: str
    summary: str
    source: str = ""
    severity: Severity = Severity.ERROR
    why: str = ""
    remedy: str = ""

    def at(self, where: Where, message: str, hint: str = "") -> Problem:
        """Return the problem of this rule at a place, with its remedy unless a nearer hint is given."""
        return Problem(self.code, self.severity, where, message, hint or self.remedy)


class Problems:
    """A collection of problems that grows while content is read, so that all are told at once."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}
        self._wrong: set[str] = set()

    def add(self, problem: Problem) -> None:
        """Take one problem in; the same one twice counts once."""
        self._found[problem] = None
        if problem.is_error:
            self._wrong.add(problem.where.path)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take several problems in."""
        for problem in problems:
            self.add(problem)

    def sorted(self) -> tuple[Problem, ...]:
        """Return all problems, by place, then code."""
        return tuple(sorted(self._found, key=lambda p: (p.where, p.code, p.message)))

    @property
    def has_errors(self) -> bool:
        """Whether one of them stops the build."""
        return bool(self._wrong)

    @property
    def wrong(self) -> frozenset[str]:
        """The paths of the files that have an error."""
        return frozenset(self._wrong)

    def raise_errors(self) -> None:
        """Raise ProblemsFound with everything collected when one of them is an error."""
        if self.has_errors:
            raise ProblemsFound(self.sorted())


class ProblemsFound(Exception):
    """The content or the output has problems: `problems` holds all of them, warnings included."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{p.where}: {p.code}: {p.message} {p.hint}" for p in self.problems))

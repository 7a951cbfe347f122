"""What every target promises: one publisher holds it, it says what is live, and it changes in one order alone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from antenne.deploy.live import Live
from antenne.deploy.manifest import Manifest
from antenne.deploy.plan import Plan

Progress = Callable[[int, int], None]
"""Told how many bytes of how many are done."""


class Target(Protocol):
    """A place where a site goes."""

    @property
    def shown(self) -> str:
        """The place as the author knows it; it holds no secret."""

    def refuse(self, build: Path) -> None:
        """Raise PublishRefused when this build may not go here; nothing is asked from a network."""

    def looked_at(self) -> AbstractContextManager[Session]:
        """Give the target for reading alone: nothing is written, nobody is held up."""

    def held(self) -> AbstractContextManager[Session]:
        """Give the target to this publisher alone; raise PublishRefused when another one has it."""

    def unrecorded(self) -> bytes | None:
        """Return the memo that the live site was published with, while nobody has said that it was written down."""

    def recorded(self) -> None:
        """Say that it was written down; raises OSError."""


class Session(Protocol):
    """A target while it is looked at or held; each step may be repeated, and raises PublishRefused."""

    @property
    def is_public_at_once(self) -> bool:
        """Whether what is brought can be asked for before it is live, as in an object store."""

    def live(self) -> Live | None:
        """Return what is live, or None when nothing is."""

    def next_generation(self) -> int:
        """Return the number of the next publication: numbers are never used again."""

    def clean(self) -> None:
        """Take away what publications left that were cut short; nothing that is public."""

    def bring(self, plan: Plan, progress: Progress) -> None:
        """Bring what may be there before anything names it: nothing that is public changes."""

    def note(self, plan: Plan, memo: bytes) -> None:
        """Keep what is to be written down once the plan is live."""

    def go_live(self, plan: Plan, progress: Progress) -> int:
        """Make the plan what is live, feeds last, and return its generation."""

    def sweep(self, plan: Plan, keep: int) -> tuple[str, ...]:
        """Take away what neither the live site nor the `keep` newest publications need; return what went wrong."""

    def past(self) -> tuple[Manifest, ...]:
        """Return the publications that can be gone back to, newest first, without the live one."""


def silent(done: int, total: int) -> None:
    """Take progress and say nothing."""

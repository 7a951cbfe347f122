"""A branch of a git repository as a target, for hosts that show a branch as a site (Pages)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from msgspec import Struct

from antenne.deploy.git.limits import strains
from antenne.deploy.git.repository import Repository, opened
from antenne.deploy.git.running import Branch
from antenne.deploy.git.session import GitSession
from antenne.deploy.lock import locked
from antenne.deploy.memos import Memos
from antenne.deploy.order import is_recording
from antenne.deploy.refusal import PublishRefused
from antenne.deploy.scan import scan_build

Open = Callable[[Branch], AbstractContextManager[Repository]]


class GitTarget(Struct, frozen=True, kw_only=True):
    """A branch; `apart` says that recordings have another target, `memos` keeps what is to be written down.

    `say` is told what the host may not take.
    """

    branch: Branch
    memos: Memos
    apart: bool = False
    open: Open = opened
    say: Callable[[str], None] = lambda sentence: None

    @property
    def shown(self) -> str:
        """The repository and the branch."""
        return self.branch.shown

    def refuse(self, build: Path) -> None:
        """Raise PublishRefused for recordings: what was once pushed stays in every copy of a repository."""
        paths = scan_build(build)
        heavy = next((path for path in paths if is_recording(path)), None)
        if heavy and not self.apart:
            raise PublishRefused(
                f"{heavy} is a recording, which a git repository would keep for ever and Pages hosts refuse when it is "
                "large. Give recordings a target of their own: “media” under “publishing” (docs/publishing.md)."
            )
        for sentence in strains(build, [path for path in paths if not is_recording(path)]):
            self.say(sentence)

    @contextmanager
    def looked_at(self) -> Iterator[GitSession]:
        """Give the branch for reading alone."""
        with self.open(self.branch) as repository:
            yield GitSession(repository, self.memos.note)

    @contextmanager
    def held(self) -> Iterator[GitSession]:
        """Give the branch to one publisher of this machine; others are told apart when they push."""
        with self.open(self.branch) as repository, locked(self.branch.work / "antenne-lock"):
            yield GitSession(repository, self.memos.note)

    def unrecorded(self) -> bytes | None:
        """Return the memo that the live site was published with, while it is not written down."""
        return self.memos.unrecorded(self)

    def recorded(self) -> None:
        """Say that it was written down; raises OSError."""
        self.memos.forget()

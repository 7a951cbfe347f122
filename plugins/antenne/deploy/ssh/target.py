"""A folder of another machine as a target, by its OpenSSH and rsync."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from msgspec import Struct

from antenne.deploy.memos import Memos
from antenne.deploy.ssh.remote import Host, Remote, connected
from antenne.deploy.ssh.session import SshSession

Connect = Callable[[Host], AbstractContextManager[Remote]]


class SshTarget(Struct, frozen=True, kw_only=True):
    """A folder of another machine, with `releases/` and `current` in it; `memos` keeps what is to be written down."""

    host: Host
    memos: Memos
    connect: Connect = connected

    @property
    def shown(self) -> str:
        """The machine and the folder."""
        return self.host.shown

    def refuse(self, build: Path) -> None:
        """Take every build."""

    @contextmanager
    def looked_at(self) -> Iterator[SshSession]:
        """Give the folder for reading alone."""
        with self.connect(self.host) as remote:
            yield SshSession(remote, self.memos.note)

    @contextmanager
    def held(self) -> Iterator[SshSession]:
        """Give the folder to this publisher alone; raise TargetIsBusy when another one has it."""
        with self.connect(self.host) as remote, remote.locked():
            yield SshSession(remote, self.memos.note)

    def unrecorded(self) -> bytes | None:
        """Return the memo that the live site was published with, while it is not written down."""
        return self.memos.unrecorded(self)

    def recorded(self) -> None:
        """Say that it was written down; raises OSError."""
        self.memos.forget()

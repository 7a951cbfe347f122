"""The targets with what shows them to the public, and the operations of each that a fault may strike."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from antenne.deploy import FolderTarget, Job, LocalDisk, Target
from antenne.deploy.git import Branch, GitTarget, Repository
from antenne.deploy.memos import Memos
from antenne.deploy.s3 import Form, Place, S3Target, Store
from antenne.deploy.ssh import Host, Remote, SshTarget, connected
from antenne.servers import cache_of, type_of
from tests.deploy.app import App
from tests.deploy.shown import branch, folder, shown
from tests.support.changed import replace

Strike = Callable[[int, str, bool], None]
"""Told the number of an operation from 1, its name, and whether it is over; it may kill, or raise."""

NAMED = "https://antenne.example"
_PLAIN = {"condition", "place", "host", "branch", "close"}


def nothing(number: int, name: str, over: bool) -> None:
    """Let every operation pass."""


def killing(at: int, after: bool) -> Strike:
    """Kill this process before, or after, an operation."""

    def strike(number: int, name: str, over: bool) -> None:
        if number == at and over == after:
            os.kill(os.getpid(), signal.SIGKILL)

    return strike


class Count:
    """Counts the operations of one publication, whatever does them."""

    def __init__(self, strike: Strike) -> None:
        self.strike, self.calls, self.one = strike, 0, threading.Lock()

    def of(self, kind: type) -> type:
        """Return a kind of store, disk, connection or repository whose operations are counted."""
        count = self

        class Counted(kind):  # type: ignore[misc]
            def __getattribute__(self, name: str) -> object:
                value = super().__getattribute__(name)
                if name.startswith("_") or name in _PLAIN or not callable(value):
                    return value

                def counted(*arguments: object, **more: object) -> object:
                    with count.one:
                        count.calls += 1
                        number = count.calls
                    count.strike(number, name, False)
                    result = value(*arguments, **more)
                    count.strike(number, name, True)
                    return result

                return counted

        return Counted


@dataclass(kw_only=True)
class Stage:
    """A target, the app's way to it, and its servers by the port that a line may lead to."""

    name: str
    app: App
    port: int = 0
    media: str = ""
    make: Callable[[Count, int], tuple[Target, Target | None]]
    """Return the pages' target and that of recordings, over a port other than the server's own where one is given."""
    restart: Callable[[], None] = field(default=lambda: None)
    root: Path = Path()

    def job(self, build: Path, strike: Strike = nothing, *, port: int = 0, keep: int = 3) -> Job:
        """Return a publication of a build, struck at its operations."""
        pages, media = self.make(Count(strike), port)
        return Job(build=build, pages=pages, media=media, media_address=self.media if media else "", keep=keep)


def form(path: str) -> Form:
    return Form(type=type_of(path), cache=cache_of(path))


@contextmanager
def on_folder(tmp: Path) -> Iterator[Stage]:
    """A folder of this machine, shown by a web server."""
    root = tmp / "public"

    def make(count: Count, port: int) -> tuple[Target, Target | None]:
        return FolderTarget(root, count.of(LocalDisk)()), None

    with shown(folder(root / "current")) as address:
        yield Stage(name="folder", app=App(pages=address, media=address, named=NAMED), make=make, root=root)


@contextmanager
def on_store(tmp: Path, place: Place, restart: Callable[[], None] = lambda: None, name: str = "s3") -> Iterator[Stage]:
    """An object store that everybody may read."""
    address = f"{place.endpoint}/{place.bucket}/{place.prefix}".rstrip("/")
    own = int(place.endpoint.rpartition(":")[2])

    def make(count: Count, port: int) -> tuple[Target, Target | None]:
        there = replace(place, endpoint=f"http://127.0.0.1:{port or own}")
        return S3Target(place=there, form=form, memos=Memos(tmp / "memos"), open_store=count.of(Store)), None

    app = App(pages=address, media=address, named=NAMED)
    yield Stage(name=name, app=app, make=make, port=own, restart=restart)


@contextmanager
def on_host(tmp: Path, host: Host, restart: Callable[[], None] = lambda: None) -> Iterator[Stage]:
    """A folder of another machine, shown by a web server there."""
    root = Path(host.folder)

    def make(count: Count, port: int) -> tuple[Target, Target | None]:
        there = replace(host, port=port or host.port)
        return SshTarget(host=there, memos=Memos(tmp / "memos"), connect=_connecting(count)), None

    with shown(folder(root / "current")) as address:
        app = App(pages=address, media=address, named=NAMED)
        yield Stage(name="ssh", app=app, make=make, port=host.port, restart=restart, root=root)


def _connecting(count: Count) -> Callable[[Host], AbstractContextManager[Remote]]:
    @contextmanager
    def connect(host: Host) -> Iterator[Remote]:
        with connected(host) as remote:
            remote.__class__ = count.of(Remote)
            yield remote

    return connect


@contextmanager
def on_branch(
    tmp: Path, daemon: tuple[str, Path], name: str, restart: Callable[[], None] = lambda: None
) -> Iterator[Stage]:
    """A branch that a host shows, with recordings in a folder that a server shows."""
    address, base = daemon
    bare, heard = base / name, tmp / "heard"
    subprocess.run(["git", "init", "--quiet", "--bare", bare], check=True)
    own = int(address.rpartition(":")[2])

    def make(count: Count, port: int) -> tuple[Target, Target | None]:
        there = Branch(remote=f"git://127.0.0.1:{port or own}/{name}", branch="pages", work=tmp / "work")

        @contextmanager
        def opened(branch: Branch) -> Iterator[Repository]:
            repository = count.of(Repository)(branch)
            repository.prepare()
            yield repository

        target = GitTarget(branch=there, memos=Memos(tmp / "memos"), apart=True, open=opened)
        return target, FolderTarget(heard, count.of(LocalDisk)())

    with shown(branch(bare, "pages")) as pages, shown(folder(heard / "current")) as media:
        app = App(pages=pages, media=media, named=NAMED)
        yield Stage(name="git", app=app, make=make, port=own, media=NAMED, restart=restart)

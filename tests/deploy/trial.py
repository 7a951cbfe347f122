"""Publishes one build after another, each struck by a fault, and judges from outside what the public sees."""

from __future__ import annotations

import os
import random
import re
import signal
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from antenne.deploy import Job, PublishRefused, publish
from antenne.deploy.s3 import lease
from tests.deploy.app import FEED
from tests.deploy.samples import make_build
from tests.deploy.stages import Stage, Strike, nothing
from tests.support.changed import replace

_TRIES = 120


@dataclass(kw_only=True)
class Trial:
    """One target under faults: `inconsistent` tells what a reader should never have seen."""

    stage: Stage
    folder: Path
    sound: int = 30_000
    number: int = 0
    faults: dict[str, int] = field(default_factory=dict)
    codes: dict[int, int] = field(default_factory=dict)
    inconsistent: list[str] = field(default_factory=list)
    _lengths: dict[int, int] = field(default_factory=dict)

    def begin(self) -> None:
        """Publish the first build."""
        assert in_child(lambda: send(self.stage.job(self.build(0)))) == 0

    def build(self, number: int, variant: int = 0) -> Path:
        """Return the n-th build: it has its own recording and that of the one before, and its own page."""
        where = self.folder / f"build-{number}-{variant}"
        if where.exists():
            return where
        # What is live under a name stays what it is, also when later recordings are longer.
        lengths = {n: self._lengths.setdefault(n, self.sound + n) for n in (number - 1, number) if n >= 0}
        sounds = {f"audio/{n}.mp3": random.Random(n).randbytes(length) for n, length in lengths.items()}
        page = f"page-{number}-{variant}"
        build = make_build(where, sounds, **{page: b"<a href='/'>x</a>", "livres": b"%d-%d" % (number, variant)})
        links = "".join(f"<a href='/{name}/'>x</a>" for name in (page, "livres"))
        (build / "index.html").write_text(f"<h1>{number}</h1>{links}")
        return build

    def strike(self, kind: str, act: Callable[[Path], int]) -> None:
        """Let one fault befall the next publication, look, publish again, and look whether it is whole."""
        self.faults[kind] = self.faults.get(kind, 0) + 1
        old, new = self.build(self.number), self.build(self.number + 1)
        code = act(new)
        self.codes[code] = self.codes.get(code, 0) + 1
        where = f"{self.stage.name}, {kind} {self.faults[kind]}"
        if code not in (0, 2, 3, 4, 75, -signal.SIGKILL):
            self.inconsistent.append(f"{where}: the publisher ended with {code}")
        self._judge(where, old, new)
        self.converge(where, new)
        self.number += 1

    def converge(self, where: str, new: Path) -> None:
        """Publish again: the site is the new one, and once more sends nothing."""
        if (code := self.again(new)) != 0:
            self.inconsistent.append(f"{where}: the rerun ended with {code}")
        self._judge(f"{where}, after the rerun", new)
        if (code := in_child(lambda: send_nothing(self.stage, new))) != 0:
            self.inconsistent.append(f"{where}: the run after it ended with {code}")

    def again(self, build: Path) -> int:
        """Publish without a fault, waiting for locks of the killed."""
        for _ in range(_TRIES):
            if (code := in_child(lambda: send(self.stage.job(build)))) != 75:
                return code
            time.sleep(0.25)
        return 75

    def _judge(self, where: str, *builds: Path) -> None:
        app = self.stage.app
        seen = app.look()
        if seen.feeds != 1:
            self.inconsistent.append(f"{where}: no feed")
        self.inconsistent += [f"{where}: {sentence}" for sentence in seen.wrong]
        if read(f"{app.pages}/{FEED}") not in [(build / FEED).read_bytes() for build in builds]:
            self.inconsistent.append(f"{where}: a feed that is neither the old one nor the new one")
        for link in re.findall(rb"href='(/[^']+)'", read(f"{app.pages}/index.html")):
            if not read(f"{app.pages}{link.decode()}index.html"):
                self.inconsistent.append(f"{where}: {link.decode()} leads nowhere")


def read(address: str) -> bytes:
    """Return what a server shows, nothing where it shows none."""
    try:
        with urllib.request.urlopen(address, timeout=30) as said:
            return bytes(said.read())
    except urllib.error.HTTPError as error:
        error.close()
        return b""


def in_child(act: Callable[[], int]) -> int:
    """Run something in a process of its own and return its exit code, negative for a signal."""
    child = begin(act)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def begin(act: Callable[[], int]) -> int:
    """Begin something in a process group of its own, and return its number."""
    child = os.fork()
    if child == 0:
        code = 70
        try:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            os.setsid()
            code = act()
        finally:
            os._exit(code)
    return child


def send(job: Job, *, lasts: float = 0) -> int:
    """Publish and return the exit code; locks of the killed are taken over at once."""
    lease.LASTS = timedelta(seconds=lasts)
    try:
        publish(job)
    except PublishRefused as refused:
        return refused.code
    return 0


def send_nothing(stage: Stage, build: Path) -> int:
    """Publish what is live already, and return 0 when nothing of the site was sent."""
    sent: list[str] = []

    def tell(number: int, name: str, over: bool) -> None:
        if name in {"copy", "part", "begin", "complete", "send", "push", "commit", "link", "symlink", "move"}:
            sent.append(name)

    done = publish(stage.job(build, tell))
    return 0 if done.nothing_changed and not sent else 71


def struck(stage: Stage, strike: Strike = nothing, *, lasts: float = 600, port: int = 0) -> Callable[[Path], int]:
    """Return a publication in a process of its own whose operations are struck."""
    return lambda build: in_child(lambda: send(stage.job(build, strike, port=port), lasts=lasts))


def killed_after(stage: Stage, seconds: float, *, group: bool) -> Callable[[Path], int]:
    """Return a publication that is killed after a time, alone or with the programs that it started."""

    def act(build: Path) -> int:
        child = begin(lambda: send(stage.job(build), lasts=600))
        time.sleep(seconds)
        with suppress(ProcessLookupError):
            (os.killpg if group else os.kill)(child, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    return act


def operations(stage: Stage, build: Path) -> int:
    """Return how many operations a publication of a build makes."""
    told, back = os.pipe()
    highest = [0]

    def count(number: int, name: str, over: bool) -> None:
        highest[0] = max(highest[0], number)

    def act() -> int:
        code = send(stage.job(build, count))
        os.write(back, str(highest[0]).encode())
        return code

    assert in_child(act) == 0
    with os.fdopen(told, "rb") as pipe:
        os.close(back)
        return int(pipe.read())


def at_once(stage: Stage, builds: list[Path]) -> list[int]:
    """Publish several builds in the same moment and return their exit codes."""
    children = [begin(lambda build=build: send(stage.job(build), lasts=600)) for build in builds]  # type: ignore[misc]
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def older(stage: Stage, build: Path) -> int:
    """Publish a build that was begun before the live one went live."""
    return in_child(lambda: send(replace(stage.job(build), seen=0)))

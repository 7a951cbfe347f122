"""Strikes publications to all four targets with hundreds of faults while an app polls, and says what a reader saw.

    python tools/try_publishing.py            all targets, some ten minutes
    python tools/try_publishing.py folder s3  these alone

Needs what the tests of publishing need (tests/deploy/requirements.txt, OpenSSH's server, rsync, git).
"""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent / "plugins")]

from tests.deploy import trial as t  # noqa: E402
from tests.deploy.app import polling  # noqa: E402
from tests.deploy.ceph import Ceph  # noqa: E402
from tests.deploy.proxy import Fault, line, refusal  # noqa: E402
from tests.deploy.seaweed import Server, open_to_the_public  # noqa: E402
from tests.deploy.servers import Daemon, Sshd  # noqa: E402
from tests.deploy.stages import Stage, killing, on_branch, on_folder, on_host, on_store  # noqa: E402
from tests.support.changed import replace  # noqa: E402

CHANCE = random.Random(2013)


def kills(trial: t.Trial) -> None:
    """Kill before and after every operation, and at random times."""
    stage = trial.stage
    many = t.operations(stage, trial.build(trial.number + 1))
    trial.number += 1
    for at in range(1, many + 1):
        for after in (False, True):
            trial.strike("killed before or after an operation", t.struck(stage, killing(at, after)))
    begun = time.monotonic()
    assert trial.again(trial.build(trial.number + 1)) == 0
    trial.number, lasted = trial.number + 1, time.monotonic() - begun
    for number in range(20):
        seconds = CHANCE.uniform(0, lasted)
        trial.strike("killed at a random time", t.killed_after(stage, seconds, group=number % 2 == 0))


def cuts(trial: t.Trial, up: int, down: int) -> None:
    """Cut the line for good after so many bytes, to the server and from it."""
    for part in range(15):
        for fault in (Fault(up=up * part // 14), Fault(down=down * part // 14)):
            trial.strike("network cut after n bytes", _by_line(trial.stage, fault))


def answers(trial: t.Trial, many: int) -> None:
    """Lose each answer once, and let the server refuse each request once."""
    for number in range(1, many + 1):
        trial.strike("answer lost after the work", _by_line(trial.stage, Fault(lost=number)))
    for number in range(1, many + 1, 2):
        fault = Fault(replaced=number, answer=refusal(403, "AccessDenied"))
        trial.strike("permission lost", _by_line(trial.stage, fault))
        fault = Fault(replaced=number, answer=refusal(500, "InternalError"))
        trial.strike("server's own fault (500)", _by_line(trial.stage, fault))


def _by_line(stage: Stage, fault: Fault) -> Callable[[Path], int]:
    def act(build: Path) -> int:
        with line(stage.port, fault) as port:
            return t.struck(stage, port=port)(build)

    return act


def servers(trial: t.Trial, kill: Callable[[], None], start: Callable[[], None]) -> None:
    """Kill the server while it is published to, and start it again."""
    for number in range(8):

        def act(build: Path, number: int = number) -> int:
            child = t.begin(lambda: t.send(trial.stage.job(build), lasts=600))
            time.sleep(0.15 * number)
            kill()
            start()
            return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

        trial.strike("server killed and started again", act)


def others(trial: t.Trial) -> None:
    """Publish twice and four times at once, and an older build."""
    for many in (2, 4, 2, 4):

        def act(build: Path, many: int = many) -> int:
            builds = [build, *(trial.build(trial.number + 1, variant) for variant in range(1, many))]
            codes = t.at_once(trial.stage, builds)
            if any(code not in (0, 75) for code in codes):
                return 71
            # What is live now is one of them, and a later judge knows the first alone.
            return trial.again(build)

        trial.strike(f"{many} publications at once", act)
    for _ in range(3):
        before = t.read(f"{trial.stage.app.pages}/flux/emission.xml")

        def old(build: Path, before: bytes = before) -> int:
            code = t.older(trial.stage, build)
            same = t.read(f"{trial.stage.app.pages}/flux/emission.xml") == before
            return code if code == 3 and same else 72

        trial.strike("an older build", old)


def refusals(trial: t.Trial) -> None:
    """Let each operation of a disk fail."""

    def failing(at: int, number: int) -> Callable[[int, str, bool], None]:
        def strike(count: int, name: str, over: bool) -> None:
            if count == at and not over:
                raise OSError(number, os.strerror(number))

        return strike

    many = t.operations(trial.stage, trial.build(trial.number + 1))
    trial.number += 1
    for at in range(1, many + 1):
        what, number = (("disk full", errno.ENOSPC), ("permission lost", errno.EACCES))[at % 2]
        trial.strike(what, t.struck(trial.stage, failing(at, number)))


def full(trial: t.Trial, root: Path) -> None:
    """Fill a small disk at several heights, and take away the right to write on it."""
    for left in (0, 20_000, 60_000, 120_000):

        def act(build: Path, left: int = left) -> int:
            stone = root / "stone"
            here = os.statvfs(root)
            stone.write_bytes(b"x" * max(here.f_bavail * here.f_frsize - left, 0))
            code = t.struck(trial.stage)(build)
            stone.unlink()
            return code

        trial.strike("disk full", act)
    for _ in range(3):

        def forbidden(build: Path) -> int:
            subprocess.run(["mount", "-o", "remount,ro", root], check=True)
            code = t.struck(trial.stage)(build)
            subprocess.run(["mount", "-o", "remount,rw", root], check=True)
            return code

        trial.strike("permission lost", forbidden)


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Give a disk of 30 MB of its own."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=30m", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def try_folder(tmp: Path, held: ExitStack) -> Iterator[t.Trial]:
    """A folder, and one on a small disk."""
    disk = held.enter_context(small_disk(tmp / "disk"))
    trial = t.Trial(stage=held.enter_context(on_folder(disk)), folder=tmp)
    yield trial
    kills(trial)
    refusals(trial)
    full(trial, disk)
    others(trial)


def try_ssh(tmp: Path, held: ExitStack) -> Iterator[t.Trial]:
    """A folder of another machine, on a small disk."""
    disk = held.enter_context(small_disk(tmp / "disk"))
    server = Sshd(tmp / "ssh")
    server.start()
    held.callback(server.kill)
    host = replace(server.host, folder=str(disk / "www"))
    trial = t.Trial(stage=held.enter_context(on_host(tmp, host)), folder=tmp)
    yield trial
    kills(trial)
    cuts(trial, 60_000, 12_000)
    servers(trial, server.kill, server.start)
    full(trial, disk)
    others(trial)


def _strike_store(trial: t.Trial, kill: Callable[[], None], start: Callable[[], None]) -> None:
    """Strike an object store; recordings go in parts in the last turn."""
    others(trial)
    servers(trial, kill, start)
    cuts(trial, 90_000, 30_000)
    kills(trial)
    answers(trial, 34)
    trial.sound = 9_000_000
    for part in range(6):
        trial.strike("network cut after n bytes", _by_line(trial.stage, Fault(up=1_000_000 + part * 1_700_000)))
    for number in range(8, 24, 2):
        trial.strike("answer lost after the work", _by_line(trial.stage, Fault(lost=number)))


def try_s3(tmp: Path, held: ExitStack) -> Iterator[t.Trial]:
    """An object store."""
    server = Server(tmp / "store")
    server.start()
    held.callback(server.kill)
    open_to_the_public(server.place)
    trial = t.Trial(stage=held.enter_context(on_store(tmp, replace(server.place, prefix="site/"))), folder=tmp)
    yield trial
    _strike_store(trial, server.kill, server.start)


def try_ceph(tmp: Path, held: ExitStack) -> Iterator[t.Trial]:
    """Another object store, whose gateway is killed."""
    server = Ceph(tmp / "store")
    held.callback(server.end)
    server.start()
    open_to_the_public(server.place)
    stage = held.enter_context(on_store(tmp, replace(server.place, prefix="site/"), name="ceph"))
    trial = t.Trial(stage=stage, folder=tmp)
    yield trial
    _strike_store(trial, server.kill, server.start)


def try_git(tmp: Path, held: ExitStack) -> Iterator[t.Trial]:
    """A branch on a small disk, with recordings in a folder."""
    disk = held.enter_context(small_disk(tmp / "disk"))
    server = Daemon(tmp / "git", disk)
    server.start()
    held.callback(server.kill)
    trial = t.Trial(stage=held.enter_context(on_branch(tmp, server.address, "site.git")), folder=tmp)
    yield trial
    kills(trial)
    cuts(trial, 3_000, 1_500)
    servers(trial, server.kill, server.start)
    full(trial, disk)
    others(trial)


class Stopped(BaseException):
    """Somebody has no more time."""


def stop(*_: object) -> None:
    """Stop trying."""
    raise Stopped


def main(names: list[str]) -> int:
    """Try the targets, tell what was found, and return 1 when a reader saw what should not be."""
    tries = {"folder": try_folder, "ssh": try_ssh, "s3": try_s3, "ceph": try_ceph, "git": try_git}
    total = bad = 0
    signal.signal(signal.SIGTERM, stop)
    for name in names or list(tries):
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as tmp, ExitStack() as held:
            steps = tries[name](Path(tmp), held)
            trial = next(steps)
            trial.begin()
            # Who stops it (SIGTERM, as timeout does) is told what was found until then.
            with polling(trial.stage.app, Path(tmp)) as seen, suppress(Stopped):
                for _ in steps:
                    pass
        wrong = trial.inconsistent + seen.wrong
        print(
            f"{name}: {sum(trial.faults.values())} faults in {time.monotonic() - begun:.0f} s; exit codes {trial.codes}"
        )
        for kind, many in trial.faults.items():
            print(f"    {many:4} {kind}")
        print(f"    the app read {seen.feeds} feeds and asked for {seen.recordings} recordings")
        print(f"    inconsistencies: {len(wrong)}")
        for sentence in wrong[:40]:
            print(f"      {sentence}")
        total, bad = total + sum(trial.faults.values()), bad + len(wrong)
    print(f"together: {total} faults, {bad} inconsistencies")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

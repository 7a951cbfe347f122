"""The few things that publishing does on another machine, by its own ssh and rsync: tests count and cut them."""

from __future__ import annotations

import secrets
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import IO

from msgspec import Struct

from antenne.deploy.refusal import PublishRefused, TargetIsBusy

_BUSY = 75
"""What the lock says when somebody else has it (sysexits.h)."""

_CUT = 255
"""What ssh says when it could not connect, or lost the connection."""


_SILENCE, _BEAT = 90, 15
"""For how many seconds a publisher may say nothing before its lock is given to others; how often it says something."""

_SOCKETS, _OLD = "antenne-ssh-", 24 * 60 * 60


class Host(Struct, frozen=True, kw_only=True):
    """A machine and the folder on it; `options` are given to ssh as they are, as in its own configuration."""

    host: str
    folder: str
    user: str = ""
    port: int = 22
    identity: Path | None = None
    options: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The place as the author knows it."""
        return f"{self.login}:{self.folder}"

    @property
    def login(self) -> str:
        """The host with the user's name, where there is one."""
        return f"{self.user}@{self.host}" if self.user else self.host


class Remote:
    """One connection to a host, which every command shares."""

    def __init__(self, host: Host, socket: Path) -> None:
        self.host, self._socket, self._token = host, socket, ""

    def run(self, script: str, *, stdin: bytes = b"") -> bytes:
        """Run a shell script in the folder and return what it prints; none is run in a folder that is not there.

        While the lock is held, it is run only if the lock is still ours. Raises PublishRefused when it fails.
        """
        folder = shlex.quote(self.host.folder)
        mine = f'[ "$(cat .lock)" = {self._token} ] || exit {_BUSY}; ' if self._token else ""
        # Where nothing was published yet, nothing is found; a folder that was locked and is gone is no such place.
        looking = "" if self._token else f"[ -e {folder} ] || exit 0; "
        words = f"{looking}cd {folder} && {{ {mine}{script}\n}}"
        done = subprocess.run([*self._ssh(), self.host.login, words], input=stdin, capture_output=True, check=False)  # noqa: S603
        if done.returncode:
            raise self._refused(done.returncode, done.stderr.decode("utf-8", "replace"))
        return done.stdout

    def send(self, build: Path, paths: Iterable[str], folder: str, step: Callable[[str], None]) -> None:
        """Copy files of a build into a folder of the target by rsync; `step` is told each path that arrived."""
        listed = "\0".join(paths)
        if not listed:
            return
        command = [
            *(
                "rsync",
                "--recursive",
                "--times",
                "--from0",
                "--files-from=-",
                "--chmod=D755,F644",
                "--partial-dir=.part",
            ),
            *("--out-format=%n", f"--rsh={shlex.join(self._ssh())}", f"{build}/"),
            f"{self.host.login}:{self.host.folder}/{folder}/",
        ]
        with tempfile.TemporaryFile() as names, tempfile.TemporaryFile() as errors:
            names.write(listed.encode())
            names.seek(0)
            with subprocess.Popen(command, stdin=names, stdout=subprocess.PIPE, stderr=errors) as child:  # noqa: S603
                assert child.stdout is not None
                for line in child.stdout:
                    step(line.decode("utf-8", "replace").rstrip("\n"))
            if child.returncode:
                errors.seek(0)
                raise self._refused(
                    _CUT if child.returncode in (10, 12, 30, 35) else child.returncode,
                    errors.read().decode("utf-8", "replace"),
                )

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Make the folder and hold its lock while the connection lasts; raise TargetIsBusy when somebody else does.

        Our token stands in the lock: a publisher that was cut off without noticing knows by it that the lock is not its
        own any more. The host gives the lock back when it has heard nothing for a while.
        """
        token, folder = secrets.token_hex(16), shlex.quote(self.host.folder)
        # The shell that holds the lock reads a sign of life now and then, and ends when none comes.
        beats = f'while [ -n "$(timeout {_SILENCE} head -c 1)" ]; do :; done'
        hold = shlex.quote(f"echo {token} > .lock && echo held && {beats}")
        # Whoever serves the site is another user, whatever this one's umask says.
        words = f"umask 022; mkdir -p {folder}/releases && cd {folder} && exec flock -n -E {_BUSY} .lock sh -c {hold}"
        with subprocess.Popen(  # noqa: S603
            [*self._ssh(), self.host.login, words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as child:
            assert child.stdout is not None
            assert child.stdin is not None
            assert child.stderr is not None
            try:
                if child.stdout.readline() != b"held\n":
                    code = child.wait()
                    raise self._refused(code, child.stderr.read().decode("utf-8", "replace"))
                self._token = token
                with _beating(child.stdin):
                    yield
            finally:
                self._token = ""
                with suppress(OSError):
                    child.stdin.close()
                child.wait()

    def close(self) -> None:
        """End the shared connection."""
        subprocess.run([*self._ssh(), "-O", "exit", self.host.login], capture_output=True, check=False)  # noqa: S603

    def _ssh(self) -> list[str]:
        """Return ssh with what keeps it from asking anything, and one connection for all commands."""
        host = self.host
        words = ["ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=15", "-o", "ServerAliveInterval=15"]
        words += ["-o", "ControlMaster=auto", "-o", f"ControlPath={self._socket}", "-o", "ControlPersist=60"]
        words += [word for option in host.options for word in ("-o", option)]
        words += ["-p", str(host.port)]
        return [*words, *(["-i", str(host.identity)] if host.identity else [])]

    def _refused(self, code: int, said: str) -> PublishRefused:
        last = next((line for line in reversed(said.strip().splitlines()) if line.strip()), "")
        if code == _BUSY:
            return TargetIsBusy(
                f"Another publication to {self.host.shown} is under way. Wait until it has ended, then publish again."
            )
        if code == _CUT:
            return PublishRefused(
                f"{self.host.login} cannot be reached by ssh ({last or 'the connection was lost'}). Try “ssh "
                f"{self.host.login}” by hand, then publish again: it goes on where it stopped."
            )
        if "No space left" in said or "Disk quota" in said:
            return PublishRefused(
                f"The disk of {self.host.login} is full. Free some space there, or lower “keep” in the settings, then "
                "publish again."
            )
        return PublishRefused(
            f"{self.host.shown}: {last or f'a command ended with {code}'}. Mend this, then publish again."
        )


@contextmanager
def _beating(pipe: IO[bytes]) -> Iterator[None]:
    """Give a sign of life again and again while the block lasts."""
    over = Event()

    def beat() -> None:
        # Whether the lock is lost is seen at the next command.
        with suppress(OSError, ValueError):
            while not over.wait(_BEAT):
                pipe.write(b".")
                pipe.flush()

    beater = Thread(target=beat, daemon=True)
    beater.start()
    try:
        yield
    finally:
        over.set()
        beater.join()


def _sweep_sockets() -> None:
    """Remove the folders of connections whose publisher was killed; each is empty when its connection has ended."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_SOCKETS}*"):
        with suppress(OSError):
            if time.time() - folder.lstat().st_mtime > _OLD:
                folder.rmdir()


@contextmanager
def connected(host: Host) -> Iterator[Remote]:
    """Give a connection that ends with the block; raise PublishRefused where a program is missing."""
    for program in ("ssh", "rsync"):
        if shutil.which(program) is None:
            raise PublishRefused(f"The program {program} is not on this machine. “invoke doctor” says how to get it.")
    _sweep_sockets()
    with tempfile.TemporaryDirectory(prefix=_SOCKETS) as folder:
        remote = Remote(host, Path(folder) / "s")
        try:
            yield remote
        finally:
            remote.close()

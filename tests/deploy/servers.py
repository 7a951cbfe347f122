"""Real servers on this machine that tests publish to."""

from __future__ import annotations

import getpass
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from antenne.deploy.ssh import Host
from tests.support.programs import sshd

_CONFIG = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
PidFile {folder}/pid
AuthorizedKeysFile {folder}/key.pub
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
MaxSessions 50
MaxStartups 50
SetEnv HOME={folder}
UseDNS no
Subsystem sftp internal-sftp
"""


class Sshd:
    """A real OpenSSH server that a new key opens; it can be killed with all its sessions, and started again.

    With `largest`, no file there grows beyond so many bytes: a disk without room, for who cannot mount one.
    """

    def __init__(self, folder: Path, largest: int = 0) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("host", "key"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
        self.folder, self.largest, self.port = folder, largest, free_port()
        self.child: subprocess.Popen[bytes] | None = None
        (folder / "config").write_text(_CONFIG.format(port=self.port, folder=folder))
        # As root, sshd wants this folder; other users need none.
        Path("/run/sshd").mkdir(exist_ok=True) if getpass.getuser() == "root" else None
        self.host = Host(
            host="127.0.0.1",
            user=getpass.getuser(),
            port=self.port,
            folder=str(folder / "www"),
            identity=folder / "key",
            options=(
                "StrictHostKeyChecking=no",
                f"UserKnownHostsFile={folder}/known",
                "IdentitiesOnly=yes",
                "LogLevel=ERROR",
            ),
        )

    def start(self) -> None:
        """Start it, and wait until it listens."""
        limit = ["prlimit", f"--fsize={self.largest}"] if self.largest else []
        words = [*limit, str(sshd()), "-D", "-e", "-f", str(self.folder / "config")]
        with (self.folder / "log").open("ab") as log:
            self.child = subprocess.Popen(words, stdout=log, stderr=log, start_new_session=True)
        wait_for_port(self.port, self.folder / "log")

    def kill(self) -> None:
        """Kill it and the sessions that it began, as a power cut does."""
        if self.child:
            _kill_all(self.child.pid)
            self.child.wait()


def _kill_all(process: int) -> None:
    """Kill a process and, before it, all that it started: sessions of sshd are groups of their own."""
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    for child in map(int, found.stdout.split()):
        _kill_all(child)
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


class Daemon:
    """A git daemon that takes pushes; it can be killed, and started again. Repositories stand in `base`."""

    def __init__(self, folder: Path, base: Path | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.base, self.port = folder, base or folder, free_port()
        self.address = f"git://127.0.0.1:{self.port}", self.base
        self.child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it listens."""
        words = ["git", "daemon", "--listen=127.0.0.1", f"--port={self.port}", f"--base-path={self.base}"]
        words += ["--export-all", "--enable=receive-pack", "--reuseaddr"]
        with (self.folder / "log").open("ab") as log:
            self.child = subprocess.Popen(words, stdout=log, stderr=log, start_new_session=True)
        wait_for_port(self.port, self.folder / "log")

    def kill(self) -> None:
        """Kill it and what it began."""
        if self.child:
            _kill_all(self.child.pid)
            self.child.wait()


@contextmanager
def ssh_server(folder: Path, largest: int = 0) -> Iterator[Host]:
    """Give a host on this machine that a new key opens, and an empty folder on it; `largest` as of Sshd."""
    server = Sshd(folder, largest)
    try:
        server.start()
        yield server.host
    finally:
        server.kill()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def wait_for_port(port: int, log: Path) -> None:
    """Wait until somebody listens; fail with the end of the log."""
    deadline = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            assert time.monotonic() < deadline, log.read_text()[-2000:]
            time.sleep(0.05)
        else:
            return

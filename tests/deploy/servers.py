"""Real servers on this machine that tests publish to."""

from __future__ import annotations

import getpass
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
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
"""


@contextmanager
def ssh_server(folder: Path) -> Iterator[Host]:
    """Give a host on this machine that a new key opens, and an empty folder on it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("host", "key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    port = free_port()
    (folder / "config").write_text(_CONFIG.format(port=port, folder=folder))
    # As root, sshd wants this folder; other users need none.
    Path("/run/sshd").mkdir(exist_ok=True) if getpass.getuser() == "root" else None
    with (folder / "log").open("wb") as log:
        child = subprocess.Popen([str(sshd()), "-D", "-e", "-f", folder / "config"], stdout=log, stderr=log)
    try:
        wait_for_port(port, folder / "log")
        yield Host(
            host="127.0.0.1",
            user=getpass.getuser(),
            port=port,
            folder=str(folder / "www"),
            identity=folder / "key",
            options=(
                "StrictHostKeyChecking=no",
                f"UserKnownHostsFile={folder}/known",
                "IdentitiesOnly=yes",
                "LogLevel=ERROR",
            ),
        )
    finally:
        child.kill()
        child.wait()


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

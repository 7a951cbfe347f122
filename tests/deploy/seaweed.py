"""A real object store on this machine: SeaweedFS, started once and stopped at the end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from antenne.deploy.s3 import Form, Place, Store, StoreRefused
from tests.support.programs import weed

_PORTS = "s3.port s3.port.grpc master.port master.port.grpc volume.port volume.port.grpc filer.port filer.port.grpc"
_PORTS += " admin.port admin.port.grpc"


@contextmanager
def object_store(folder: Path) -> Iterator[Place]:
    """Give an empty bucket of a server that keeps its files in a folder."""
    ports = dict(zip(_PORTS.split(), _free(len(_PORTS.split())), strict=True))
    switches = [f"-{name}={port}" for name, port in ports.items()]
    fixed = f"-dir={folder} -ip=127.0.0.1 -ip.bind=127.0.0.1 -master.telemetry=false -webdav=false -admin.ui=false"
    fixed += " -bucket=pod -s3.port.iceberg=0 -s3.port.lance=0"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "log").open("wb") as log:
        child = subprocess.Popen(
            [str(weed()), f"-logdir={folder}", "mini", *fixed.split(), *switches],
            env=os.environ | {"AWS_ACCESS_KEY_ID": "key-of-tests", "AWS_SECRET_ACCESS_KEY": "secret-of-tests"},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        place = Place(
            endpoint=f"http://127.0.0.1:{ports['s3.port']}", bucket="pod", key="key-of-tests", secret="secret-of-tests"
        )
        _await(place, folder / "log")
        yield place
    finally:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def _free(many: int) -> list[int]:
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(many)]
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


def _await(place: Place, log: Path) -> None:
    """Wait until the server takes an object."""
    deadline = time.monotonic() + 90
    while True:
        try:
            urllib.request.urlopen(f"{place.endpoint}/", timeout=5).close()
        except urllib.error.HTTPError:
            pass
        except OSError:
            assert time.monotonic() < deadline, log.read_text()[-2000:]
            time.sleep(0.1)
            continue
        try:
            store = Store(place)
            store.put("ready", b"1", Form(type="text/plain", cache="no-store"))
            store.delete("ready")
        except StoreRefused:
            assert time.monotonic() < deadline, log.read_text()[-2000:]
            time.sleep(0.2)
        else:
            return

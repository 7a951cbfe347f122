"""A real object store on this machine: SeaweedFS, started once and stopped at the end."""

from __future__ import annotations

import json
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

import boto3

from antenne.deploy.s3 import Form, Place, Store, StoreRefused
from tests.support.programs import weed

_PORTS = "s3.port s3.port.grpc master.port master.port.grpc volume.port volume.port.grpc filer.port filer.port.grpc"
_PORTS += " admin.port admin.port.grpc"


class Server:
    """A server that keeps its files in a folder; it can be killed, and started again with what it holds."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.child = folder, None
        self.ports = dict(zip(_PORTS.split(), free_ports(len(_PORTS.split())), strict=True))
        self.port = self.ports["s3.port"]
        self.place = Place(
            endpoint=f"http://127.0.0.1:{self.port}", bucket="pod", key="key-of-tests", secret="secret-of-tests"
        )

    def start(self) -> None:
        """Start it, and wait until it takes an object."""
        switches = [f"-{name}={port}" for name, port in self.ports.items()]
        fixed = f"-dir={self.folder} -ip=127.0.0.1 -ip.bind=127.0.0.1 -master.telemetry=false -webdav=false"
        fixed += " -admin.ui=false -bucket=pod -s3.port.iceberg=0 -s3.port.lance=0"
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "log").open("ab") as log:
            self.child = subprocess.Popen(
                [str(weed()), f"-logdir={self.folder}", "mini", *fixed.split(), *switches],
                env=os.environ | {"AWS_ACCESS_KEY_ID": self.place.key, "AWS_SECRET_ACCESS_KEY": self.place.secret},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        _await(self.place, self.folder / "log")

    def kill(self) -> None:
        """Kill it, as a power cut does."""
        os.killpg(self.child.pid, signal.SIGKILL)
        self.child.wait()


@contextmanager
def object_store(folder: Path) -> Iterator[Place]:
    """Give an empty bucket of a server that keeps its files in a folder."""
    server = Server(folder)
    try:
        server.start()
        yield server.place
    finally:
        server.kill()


def open_to_the_public(place: Place) -> None:
    """Let everybody read the bucket."""
    what = {
        "Effect": "Allow",
        "Principal": "*",
        "Action": ["s3:GetObject"],
        "Resource": [f"arn:aws:s3:::{place.bucket}/*"],
    }
    client = boto3.client(
        "s3",
        endpoint_url=place.endpoint,
        region_name=place.region,
        aws_access_key_id=place.key,
        aws_secret_access_key=place.secret,
    )
    client.put_bucket_policy(Bucket=place.bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [what]}))
    client.close()


def free_ports(many: int) -> list[int]:
    """Return ports that nobody listens on."""
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

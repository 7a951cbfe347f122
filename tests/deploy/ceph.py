"""A second real object store on this machine: Ceph, with its monitor, one store in memory and its gateway."""

from __future__ import annotations

import subprocess
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from antenne.deploy.s3 import Place
from tests.deploy.seaweed import free_ports
from tests.support.programs import ceph

_CONFIG = """
[global]
fsid = {fsid}
mon_initial_members = a
mon_host = v2:127.0.0.1:{mon}/0
ms_bind_msgr1 = false
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
ms_mon_client_mode = crc
ms_mon_service_mode = crc
ms_mon_cluster_mode = crc
mon_allow_pool_size_one = true
mon_data_avail_crit = 1
paxos_propose_interval = 0.05
mon_data = {folder}/mon
osd_data = {folder}/osd
osd_objectstore = memstore
memstore_device_bytes = 4294967296
osd_crush_chooseleaf_type = 0
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 2
keyring = {folder}/keyring
log_file = {folder}/$name.log
run_dir = {folder}
admin_socket =

[client.admin]
rgw_thread_pool_size = 64
rgw_frontends = beast endpoint=127.0.0.1:{gateway} tcp_nodelay=1
"""


class Ceph:
    """A cluster that keeps objects in memory; its gateway can be killed, and started again.

    Any user may start it: its processes run as that user, root or not, and all that they write stands in `folder`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.config = folder, folder / "ceph.conf"
        self.mon, self.port = free_ports(2)
        self.cluster: list[subprocess.Popen[bytes]] = []
        self.gateway: subprocess.Popen[bytes] | None = None
        self.place = Place(
            endpoint=f"http://127.0.0.1:{self.port}", bucket="pod", key="key-of-tests", secret="secret-of-tests"
        )

    def start(self) -> None:
        """Start what does not run, and wait until it takes an object."""
        if not self.cluster:
            self._make()
        self.gateway = self._begin("radosgw", "-n", "client.admin")
        _await(self.place, self.gateway, self.folder / "client.admin.log")

    def kill(self) -> None:
        """Kill the gateway, as a power cut does: what it acknowledged is in the cluster."""
        if self.gateway:
            _kill(self.gateway)

    def end(self) -> None:
        """Kill everything."""
        for child in [self.gateway, *reversed(self.cluster)]:
            if child:
                _kill(child)

    def fill(self) -> None:
        """Let the cluster find its disks full, which hold some 100 KB: it answers what is to be written no more."""
        self._be_full({"nearfull": "0.00002", "backfillfull": "0.00002", "full": "0.00002"})

    def empty(self) -> None:
        """Let it write again, first of all what still waits."""
        self._be_full({"full": "0.95", "backfillfull": "0.9", "nearfull": "0.85"})

    def _be_full(self, ratios: dict[str, str]) -> None:
        for kind, ratio in ratios.items():
            self._run("ceph", "osd", f"set-{kind}-ratio", ratio)
        deadline, is_full = time.monotonic() + 120, float(ratios["full"]) < 0.5
        while ("POOL_FULL" in self._run("ceph", "health", "detail")) != is_full:
            assert time.monotonic() < deadline
            time.sleep(0.2)

    def _make(self) -> None:
        fsid, unit, address = str(uuid.uuid4()), str(uuid.uuid4()), f"[v2:127.0.0.1:{self.mon}]"
        keyring, monmap = self.folder / "keyring", self.folder / "monmap"
        (self.folder / "osd").mkdir(parents=True)
        self.config.write_text(_CONFIG.format(fsid=fsid, folder=self.folder, mon=self.mon, gateway=self.port))
        allow = ["--cap", "mon", "allow *"]
        self._run("ceph-authtool", "--create-keyring", keyring, "--gen-key", "-n", "mon.", *allow)
        allow += ["--cap", "osd", "allow *"]
        self._run("ceph-authtool", keyring, "--gen-key", "-n", "client.admin", *allow)
        self._run("monmaptool", "--create", "--addv", "a", address, "--fsid", fsid, monmap)
        self._run("ceph-mon", "--mkfs", "-i", "a", "--monmap", monmap, "--keyring", keyring)
        self.cluster.append(self._begin("ceph-mon", "-i", "a"))
        self._run("ceph", "osd", "new", unit)
        self._run("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", unit)
        self.cluster.append(self._begin("ceph-osd", "-i", "0"))
        user = ["--uid=tests", "--display-name=tests", f"--access-key={self.place.key}"]
        self._run("radosgw-admin", "user", "create", *user, f"--secret-key={self.place.secret}")

    def _run(self, program: str, *words: str | Path) -> str:
        done = subprocess.run(
            [str(ceph(program)), "-c", self.config, *words], capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, f"{program}: {done.stdout[-1000:]}{done.stderr[-2000:]}"
        return done.stdout

    def _begin(self, program: str, *words: str) -> subprocess.Popen[bytes]:
        with (self.folder / "said").open("ab") as said:
            return subprocess.Popen(
                [str(ceph(program)), "-c", self.config, *words, "-f"],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )


@contextmanager
def ceph_store(folder: Path) -> Iterator[Place]:
    """Give an empty bucket of a cluster of its own."""
    server = Ceph(folder)
    try:
        server.start()
        yield server.place
    finally:
        server.end()


def _kill(child: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        child.kill()
    child.wait()


def _await(place: Place, gateway: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the bucket is there and the gateway knows its key."""
    deadline = time.monotonic() + 120
    client = boto3.client(
        "s3",
        endpoint_url=place.endpoint,
        region_name=place.region,
        aws_access_key_id=place.key,
        aws_secret_access_key=place.secret,
        config=Config(retries={"max_attempts": 0}, connect_timeout=5, read_timeout=30),
    )
    try:
        while not _takes(client, place.bucket):
            assert time.monotonic() < deadline, log.read_text()[-2000:]
            assert gateway.poll() is None, log.read_text()[-2000:]
            time.sleep(0.1)
    finally:
        client.close()


def _takes(client: Any, bucket: str) -> bool:
    try:
        client.create_bucket(Bucket=bucket)
    except (BotoCoreError, ClientError):
        return False
    return True

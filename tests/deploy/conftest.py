from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from antenne.deploy.s3 import Place
from tests.deploy.ceph import Ceph, ceph_store
from tests.deploy.seaweed import Server, object_store, open_to_the_public
from tests.deploy.servers import Daemon, Sshd
from tests.deploy.stages import Stage, on_branch, on_folder, on_host, on_store
from tests.support.changed import replace

_numbers = itertools.count()


@pytest.fixture(scope="session")
def bucket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A bucket of a real object store."""
    with object_store(tmp_path_factory.mktemp("store")) as place:
        yield place


@pytest.fixture(scope="session")
def older_bucket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A bucket of a real object store that keeps fewer conditions."""
    with ceph_store(tmp_path_factory.mktemp("ceph")) as place:
        yield place


@pytest.fixture
def place(bucket: Place) -> Place:
    """A folder in the bucket that nobody else uses."""
    return replace(bucket, prefix=f"site-{next(_numbers)}/")


@pytest.fixture
def heard(bucket: Place) -> Place:
    """A folder in the bucket that everybody may read."""
    open_to_the_public(bucket)
    return replace(bucket, prefix=f"heard-{next(_numbers)}/")


@pytest.fixture
def held() -> Iterator[ExitStack]:
    """What is to be ended with the test."""
    with ExitStack() as held:
        yield held


@pytest.fixture
def stage(request: pytest.FixtureRequest, tmp_path: Path, held: ExitStack) -> Stage:
    """One of the targets by its name, with what shows it to the public."""
    if request.param == "folder":
        return held.enter_context(on_folder(tmp_path))
    kind = {"ssh": Sshd, "s3": Server, "ceph": Ceph, "git": Daemon}[request.param]
    server = kind(tmp_path / "server")
    held.callback(server.end if isinstance(server, Ceph) else server.kill)
    server.start()

    def restart() -> None:
        server.kill()
        server.start()

    if isinstance(server, Sshd):
        return held.enter_context(on_host(tmp_path, server.host, restart))
    if isinstance(server, Daemon):
        return held.enter_context(on_branch(tmp_path, server.address, "site.git", restart))
    open_to_the_public(server.place)
    return held.enter_context(on_store(tmp_path, replace(server.place, prefix="site/"), restart, request.param))

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest

from antenne.deploy.s3 import Place
from tests.deploy.seaweed import object_store

_numbers = itertools.count()


@pytest.fixture(scope="session")
def bucket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A bucket of a real object store."""
    with object_store(tmp_path_factory.mktemp("store")) as place:
        yield place


@pytest.fixture
def place(bucket: Place) -> Place:
    """A folder in the bucket that nobody else uses."""
    return replace(bucket, prefix=f"site-{next(_numbers)}/")

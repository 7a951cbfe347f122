"""What the tests of media share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from antenne.media import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store") as made:
        yield made

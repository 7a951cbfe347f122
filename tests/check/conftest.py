from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.check import sites


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    sites.build(folder)
    return folder


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """Give a copy of the good site, to break."""
    return Path(shutil.copytree(built, tmp_path / "site"))

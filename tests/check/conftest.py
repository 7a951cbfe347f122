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


@pytest.fixture(scope="session")
def golden_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("golden")
    sites.build_golden(folder)
    return folder


@pytest.fixture
def golden(golden_built: Path, tmp_path: Path) -> Path:
    """Give a copy of the site whose feed has every tag, to break."""
    return Path(shutil.copytree(golden_built, tmp_path / "golden"))

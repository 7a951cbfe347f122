"""The sample site and « Essai », built as they are published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from antenne.commands.project import LOCAL, PUBLIC, Project
from tests.support.everything import make_everything
from tests.support.serving import Served, as_in_production, build_and_serve

SAMPLE = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build both sites side by side, and return the folder that holds them."""
    folder = tmp_path_factory.mktemp("built")
    Project(SAMPLE).build(PUBLIC, output=folder / "out/sample", site_url="https://antenne.example")
    essai = make_everything(folder / "essai")
    Project(essai).build(LOCAL, output=folder / "out/essai", site_url="https://essai.example")
    return folder / "out"


@pytest.fixture(scope="session")
def production(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Build the sample site, and serve it compressed and kept as a server in production does."""
    folder = tmp_path_factory.mktemp("production") / "site"
    with build_and_serve(SAMPLE, folder, config=PUBLIC, app=as_in_production) as site:
        yield site

"""A site that was built once; each test has a copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.built import copy_of
from tests.support.site import PROJECT, invoke, make_site, write

IMPORTED = "from einstellungen import NAME\n"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built site whose settings import a file, and whose theme has a parent; nobody changes it."""
    site = make_site(tmp_path_factory.mktemp("built") / "site")
    config = site / "pelicanconf.py"
    config.write_text("from einstellungen import NAME\n" + config.read_text().replace('"Un petit site"', "NAME"))
    write(site / "einstellungen.py", 'NAME = "Un petit site"\n')
    (site / "theme").unlink()
    shutil.copytree(PROJECT / "theme", site / "parent")
    write(site / "theme/theme.yaml", "extends: ../parent\n")
    write(site / "theme/locale/fr.po", 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')
    write(site / "theme/static/css/tokens.css", ":root { --accent: #123456; }\n")
    write(site / "elsewhere/one.txt", "one\n")
    write(site / "elsewhere/two.txt", "two\n")
    (site / "content/notes/linked.txt").symlink_to("../../elsewhere/one.txt")
    invoke(site, "build")
    return site


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """Return a built and remembered site of the test's own."""
    return copy_of(built, tmp_path / "site")

"""From settings and secrets to targets."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from antenne.commands.project import Project
from antenne.commands.secrets import secret
from antenne.commands.targets import targets_of
from antenne.deploy import NoGate, PublicGate
from antenne.settings import Settings, SshSettings
from tests.support.changed import replace
from tests.support.site import make_site


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Project(make_site(tmp_path / "site")).settings()
    ssh = SshSettings(host="exemple.fr", folder="/srv/site")
    return replace(settings, publishing=replace(settings.publishing, target="ssh", ssh=ssh))


@pytest.mark.parametrize("address", ["https://antenne.example", "https://essai.test/site"])
def test_where_nobody_can_ask_the_public_site_the_author_hears_of_it(settings: Settings, address: str) -> None:
    said: list[str] = []
    assert isinstance(targets_of(replace(settings, site_url=address), said.append).gate, NoGate)
    assert len(said) == 1
    assert f"{address} is an address for examples" in said[0]


@pytest.mark.parametrize("address", ["https://exemple.fr", "http://127.0.0.1:8000"])
def test_a_site_with_an_address_is_asked(settings: Settings, address: str) -> None:
    said: list[str] = []
    assert isinstance(targets_of(replace(settings, site_url=address), said.append).gate, PublicGate)
    assert said == []


def test_the_end_of_a_line_is_no_part_of_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTENNE_S3_KEY", " a key\r\n")
    assert secret("ANTENNE_S3_KEY") == "a key"
    keyring = ModuleType("keyring")
    keyring.get_password = lambda service, name: f"{service} {name}\n"  # type: ignore[attr-defined]
    keyring.__spec__ = sys.__spec__
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.setenv("ANTENNE_S3_KEY", "\n")
    assert secret("ANTENNE_S3_KEY") == "antenne ANTENNE_S3_KEY"

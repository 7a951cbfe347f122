"""`invoke servers`, and what `invoke publish` packs."""

from __future__ import annotations

from pathlib import Path

import pytest

from antenne.commands.project import Project
from antenne.commands.report import Report
from antenne.commands.servers import KINDS, write_configuration
from antenne.servers import CannotSay, is_packed
from tests.deploy.samples import snapshot
from tests.support.site import invoke, make_site


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(make_site(tmp_path / "site"))


def test_a_site_that_is_published_is_packed_and_told_to_a_server(project: Project) -> None:
    site = project.folder
    first = invoke(site, "publish")
    assert ".br" not in first.stdout + first.stderr
    live = snapshot(site / "public/current")
    assert {"index.html.br", "index.html.gz"} <= live.keys()
    assert "_headers" in live
    assert "Nothing has changed" in invoke(site, "publish").stdout
    done = invoke(site, "servers", "nginx", "--output", "antenne.conf", "--root", "/srv/x", "--name", "exemple.fr")
    assert "Wrote antenne.conf" in done.stdout
    told = (site / "antenne.conf").read_text(encoding="utf-8")
    assert 'root "/srv/x";' in told
    assert "server_name exemple.fr;" in told


def test_packing_can_be_left_out(project: Project) -> None:
    site = project.folder
    with (site / "publishconf.py").open("a", encoding="utf-8") as conf:
        conf.write('ANTENNE = {**ANTENNE, "publishing": {"packed": False}}\n')
    invoke(site, "publish")
    assert not [path for path in snapshot(site / "public/current") if is_packed(path)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_target_says_which_folder_is_shown(project: Project, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    project.build()
    capsys.readouterr()
    write_configuration(project, Report(), kind)
    said = capsys.readouterr().out
    assert kind == "htaccess" or f"{project.folder}/public/current" in said
    assert kind == "htaccess" or "essai.antenne" in said
    assert "Content-Security-Policy" in said


@pytest.mark.parametrize(
    ("kind", "port", "words"),
    [("ngnix", 0, "Did you mean nginx"), ("iis", 0, "Choose one of"), ("caddy", 70000, "no port")],
)
def test_what_cannot_be_written_is_refused(project: Project, kind: str, port: int, words: str) -> None:
    with pytest.raises(CannotSay, match="invoke build first"):
        write_configuration(project, Report(), "nginx")
    project.build()
    with pytest.raises(CannotSay, match=words):
        write_configuration(project, Report(), kind, port=port)


def test_hosts_that_read_headers_have_them_already(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.build()
    write_configuration(project, Report(), "headers")
    assert "_headers in output/" in capsys.readouterr().out

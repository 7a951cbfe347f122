"""`invoke stats` as it is given, on a small real site."""

from __future__ import annotations

import csv
import gzip
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from antenne.commands import stats
from antenne.commands.project import Project
from antenne.commands.report import Report
from antenne.fetch import Answer
from antenne.settings import MediaSettings
from antenne.stats import FILES
from tests.support.changed import replace
from tests.support.site import invoke, make_site

LINE = '203.0.113.{} - - [{:02d}/Sep/2026:12:00:00 +0000] "GET /{} HTTP/1.1" 200 {} "-" "AntennaPod/3.4"\n'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site with two logs, of three downloads of its episode together."""
    root = make_site(tmp_path_factory.mktemp("counted"))
    episode = Project(root).settings()
    path = next(iter(stats._recordings(episode, Report())._paths.values()))[0][0].lstrip("/")
    lines = [LINE.format(n, day, path, 9_000_000) for n, day in ((1, 1), (1, 1), (2, 1), (2, 2))]
    (root / "access.log").write_text("".join(lines[:2]) + "broken\n")
    (root / "access.log.1").write_text("".join(lines[2:]))
    many = "".join(LINE.format(n % 250, 1, path, 9_000_000).replace("113.", f"{n // 250}.") for n in range(9000))
    (root / "many.log").write_text(many)
    (root / "cut.log.gz").write_bytes(gzip.compress(many.encode(), mtime=0)[:-9])
    return root


def test_any_number_of_logs_is_counted_together(site: Path) -> None:
    done = invoke(site, "stats", "access.log", "access.log.1")
    assert "3 downloads, 2026-09-01 to 2026-09-02 (UTC days)." in done.stdout
    assert "Read 5 lines, 1 of them malformed; 4 for recordings." in done.stdout
    assert "Technical Guidelines 2.3; window: calendar." in done.stdout
    assert "203.0.113" not in done.stdout + done.stderr


def test_programs_get_one_document_and_nothing_else(site: Path) -> None:
    told = json.loads(invoke(site, "stats", "--format", "json", "access.log", "access.log.1").stdout)
    assert told["downloads"] == 3
    rows = list(csv.DictReader(io.StringIO(invoke(site, "stats", "many.log", "--format=csv").stdout)))
    assert [(row["date"], row["app"], row["downloads"]) for row in rows] == [("2026-09-01", "AntennaPod", "9000")]


def test_what_is_piped_is_counted(site: Path) -> None:
    with (site / "access.log").open("rb") as log:
        command = [sys.executable, "-m", "invoke", "stats", "-", "--since", "2026-09-01", "--until", "2026-09-01"]
        done = subprocess.run(command, cwd=site, stdin=log, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("1 download, 2026-09-01")


def test_plots_and_the_page_are_written_where_they_are_not_published(site: Path) -> None:
    done = invoke(site, "stats", "access.log", "--svg", "plots", "--page", "mine/stats.html")
    assert done.stderr == ""
    assert sorted(path.name for path in (site / "plots").iterdir()) == ["apps.svg", "days.svg", "episodes.svg"]
    assert "noindex" in (site / "mine/stats.html").read_text(encoding="utf-8")
    for place in ("public/stats.html", "output/x.html", "content/x.html", "theme/static/x.html"):
        refused = invoke(site, "stats", "access.log", "--page", place, check=False)
        assert (refused.returncode, "choose a place outside" in refused.stderr) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "No log is named"),
        (("missing.log",), "missing.log cannot be read"),
        (("pelicanconf.py",), "no log of a form that is known"),
        (("access.log", "--since", "hier"), "--since is a day"),
        (("access.log", "--until", "9999-12-31"), "--until is a day"),
        (("access.log", "--window", "week"), "--window is one of"),
        (("access.log", "--format", "xml"), "--format is one of"),
        (("access.log", "--episode", "rien"), "No episode"),
        (("access.log", "--agents", "content"), "bots.json"),
    ],
)
def test_what_cannot_be_counted_is_said_in_a_sentence(site: Path, words: tuple[str, ...], said: str) -> None:
    done = invoke(site, "stats", *words, check=False)
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (2, True, False)


def test_one_bad_log_among_good_ones_is_told_and_the_others_count(site: Path) -> None:
    done = invoke(site, "stats", "access.log", "missing.log", check=False)
    assert "missing.log cannot be read" in done.stderr
    assert "These numbers lack a log that could not be read" in done.stderr
    assert (done.returncode, done.stdout.startswith("1 download,")) == (2, True)


def test_a_log_that_breaks_off_counts_as_far_as_it_goes_and_is_told(site: Path) -> None:
    done = invoke(site, "stats", "cut.log.gz", check=False)
    assert "cut.log.gz is damaged" in done.stderr
    assert "These numbers lack a log" in done.stderr
    assert (done.returncode, done.stdout.startswith("9000 downloads,")) == (2, True)


def test_a_page_goes_into_no_folder_of_recordings(site: Path, tmp_path: Path) -> None:
    settings = Project(site).settings()
    media = MediaSettings(target="folder", address="https://media.exemple.fr", folder=tmp_path / "media")
    settings = replace(settings, publishing=replace(settings.publishing, media=media))
    with pytest.raises(stats.StatsRefused, match="would be published"):
        stats._outside(tmp_path / "media/stats.html", settings)


def test_lists_of_user_agents_are_got_whole_or_not_at_all(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    body = b'{"entries": [{"name": "Le mien", "pattern": "^AntennaPod"}]}'
    bots = b'{"entries": [{"name": "Robot", "pattern": "^Robot"}]}'

    def served(address: str) -> Answer:
        wanted = bots if address.endswith("bots.json") else body
        return Answer(status=200, address=address, body=wanted)

    def broken(address: str) -> Answer:
        return Answer(status=200, address=address, body=b"<html>")

    project, folder = Project(site), Project(site).settings().cache / "user-agents"
    monkeypatch.setattr(stats, "fetch", broken)
    with pytest.raises(stats.StatsRefused, match="is not JSON"):
        stats.get_agents(project, Report())
    assert not folder.exists()
    monkeypatch.setattr(stats, "fetch", served)
    stats.get_agents(project, Report())
    assert sorted(path.stem for path in folder.iterdir()) == sorted(FILES)
    capsys.readouterr()
    told = json.loads(invoke(site, "stats", "many.log", "--format", "json").stdout)
    assert told["apps"] == [{"app": "Le mien", "downloads": 9000}]
    assert told["user_agents"][0].startswith("OPAWG user-agents-v2")

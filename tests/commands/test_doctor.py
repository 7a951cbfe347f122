"""`invoke doctor` on machines that lack something."""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path
from types import SimpleNamespace

import pytest

from antenne.commands.doctor import Finding, State
from antenne.commands.doctor.folders import folders
from antenne.commands.doctor.machine import machine
from antenne.commands.doctor.remedies import how_to_get
from antenne.commands.doctor.target import needed_programs, target
from antenne.commands.project import Project
from antenne.commands.targets import targets_of
from antenne.deploy import PublishRefused
from antenne.fetch import Answer, FetchRefused
from antenne.settings import GitSettings, S3Settings, Settings, SshSettings
from tests.support.changed import replace
from tests.support.site import invoke, make_site, write

SECRET = "planted-secret-0123456789"
NOW = 1_800_000_000.0


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site")


@pytest.fixture
def settings(site: Path) -> Settings:
    return Project(site).settings()


def publishing(settings: Settings, **changes: object) -> Settings:
    return replace(settings, publishing=replace(settings.publishing, **changes))


def telling(date: str) -> Callable[..., Answer]:
    return lambda address, **_: Answer(address=address, status=200, headers={"date": date})


def named(findings: object, name: str) -> Finding:
    (found,) = [one for one in list(findings) if one.name == name]  # type: ignore[call-overload]
    return found


def test_a_machine_that_has_all_is_told_so_and_nothing_is_written(site: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    done = invoke(site, "doctor")
    assert "Nothing is missing that is needed" in done.stdout
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before


def test_the_json_has_every_finding(site: Path) -> None:
    said = json.loads(invoke(site, "doctor", "--format", "json").stdout)
    assert (said["version"], said["ok"]) == (1, True)
    names = {one["name"] for one in said["findings"]}
    assert {"Python", "git", "Folder output", "Disk", "Target", "Time zones"} <= names
    assert {one["state"] for one in said["findings"]} <= {"ok", "wanted"}


def test_without_programs_a_site_that_publishes_to_a_folder_lacks_nothing(site: Path, tmp_path: Path) -> None:
    done = invoke(site, "doctor", PATH=str(tmp_path))
    assert "wanted  git: is not on this machine" in done.stdout


def test_without_ssh_a_site_that_publishes_by_ssh_is_told_how_to_get_it(site: Path, tmp_path: Path) -> None:
    conf = site / "publishconf.py"
    ssh = '{"target": "ssh", "ssh": {"host": "essai.example", "folder": "/var/www"}}'
    write(conf, f'{conf.read_text(encoding="utf-8")}\nANTENNE = {{**ANTENNE, "publishing": {ssh}}}\n')
    done = invoke(site, "doctor", PATH=str(tmp_path), check=False)
    assert done.returncode == 1
    for program in ("ssh", "rsync"):
        assert f"MISSING {program}: is not on this machine" in done.stdout
    assert "MISSING git" not in done.stdout
    assert done.stdout.rstrip().splitlines()[-1].startswith("2 missing")


def test_settings_that_cannot_be_read_are_missing(site: Path) -> None:
    write(site / "publishconf.py", "from pelicanconf import *\nANTENNE = {'privat': 1}\n")
    done = invoke(site, "doctor", check=False)
    assert done.returncode == 1
    assert "MISSING Settings" in done.stdout


def test_another_form_is_refused(site: Path) -> None:
    done = invoke(site, "doctor", "--format", "xml", check=False)
    assert done.returncode == 2
    assert "text, json" in done.stderr


@pytest.mark.parametrize(
    ("system", "words"),
    [("Darwin", "brew install rsync"), ("Windows", "wsl --install"), ("Plan9", "system's packages")],
)
def test_each_system_has_its_own_words(system: str, words: str) -> None:
    assert words in how_to_get("rsync", system)


def test_a_package_out_of_step_is_told_with_both_numbers(tmp_path: Path) -> None:
    pins = "pillow==1.0 \\\n    --hash=sha256:00\nnobody-made-this==2.0\nonly-there==3.0 ; sys_platform == 'win32'\n"
    write(tmp_path / "requirements.txt", pins)
    found = named(machine(tmp_path, frozenset()), "Packages")
    assert found.state is State.MISSING
    assert "and not 1.0" in found.found
    assert "nobody-made-this is not installed" in found.found
    assert "only-there" not in found.found
    assert sys.executable in found.do


def test_this_checkouts_packages_are_in_step() -> None:
    project = Path(__file__).parent.parent.parent
    assert named(machine(project, frozenset()), "Packages").state is State.OK


def test_a_full_disk_is_missing(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=10**6))
    found = named(folders(settings), "Disk")
    assert found.state is State.MISSING
    assert "0.2 GB" in found.do


def test_a_folder_that_is_a_file_is_missing(settings: Settings) -> None:
    write(settings.output, "a file")
    assert named(folders(settings), "Folder output").state is State.MISSING


def test_a_folder_without_permission_is_missing(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.cache.mkdir(parents=True)
    # Root may write everywhere, so the system's answer is given here.
    monkeypatch.setattr("os.access", lambda place, mode: place != settings.cache)
    found = named(folders(settings), "Folder cache")
    assert (found.state, "chmod" in found.do) == (State.MISSING, True)


@pytest.mark.parametrize(("skew", "state"), [(0, State.OK), (59, State.OK), (-120, State.WANTED), (900, State.MISSING)])
def test_a_clock_is_compared_with_the_servers(settings: Settings, skew: int, state: State) -> None:
    live = replace(settings, site_url="http://127.0.0.1:1")
    found = named(target(live, telling(formatdate(NOW, usegmt=True)), lambda: NOW + skew), "Clock")
    assert found.state is state


@pytest.mark.parametrize("date", ["", "tomorrow", "\0"])
def test_a_server_that_does_not_tell_the_time_is_no_fault(settings: Settings, date: str) -> None:
    live = replace(settings, site_url="http://127.0.0.1:1")
    assert named(target(live, telling(date)), "Clock").state is State.OK


def test_a_site_that_does_not_answer_yet_is_wanted(settings: Settings) -> None:
    def refused(address: str, **_: object) -> Answer:
        raise FetchRefused("Nobody is there.")

    live = replace(settings, site_url="http://127.0.0.1:1")
    assert named(target(live, refused), "http://127.0.0.1:1").state is State.WANTED


def test_an_example_address_is_not_asked(settings: Settings) -> None:
    def asked(address: str, **_: object) -> Answer:
        raise AssertionError(address)

    example = replace(settings, site_url="https://essai.example")
    assert [one.name for one in target(example, asked)] == ["Target"]


def test_a_store_that_does_not_answer_is_missing_and_its_secret_is_never_shown(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTENNE_S3_KEY", "key-of-nobody")
    monkeypatch.setenv("ANTENNE_S3_SECRET", SECRET)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    s3 = S3Settings(bucket="essai", endpoint=f"http://127.0.0.1:{port}")
    found = list(target(publishing(settings, target="s3", s3=s3), telling("")))
    assert named(found, "Target").state is State.MISSING
    assert named(found, "Secrets").state is State.OK
    assert SECRET not in repr(found)
    assert "key-of-nobody" not in repr(found)


def test_half_of_a_secret_is_missing(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTENNE_S3_SECRET", SECRET)
    monkeypatch.delenv("ANTENNE_S3_KEY", raising=False)
    s3 = publishing(settings, target="s3", s3=S3Settings(bucket="essai", endpoint="http://127.0.0.1:9"))
    found = named(target(s3, telling("")), "Secrets")
    assert found.state is State.MISSING
    assert "ANTENNE_S3_KEY is not" in found.found
    assert SECRET not in repr(found)
    with pytest.raises(PublishRefused, match="go together") as refused:
        targets_of(s3, str)
    assert SECRET not in str(refused.value)


def test_a_branch_over_https_wants_its_token(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANTENNE_GIT_TOKEN", raising=False)
    monkeypatch.setattr("antenne.commands.doctor.target.needed_programs", lambda _: frozenset(("never-there",)))
    git = publishing(settings, target="git", git=GitSettings(remote="https://essai.example/a.git"))
    assert named(target(git, telling("")), "Secrets").state is State.WANTED
    monkeypatch.setenv("ANTENNE_GIT_TOKEN", SECRET)
    found = named(target(git, telling("")), "Secrets")
    assert (found.state, SECRET in repr(found)) == (State.OK, False)


def test_each_target_calls_its_own_programs(settings: Settings) -> None:
    ssh = SshSettings(host="essai.example", folder="/www")
    assert needed_programs(settings) == frozenset()
    assert needed_programs(publishing(settings, target="ssh", ssh=ssh)) == {"ssh", "rsync"}
    assert needed_programs(publishing(settings, target="git")) == {"git"}


def test_what_stands_in_the_way_of_a_target_is_told(settings: Settings) -> None:
    write(settings.publishing.folder / "current", "not ours")
    found = named(target(settings), "Target")
    assert found.state is State.MISSING
    assert "not made by Antenne" in found.found

"""What follows from a publication — caches, hubs, hooks — is done by the next one when this one could not."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from antenne.commands import world
from antenne.commands.project import Project
from antenne.commands.report import Report
from antenne.commands.world import Telling
from antenne.deploy import FolderTarget, Job, Publication, publish, roll_back
from antenne.deploy.telling import World
from antenne.settings import Settings
from tests.deploy.samples import make_build
from tests.support.changed import replace
from tests.support.site import make_site

WRITE = "import sys; open({name!r}, 'a').write(sys.stdin.read() + '|'); sys.exit({code})"


class Killed(BaseException):
    """The publisher is killed at this moment."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Project(make_site(tmp_path / "site")).settings()


@pytest.fixture
def builds(tmp_path: Path) -> Iterator[Path]:
    return (make_build(tmp_path / str(n), {f"audio/{n}.mp3": b"%d" % n * 99}, livres=b"%d" % n) for n in range(9))


def script(folder: Path, name: str, code: int = 0) -> str:
    """Return a command that writes what it reads into a file, and ends with a code."""
    place = folder / f"{name}.py"
    place.write_text(WRITE.format(name=str(folder / name), code=code))
    return f"{sys.executable} {place}"


def telling(settings: Settings, **more: str) -> Telling:
    return Telling(settings=replace(settings, publishing=replace(settings.publishing, **more)))


def job(build: Path, target: Path, told: Telling, **more: object) -> Job:
    place = FolderTarget(target)
    return Job(build=build, pages=place, keep=3, planned=told.note, purge=told.purge, **more)  # type: ignore[arg-type]


def say(told: Telling, publication: Publication) -> str:
    err = io.StringIO()
    told.tell(Report(io.StringIO(), err), publication)
    return err.getvalue()


def test_caches_that_a_killed_publisher_left_full_are_emptied_by_the_next_one(
    settings: Settings, builds: Iterator[Path], tmp_path: Path
) -> None:
    told, target, first, second = telling(settings, purge="x"), tmp_path / "public", next(builds), next(builds)

    def killed(plan: object) -> tuple[str, ...]:
        raise Killed

    with pytest.raises(Killed):
        publish(replace(job(first, target, told), purge=killed))
    assert (target / "current/index.html").is_file()
    told = telling(settings, purge=script(tmp_path, "purged"))
    assert publish(job(first, target, told)).warnings == ()
    assert f"{settings.site_url}/livres/\n" in (tmp_path / "purged").read_text()
    # Once is enough.
    assert publish(job(first, target, told)).nothing_changed
    assert (tmp_path / "purged").read_text().count("|") == 1
    publish(job(second, target, told))
    assert (tmp_path / "purged").read_text().count("|") == 2


def test_a_command_that_could_not_empty_caches_is_run_again_also_when_going_back(
    settings: Settings, builds: Iterator[Path], tmp_path: Path
) -> None:
    failing, target = telling(settings, purge=script(tmp_path, "failed", code=1)), tmp_path / "public"
    for build in (next(builds), next(builds)):
        (warning,) = publish(job(build, target, failing)).warnings
        assert "ended with code 1. The next “invoke publish” runs it again." in warning
    told = telling(settings, purge=script(tmp_path, "purged"))
    roll_back(FolderTarget(target), keep=3, planned=told.note, purge=told.purge)
    addresses = (tmp_path / "purged").read_text().rstrip("|").split()
    assert {f"{settings.site_url}/audio/0.mp3", f"{settings.site_url}/livres/"} <= set(addresses)
    assert len(addresses) == len(set(addresses))


def test_a_hook_that_a_killed_publisher_did_not_run_is_run_by_the_next_one(
    settings: Settings, builds: Iterator[Path], tmp_path: Path
) -> None:
    told, target, build = telling(settings, hook=script(tmp_path, "hooked")), tmp_path / "public", next(builds)
    publish(job(build, target, told))
    assert say(told, publish(job(build, target, told))) == ""
    document = json.loads((tmp_path / "hooked").read_text().rstrip("|"))
    assert (document["generation"], document["feeds"]) == (1, [f"{settings.site_url}/flux/emission.xml"])
    assert say(told, publish(job(build, target, told))) == ""
    assert (tmp_path / "hooked").read_text().count("|") == 1


def test_a_hub_that_was_away_is_told_by_the_next_publication(
    settings: Settings, builds: Iterator[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(world, "World", partial(World, sleep=lambda _: None))
    settings = replace(settings, feeds=replace(settings.feeds, hub="http://127.0.0.1:9"))
    told, target, build = telling(settings), tmp_path / "public", next(builds)
    said = say(told, publish(job(build, target, told)))
    assert "was not told" in said
    assert "The next “invoke publish” tells them again." in said
    assert "was not told" in say(told, publish(job(build, target, told)))

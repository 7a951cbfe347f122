"""Every target under faults while an app polls: some of each kind; tools/try_publishing.py tries hundreds."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.deploy import trial as t
from tests.deploy.app import App, polling
from tests.deploy.proxy import Fault, line, refusal
from tests.deploy.samples import make_build
from tests.deploy.servers import Sshd
from tests.deploy.shown import folder, shown
from tests.deploy.stages import NAMED, Stage, killing, on_host

ALL = [
    "folder",
    "git",
    pytest.param("ssh", marks=pytest.mark.ssh),
    pytest.param("s3", marks=pytest.mark.seaweedfs),
    pytest.param("ceph", marks=pytest.mark.ceph),
]
BY_LINE = {"ssh": (60_000, 9_000), "s3": (90_000, 20_000), "ceph": (90_000, 20_000), "git": (1_200, 800)}
"""How many bytes go over the line to the server and back, somewhat less."""


def by_line(stage: Stage, fault: Fault) -> Callable[[Path], int]:
    """Return a publication over a line with a fault."""

    def act(build: Path) -> int:
        with line(stage.port, fault) as port:
            return t.struck(stage, port=port)(build)

    return act


def server_killed(stage: Stage) -> Callable[[Path], int]:
    """Return a publication whose server is killed and started again meanwhile."""

    def act(build: Path) -> int:
        child = t.begin(lambda: t.send(stage.job(build), lasts=600))
        time.sleep(0.4)
        stage.restart()
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    return act


@pytest.mark.parametrize("stage", ALL, indirect=True)
def test_killed_before_or_after_operations_and_at_random_an_app_sees_whole_sites_alone(
    stage: Stage, tmp_path: Path
) -> None:
    trial = t.Trial(stage=stage, folder=tmp_path)
    trial.begin()
    with polling(stage.app, tmp_path) as seen:
        many = t.operations(stage, trial.build(1))
        trial.number = 1
        for number in range(6):
            at = 1 + number * (many - 1) // 5
            trial.strike("killed", t.struck(stage, killing(at, after=number % 2 == 1)))
        for number in range(2):
            trial.strike("killed at random", t.killed_after(stage, 0.1 + 0.3 * number, group=number == 1))
    assert trial.inconsistent + seen.wrong == []
    assert seen.feeds > 2
    assert trial.codes.get(-9, 0) >= 4


@pytest.mark.parametrize("stage", ALL[1:], indirect=True)
def test_with_the_line_cut_and_the_server_killed_an_app_sees_whole_sites_alone(stage: Stage, tmp_path: Path) -> None:
    trial, (up, down) = t.Trial(stage=stage, folder=tmp_path), BY_LINE[stage.name]
    trial.begin()
    with polling(stage.app, tmp_path) as seen:
        for part in range(3):
            trial.strike("cut", by_line(stage, Fault(up=up * (1 + part) // 4)))
        trial.strike("cut", by_line(stage, Fault(down=down // 2)))
        trial.strike("server killed", server_killed(stage))
    assert trial.inconsistent + seen.wrong == []
    assert trial.codes.get(2, 0) >= 1


@pytest.mark.parametrize("stage", ALL[3:], indirect=True)
def test_a_lost_answer_of_the_lock_a_recording_a_feed_or_the_state_is_no_failure_and_a_refusal_is_a_sentence(
    stage: Stage, tmp_path: Path
) -> None:
    trial = t.Trial(stage=stage, folder=tmp_path)
    trial.begin()
    with polling(stage.app, tmp_path) as seen:
        for number in (1, 6, 8, 11, 14, 17, 20):
            trial.strike("answer lost", by_line(stage, Fault(lost=number)))
        assert set(trial.codes) == {0}
        for number in (9, 16):
            trial.strike("403", by_line(stage, Fault(replaced=number, answer=refusal(403, "AccessDenied"))))
            trial.strike("500", by_line(stage, Fault(replaced=number, answer=refusal(500, "InternalError"))))
    assert trial.inconsistent + seen.wrong == []


@pytest.mark.parametrize("stage", ALL, indirect=True)
def test_of_several_publications_at_once_each_wins_or_is_told_and_an_older_build_changes_nothing(
    stage: Stage, tmp_path: Path
) -> None:
    trial = t.Trial(stage=stage, folder=tmp_path)
    trial.begin()
    with polling(stage.app, tmp_path) as seen:
        for many in (2, 4):
            builds = [trial.build(trial.number + 1, variant) for variant in range(many)]
            codes = t.at_once(stage, builds)
            assert set(codes) <= {0, 75}
            assert 0 in codes
            trial.converge("at once", builds[0])
            trial.number += 1
        feed = t.read(f"{stage.app.pages}/flux/emission.xml")
        assert t.older(stage, trial.build(trial.number + 1)) == 3
        assert t.read(f"{stage.app.pages}/flux/emission.xml") == feed
    assert trial.inconsistent + seen.wrong == []


@pytest.mark.ssh
def test_a_full_disk_on_the_other_machine_leaves_the_live_site_and_the_next_publication_goes_on(tmp_path: Path) -> None:
    server = Sshd(tmp_path / "server", largest=25_000)
    server.start()
    try:
        with on_host(tmp_path, server.host) as stage:
            small = make_build(tmp_path / "small", {"audio/un.mp3": b"un" * 100})
            large = make_build(tmp_path / "large", {"audio/deux.mp3": b"deux" * 10_000})
            assert t.struck(stage)(small) == 0
            before = t.read(f"{stage.app.pages}/flux/emission.xml")
            assert t.struck(stage)(large) == 2
            assert t.read(f"{stage.app.pages}/flux/emission.xml") == before
            server.kill()
            server.largest = 0
            server.start()
            assert t.struck(stage)(large) == 0
            assert stage.app.look().wrong == []
    finally:
        server.kill()


def test_the_app_sees_a_feed_that_came_before_its_recording(tmp_path: Path) -> None:
    build = make_build(tmp_path / "site", {"audio/un.mp3": b"un" * 100, "audio/deux.mp3": b"deux" * 100})
    (build / "audio/un.mp3").unlink()
    (build / "audio/deux.mp3").write_bytes(b"deux")
    with shown(folder(build)) as address:
        seen = App(pages=address, media=address, named=NAMED).look()
    assert (seen.feeds, seen.recordings, len(seen.wrong)) == (1, 2, 2)

"""The ten things that hold (docs/publishing.md), each by its number; tests/deploy/test_faults.py strikes harder."""

from __future__ import annotations

import re
import shutil
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from antenne.deploy import FolderTarget, Job, LiveIsNotWhole, PublicGate, publish, rehearse
from antenne.deploy.memos import Memos
from antenne.deploy.s3 import Place, S3Target, Store
from antenne.deploy.s3.state import CONTROL
from tests.deploy import trial as t
from tests.deploy.samples import make_build, publish_folder, snapshot
from tests.deploy.shown import folder, shown
from tests.deploy.stages import NAMED, Stage, form, killing
from tests.support.changed import replace
from tests.support.site import digests, invoke, make_site

S3 = [pytest.param("s3", marks=pytest.mark.seaweedfs)]
BOTH = ["folder", *S3]


@pytest.mark.parametrize("stage", BOTH, indirect=True)
def test_1_every_recording_that_a_live_feed_names_answers_with_its_length_and_a_part_of_it(
    stage: Stage, tmp_path: Path
) -> None:
    trial = t.Trial(stage=stage, folder=tmp_path)
    trial.begin()
    many = t.operations(stage, trial.build(1))
    for at in (many // 3, many // 2, many - 3):
        assert t.struck(stage, killing(at, after=True), lasts=0)(trial.build(2)) == -9
        seen = stage.app.look()
        assert (seen.feeds, seen.recordings, seen.wrong) == (1, 2, [])


@pytest.mark.parametrize("stage", BOTH, indirect=True)
def test_2_a_live_feed_is_the_old_one_or_the_new_one_byte_for_byte(stage: Stage, tmp_path: Path) -> None:
    trial = t.Trial(stage=stage, folder=tmp_path)
    trial.begin()
    feeds = [(trial.build(number) / "flux/emission.xml").read_bytes() for number in (0, 1)]
    for at in (5, 12, 16, 19):
        t.struck(stage, killing(at, after=False), lasts=0)(trial.build(1))
        assert t.read(f"{stage.app.pages}/flux/emission.xml") in feeds
    assert trial.again(trial.build(1)) == 0
    assert t.read(f"{stage.app.pages}/flux/emission.xml") == feeds[1]


def test_3_guids_and_addresses_of_what_subscribers_have_stay_until_it_is_withdrawn_by_name(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    invoke(site, "publish")
    before = digests(site / "public")
    shutil.rmtree(site / "content/episodes/2013-11-05-premier")
    refused = invoke(site, "publish", check=False)
    assert refused.returncode == 1
    assert digests(site / "public") == before
    accept = re.search(r"--accept (episode-gone:[^\s.]+)", refused.stdout + refused.stderr)
    assert accept, refused.stdout + refused.stderr
    invoke(site, "publish", "--accept", accept[1])
    assert b"<item>" not in (site / "public/current/flux/essai.xml").read_bytes()


@pytest.mark.seaweedfs
@pytest.mark.parametrize("stage", S3, indirect=True)
def test_4_links_of_live_pages_lead_somewhere_wherever_a_publication_was_killed(stage: Stage, tmp_path: Path) -> None:
    trial = t.Trial(stage=stage, folder=tmp_path)
    trial.begin()
    many = t.operations(stage, trial.build(1))
    for at in range(many // 2, many, 3):
        t.struck(stage, killing(at, after=True), lasts=0)(trial.build(2))
        page = t.read(f"{stage.app.pages}/index.html")
        links = re.findall(rb"href='(/[^']+)'", page)
        assert links
        for link in links:
            assert t.read(f"{stage.app.pages}{link.decode()}index.html"), (at, link)


@pytest.mark.parametrize("stage", BOTH, indirect=True)
def test_5_a_publication_that_was_cut_can_be_given_again_and_the_one_after_it_sends_nothing(
    stage: Stage, tmp_path: Path
) -> None:
    trial = t.Trial(stage=stage, folder=tmp_path)
    trial.begin()
    trial.strike("killed", t.struck(stage, killing(10, after=True)))
    assert trial.inconsistent == []


@pytest.mark.parametrize("stage", BOTH, indirect=True)
def test_6_an_older_build_and_a_second_publisher_change_nothing_and_say_so(stage: Stage, tmp_path: Path) -> None:
    trial = t.Trial(stage=stage, folder=tmp_path)
    trial.begin()
    before = t.read(f"{stage.app.pages}/index.html")
    assert t.older(stage, trial.build(1)) == 3
    with stage.job(trial.build(1)).pages.held():
        assert t.in_child(lambda: t.send(stage.job(trial.build(1)), lasts=600)) == 75
    assert t.read(f"{stage.app.pages}/index.html") == before


def test_7_nothing_younger_than_its_grace_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    builds = [make_build(tmp_path / str(n), {f"audio/{n}.mp3": b"%d" % n * 99}) for n in range(4)]
    target = tmp_path / "public"
    for build in builds:
        publish_folder(build, target, keep=1)
    assert sorted(path.name for path in (target / "current/audio").iterdir()) == [f"{n}.mp3" for n in range(4)]
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 25 * 60 * 60)
    publish_folder(make_build(tmp_path / "last", {"audio/3.mp3": b"3" * 99}, notes=b"later"), target, keep=1)
    assert sorted(path.name for path in (target / "current/audio").iterdir()) == ["3.mp3"]


def test_8_exit_code_0_means_that_the_public_address_shows_it_whole_also_when_nothing_has_changed(
    tmp_path: Path,
) -> None:
    build = make_build(tmp_path / "build", {"audio/un.mp3": b"un" * 99})
    feed = build / "flux/emission.xml"
    stale = tmp_path / "stale"
    with ExitStack() as held:
        live = held.enter_context(shown(folder(tmp_path / "public/current")))
        old = held.enter_context(shown(folder(stale)))
        feed.write_bytes(feed.read_bytes().replace(NAMED.encode(), live.encode()))
        job = Job(build=build, pages=FolderTarget(tmp_path / "public"), keep=2)
        whole, not_whole = (PublicGate(address=address, patience=0) for address in (live, old))
        for _ in range(2):
            with pytest.raises(LiveIsNotWhole) as told:
                publish(replace(job, gate=not_whole))
            assert told.value.code == 4
        assert publish(replace(job, gate=whole)).nothing_changed


@pytest.mark.seaweedfs
def test_9_nothing_but_the_site_is_public_besides_what_publishing_remembers(place: Place, tmp_path: Path) -> None:
    build = make_build(tmp_path / "build", {"audio/un.mp3": b"un" * 99})
    publish_folder(build, tmp_path / "public", keep=2, memo=b"memo")
    assert snapshot(tmp_path / "public/current") == snapshot(build)
    target = S3Target(place=place, form=form, memos=Memos(tmp_path / "memos"))
    publish(Job(build=build, pages=target, keep=2, memo=b"memo"))
    names = [name.removeprefix(place.prefix) for name, _ in Store(place).list(place.prefix)]
    assert {name for name in names if not name.startswith(CONTROL)} == set(snapshot(build))
    assert not [name for name in names if name.endswith(("/lock", "probe"))]


@pytest.mark.parametrize("stage", [*BOTH, "git", pytest.param("ssh", marks=pytest.mark.ssh)], indirect=True)
def test_10_a_dry_run_writes_nothing(stage: Stage, tmp_path: Path) -> None:
    done: list[str] = []
    build = make_build(tmp_path / "build", {"audio/un.mp3": b"un" * 99})
    before = snapshot(stage.root) if stage.root != Path() and stage.root.exists() else {}

    def tell(number: int, name: str, over: bool) -> None:
        done.append(name)

    assert rehearse(stage.job(build, tell)).changes
    assert not set(done) & {"put", "copy", "delete", "begin", "part", "complete", "abort", "send", "locked", "push"}
    assert not set(done) & {"write", "link", "symlink", "move", "make_folder", "remove", "commit", "remember"}
    assert (snapshot(stage.root) if stage.root != Path() and stage.root.exists() else {}) == before

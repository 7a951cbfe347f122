"""A publication is killed at every operation, and at random; the live site is whole each time."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from antenne.deploy import Disk, verify_release
from tests.deploy.samples import Counted, Torn, assert_live_is_one_of, in_child, make_build, publish_folder, snapshot

LATE = {"audio/un.mp3"}


def nothing(number: int, name: str) -> None:
    """Let an operation pass."""


def dying(at: int) -> Callable[[int, str], None]:
    def die(number: int, name: str) -> None:
        if number == at:
            os._exit(9)

    return die


def dies_before(at: int) -> Disk:
    return Counted(dying(at), nothing)


def dies_after(at: int) -> Disk:
    return Counted(nothing, dying(at))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return make_build(tmp_path / "old", {"audio/un.mp3": b"un" * 50}, livres=b"Livres")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return make_build(tmp_path / "new", {"audio/deux.mp3": b"deux" * 50}, notes=b"Notes")


@pytest.mark.parametrize("disk", [dies_before, dies_after, Torn])
@pytest.mark.parametrize("first", [True, False], ids=["first publication", "second publication"])
def test_killed_at_every_operation_the_live_site_is_whole_and_a_rerun_converges(
    tmp_path: Path, old: Path, new: Path, disk: Callable[[int], Disk], first: bool
) -> None:
    before, target = tmp_path / "before", tmp_path / "public"
    if not first:
        publish_folder(old, before, keep=1)
    for at in range(1, 200):
        if not first:
            shutil.copytree(before, target, symlinks=True)
        code = in_child(lambda at=at: publish_folder(new, target, keep=1, disk=disk(at)))
        assert code in (0, 9)
        assert first or (target / "current").exists()
        assert_live_is_one_of(target, old, new, late=LATE)
        publish_folder(new, target, keep=1)
        assert_live_is_one_of(target, new, late=LATE)
        assert publish_folder(new, target, keep=1).nothing_changed
        assert len(list((target / "releases").iterdir())) == 2
        shutil.rmtree(target)
        if code == 0:
            break
    assert code == 0
    assert at > 4


def test_killed_again_and_again_at_another_operation_it_still_converges(tmp_path: Path, old: Path, new: Path) -> None:
    target = tmp_path / "public"
    publish_folder(old, target, keep=1)
    for at in range(1, 60):
        if in_child(lambda at=at: publish_folder(new, target, keep=1, disk=dies_after(at))) == 0:
            break
        assert (target / "current").exists()
        assert_live_is_one_of(target, old, new, late=LATE)
    assert_live_is_one_of(target, new, late=LATE)


class Watcher(threading.Thread):
    """Reads the live feed without rest, as an app does, and looks for each recording that it names."""

    def __init__(self, target: Path) -> None:
        super().__init__(daemon=True)
        self.target, self.over, self.wrong, self.read = target, threading.Event(), [], 0

    def run(self) -> None:
        while not self.over.is_set():
            # One visitor's reading is one release: the folder behind `current` is taken once, as a server does.
            release = (self.target / "current").resolve()
            found = verify_release(release)
            if found and release.is_dir() and release == (self.target / "current").resolve():
                self.wrong += found
            self.read += len(list(release.glob("flux/*.xml")))
            time.sleep(0.002)


SCRIPT = """
import sys, time
from pathlib import Path
from tests.deploy.samples import Counted, publish_folder
slow = Counted(lambda *_: time.sleep(0.002), lambda *_: None)
publish_folder(Path(sys.argv[1]), Path(sys.argv[2]), keep=2, disk=slow)
"""


def test_killed_at_random_moments_a_reader_never_sees_a_broken_site(tmp_path: Path) -> None:
    chance = random.Random(2013)
    builds = [
        make_build(tmp_path / name, {f"audio/{name}{n}.mp3": os.urandom(20_000) for n in range(30)})
        for name in ("a", "b")
    ]
    target = tmp_path / "public"
    publish_folder(builds[0], target, keep=2)
    late = {path for build in builds for path in snapshot(build) if path.startswith("audio/")}
    watcher = Watcher(target)
    watcher.start()
    killed = 0
    for turn in range(40):
        child = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, builds[(turn + 1) % 2], target],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        )
        while child.poll() is None and not list((target / "releases").glob(".next-*")):
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.25))
        child.kill()
        killed += child.wait() == -signal.SIGKILL
        assert (target / "current").exists()
        assert_live_is_one_of(target, *builds, late=late)
        if killed == 10:
            break
    watcher.over.set()
    watcher.join()
    assert watcher.wrong == []
    assert watcher.read > 20
    assert killed == 10
    publish_folder(builds[0], target, keep=2)
    assert_live_is_one_of(target, builds[0], late=late)
    assert publish_folder(builds[0], target, keep=2).nothing_changed


def test_what_a_killed_run_left_is_gone_after_the_next_one(tmp_path: Path, old: Path, new: Path) -> None:
    target = tmp_path / "public"
    publish_folder(old, target, keep=5)
    stray = target / "releases/.next-000009-abcdef12/audio"
    stray.mkdir(parents=True)
    (stray / "x.mp3").write_bytes(b"x")
    (stray / "out").symlink_to(old)
    (target / "releases/000007-abcdef12").mkdir()
    (target / "releases/000008-abcdef12.json").write_bytes(b"{")
    (target / ".current-next").symlink_to("releases/nowhere")
    mine = target / "releases/README"
    mine.write_bytes(b"mine")
    publish_folder(old, target, keep=5)
    assert sorted(path.name[:6] for path in (target / "releases").iterdir()) == ["000001", "000001", "README"]
    assert sorted(path.name for path in target.iterdir()) == [".lock", "current", "releases"]
    assert (old / "index.html").exists()

from __future__ import annotations

import errno
import os
import shutil
from functools import partial
from pathlib import Path

import pytest

from antenne.deploy import LocalDisk, PublishRefused
from tests.deploy.samples import Counted, in_child, make_build, publish_folder, recorded, unrecorded

ONE, TWO = b"un" * 400, b"deux" * 300


@pytest.fixture
def build(tmp_path: Path) -> Path:
    return make_build(tmp_path / "output", {"audio/un.mp3": ONE})


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "public"


def test_what_is_to_be_written_down_is_kept_until_it_was(build: Path, target: Path) -> None:
    assert unrecorded(target) is None
    publish_folder(build, target, keep=3, memo=b"first")
    assert unrecorded(target) == b"first"
    recorded(target)
    assert unrecorded(target) is None
    publish_folder(build, target, keep=3, memo=b"nothing has changed")
    assert unrecorded(target) is None


def test_a_dry_run_and_a_publication_that_fails_leave_nothing_to_write_down(build: Path, target: Path) -> None:
    publish_folder(build, target, keep=3, memo=b"first", dry_run=True)
    assert unrecorded(target) is None

    class Full(LocalDisk):
        def symlink(self, path: Path, destination: str) -> None:
            raise OSError(errno.ENOSPC, "full")

    with pytest.raises(PublishRefused):
        publish_folder(build, target, keep=3, memo=b"first", disk=Full())
    assert unrecorded(target) is None


def test_killed_at_any_moment_exactly_what_is_live_is_still_to_be_written_down(build: Path, tmp_path: Path) -> None:
    start = tmp_path / "start"
    publish_folder(build, start, keep=3, memo=b"first")
    recorded(start)
    make_build(build, {"audio/un.mp3": ONE, "audio/deux.mp3": TWO}, livres=b"Livres")

    def publish_until(moment: int, target: Path) -> None:
        def die(number: int, name: str) -> None:
            if number == moment:
                os._exit(9)

        publish_folder(build, target, keep=3, memo=b"second", disk=Counted(die, lambda *_: None))

    lives, moment, ended = set[str](), 0, 9
    while ended == 9:
        # Each time from the same start: what a killed publication left behind would shorten the next one.
        moment += 1
        target = Path(shutil.copytree(start, tmp_path / f"target-{moment}", symlinks=True))
        ended = in_child(partial(publish_until, moment, target))
        live = (target / "current").readlink().name
        assert unrecorded(target) == (None if live.startswith("000001") else b"second")
        if ended == 9:
            lives.add(live[:6])
    assert (ended, lives) == (0, {"000001", "000002"})
    recorded(target)
    assert not list(target.glob(".unrecorded-*"))


def test_a_publication_that_was_killed_before_the_switch_is_forgotten(build: Path, target: Path) -> None:
    publish_folder(build, target, keep=3)
    (target / ".unrecorded-000009-0123abcd").write_bytes(b"never live")
    publish_folder(build, target, keep=3)
    assert not list(target.glob(".unrecorded-*"))

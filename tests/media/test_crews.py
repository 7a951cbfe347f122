"""Who draws: processes, threads and any executor give the same bytes, and none that dies spoils a picture."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from antenne.media import COVER, MediaError, Pictures, ShareCard, Store, crews_of, crews_with, read_image
from antenne.media.crews import Hiring, near_crews
from tests.media.makers import picture
from tests.support.site import digests


def asked(folder: Path, store: Store) -> Pictures:
    queue = Pictures()
    folder.mkdir()
    for number in range(6):
        image = read_image(picture(folder / f"{number}.png", (300 + number, 400)), store)
        queue.picture(image, COVER)
        queue.card(ShareCard(name=f"c{number}", title=f"Titre {number}", picture=image))
    return queue


def drawn(
    folder: Path, crews: Callable[[int], list[Hiring]], tell: Callable[[int, int], None] | None = None
) -> tuple[dict[str, str], tuple[str, ...]]:
    with Store(folder / "store") as store:
        notes = asked(folder / "sources", store).render(store, folder / "out", tell, crews)
    return digests(folder / "out"), notes


@pytest.fixture
def by_threads(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "threads").mkdir()
    return drawn(tmp_path / "threads", crews_of("threads"))[0]


@pytest.fixture
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("antenne.media.crews._FEW", 1)


@pytest.mark.usefixtures("_many")
def test_processes_draw_the_same_bytes_as_threads(tmp_path: Path, by_threads: dict[str, str]) -> None:
    (tmp_path / "processes").mkdir()
    assert drawn(tmp_path / "processes", crews_of("processes")) == (by_threads, ())


@pytest.mark.usefixtures("_many")
def test_processes_killed_in_the_middle_are_told_of_and_the_rest_is_drawn(
    tmp_path: Path, by_threads: dict[str, str]
) -> None:
    killed: list[int | None] = []

    def kill(done: int, total: int) -> None:
        if done and not killed:
            for process in multiprocessing.active_children():
                killed.append(process.pid)
                process.kill()

    (tmp_path / "killed").mkdir()
    made, notes = drawn(tmp_path / "killed", crews_of("processes"), kill)
    assert made == by_threads
    assert killed
    assert [note.split(":")[0] for note in notes] == ["The pool of processes did not draw all (BrokenProcessPool)"]


class Broken(Executor):
    """An executor whose processes die of whatever they are given."""

    def submit(self, *_: object, **__: object) -> Future[list[bytes]]:  # type: ignore[override]
        dead: Future[list[bytes]] = Future()
        dead.set_exception(BrokenProcessPool())
        return dead


class Liar(Executor):
    """An executor that brings back what nobody asked for."""

    def submit(self, *_: object, **__: object) -> Future[list[bytes]]:  # type: ignore[override]
        told: Future[list[bytes]] = Future()
        told.set_result([b"GIF89a"] * 18)
        return told


@pytest.mark.parametrize("executor", [Broken(), Liar()], ids=["broken", "liar"])
def test_what_an_executor_does_not_bring_is_drawn_here(
    tmp_path: Path, by_threads: dict[str, str], executor: Executor
) -> None:
    (tmp_path / "other").mkdir()
    made, (note,) = drawn(tmp_path / "other", crews_with(executor))
    assert made == by_threads
    assert note.endswith("12 pictures are drawn on this machine.")


def test_a_picture_that_kills_whoever_draws_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with pytest.raises(MediaError, match=r"The picture \d\.png ends the program that draws it"):
        drawn(tmp_path / "other", lambda pictures: crews_with(Broken())(pictures)[:1])


def test_few_pictures_are_drawn_by_threads_which_begin_at_once() -> None:
    assert [one.name for one in near_crews(10)] == ["The pool of threads"]
    assert [one.name for one in near_crews(1000)] == ["The pool of processes", "A process"]


def test_processes_end_with_a_build_that_is_killed(tmp_path: Path) -> None:
    code = (
        "import multiprocessing, time\n"
        "from antenne.media.crews import _processes\n"
        "with _processes() as crew:\n"
        "    crew.executor.submit(abs, 1).result()\n"
        "    print(*[child.pid for child in multiprocessing.active_children()], flush=True)\n"
        "    time.sleep(600)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": "plugins"}
    ) as build:
        assert build.stdout is not None
        pids = [int(pid) for pid in build.stdout.readline().split()]
        build.kill()
    deadline = time.monotonic() + 60
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        assert time.monotonic() < deadline, "a process outlives its build"
        time.sleep(0.02)
    assert pids

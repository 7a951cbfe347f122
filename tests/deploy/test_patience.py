"""A host of pages builds for minutes: publishing waits for it, says so, and ends with 4 when it does not come."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from antenne.deploy.waiting import Waiting, minutes
from tests.deploy.servers import Daemon
from tests.deploy.shown import Read, branch, shown
from tests.deploy.world import World
from tests.support.site import make_site


class Clock:
    """A clock that runs while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def waited(patience: float, right_after: float) -> tuple[list[str], list[str], float]:
    """Return what is wrong in the end, what was said, and how long it took."""
    clock, said = Clock(), list[str]()
    waiting = Waiting(say=said.append, sleep=clock.sleep, clock=clock)
    found = waiting.until_right(lambda: ["wrong"] if clock.now < right_after else [], patience, "the site")
    return found, said, clock.now


def test_what_is_right_at_once_is_not_waited_for_and_nothing_is_said() -> None:
    assert waited(600, 0) == ([], [], 0)


def test_it_is_told_what_is_waited_for_and_every_minute_that_it_goes_on() -> None:
    found, said, lasted = waited(600, 150)
    assert found == []
    assert said[0] == "Waiting for the site, for up to 10 minutes."
    assert [sentence.split(":")[0] for sentence in said[1:]] == ["Still waiting for the site"] * 2
    assert 150 <= lasted < 165


@pytest.mark.parametrize("patience", [0, 5, 600])
def test_it_ends_when_the_patience_does(patience: float) -> None:
    found, _, lasted = waited(patience, 10_000)
    assert found == ["wrong"]
    assert patience - 10 <= lasted <= patience


def test_times_are_told_as_people_say_them() -> None:
    assert [minutes(seconds) for seconds in (1, 45, 600)] == ["1 second", "45 seconds", "10 minutes"]


def slow(read: Read, after: int) -> Read:
    """Return a host that knows nothing of a branch until it was asked so many times."""
    asked: list[str] = []

    def reading(path: str) -> bytes | None:
        asked.append(path)
        return read(path) if len(asked) > after else None

    return reading


@pytest.fixture
def hosted(tmp_path: Path, held: ExitStack) -> Callable[[int, str], World]:
    """Make a project whose branch is shown after so many askings, with more words for `publishing`."""

    def make(after: int, more: str) -> World:
        server = Daemon(tmp_path / "git")
        server.start()
        held.callback(server.kill)
        bare = tmp_path / "git/site.git"
        subprocess.run(["git", "init", "--quiet", "--bare", bare], check=True)
        pages = held.enter_context(shown(slow(branch(bare, "pages"), after)))
        site = make_site(tmp_path / "site")
        world = World(site, pages, pages, "", "")
        git = f"'target': 'git', 'git': {{'remote': '{server.address[0]}/site.git'}}"
        # Without episodes: a branch takes no recordings.
        shutil.rmtree(site / "content/episodes")
        world.configure(f"{{{git}{more}}}")
        return world

    return make


def test_a_host_that_builds_for_a_while_is_waited_for(hosted: Callable[[int, str], World]) -> None:
    world = hosted(100, "")
    done = world.give("publish")
    assert "Published" in done.stdout
    assert f"Waiting for {world.pages} to show what was published, for up to 10 minutes." in done.stderr


def test_a_host_that_never_shows_the_site_ends_with_4_and_says_what_to_do(hosted: Callable[[int, str], World]) -> None:
    world = hosted(1_000_000, ", 'patience': 30")
    done = world.give("publish", check=False)
    assert done.returncode == 4, done.stdout + done.stderr
    assert "for up to 30 seconds" in done.stderr
    assert "answers with 404 instead of 200" in done.stderr
    assert "is live, and after 30 seconds its public address does not show it whole" in done.stderr
    assert "invoke rollback" in done.stderr
    assert "Traceback" not in done.stderr
    # It is live for all that, and the same command says the same.
    assert world.give("publish", check=False).returncode == 4

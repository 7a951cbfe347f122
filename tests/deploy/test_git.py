"""A branch as a target, of a real repository behind a real git daemon."""

from __future__ import annotations

import itertools
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from antenne.deploy import Job, Publication, PublishRefused, TargetIsBusy, publish, rehearse, roll_back
from antenne.deploy.git import Branch, GitTarget, Repository, limits, opened
from antenne.deploy.memos import Memos
from tests.deploy.proxy import Fault, line
from tests.deploy.samples import make_build, snapshot
from tests.deploy.servers import free_port, wait_for_port
from tests.support.changed import replace


@pytest.fixture(scope="module")
def daemon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    folder, port = tmp_path_factory.mktemp("git"), free_port()
    words = ["git", "daemon", "--listen=127.0.0.1", f"--port={port}", f"--base-path={folder}", "--export-all"]
    with (folder / "log").open("wb") as log:
        child = subprocess.Popen([*words, "--enable=receive-pack"], stdout=log, stderr=log)
    try:
        wait_for_port(port, folder / "log")
        yield f"git://127.0.0.1:{port}", folder
    finally:
        child.kill()
        child.wait()


_numbers = itertools.count()


@pytest.fixture
def target(daemon: tuple[str, Path], tmp_path: Path) -> GitTarget:
    address, folder = daemon
    name = f"site-{next(_numbers)}.git"
    subprocess.run(["git", "init", "--quiet", "--bare", folder / name], check=True)
    branch = Branch(remote=f"{address}/{name}", branch="pages", work=tmp_path / "work")
    return GitTarget(branch=branch, memos=Memos(tmp_path / "memos"))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return make_build(tmp_path / "old", {}, livres=b"Livres\r\n")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return make_build(tmp_path / "new", {}, livres=b"Livres, encore", notes=b"Notes")


def send(build: Path, target: GitTarget) -> Publication:
    return publish(Job(build=build, pages=target, keep=3))


def shown(target: GitTarget, folder: Path) -> dict[str, bytes]:
    """Return what a stranger who clones the branch has."""
    subprocess.run(
        ["git", "clone", "--quiet", "--branch", target.branch.branch, target.branch.remote, folder], check=True
    )
    return {path: data for path, data in snapshot(folder).items() if not path.startswith(".git/")}


def test_the_branch_holds_what_was_built_in_one_commit(target: GitTarget, old: Path, new: Path, tmp_path: Path) -> None:
    assert send(old, target).generation == 1
    assert shown(target, tmp_path / "a") == {**snapshot(old), ".nojekyll": b""}
    assert send(old, target).nothing_changed
    assert send(new, target).generation == 2
    assert shown(target, tmp_path / "b") == {**snapshot(new), ".nojekyll": b""}
    count = subprocess.run(["git", "rev-list", "--count", "HEAD"], cwd=tmp_path / "b", capture_output=True, check=True)
    assert count.stdout.strip() == b"1"


def test_a_publisher_who_was_overtaken_is_refused_and_the_other_site_stays(
    target: GitTarget, old: Path, new: Path, tmp_path: Path
) -> None:
    send(old, target)
    other = replace(target, branch=replace(target.branch, work=tmp_path / "other"))

    @contextmanager
    def overtaken(branch: Branch) -> Iterator[Repository]:
        class Slow(Repository):
            def push(self, commit: str, expected: str) -> None:
                send(new, other)
                super().push(commit, expected)

        repository = Slow(branch)
        repository.prepare()
        yield repository

    late = make_build(tmp_path / "late", {}, livres=b"late")
    with pytest.raises(TargetIsBusy, match="Somebody else published"):
        send(late, replace(target, open=overtaken))
    assert shown(target, tmp_path / "seen") == {**snapshot(new), ".nojekyll": b""}


def test_a_push_whose_answer_was_lost_is_no_failure(target: GitTarget, old: Path, tmp_path: Path) -> None:
    @contextmanager
    def deaf(branch: Branch) -> Iterator[Repository]:
        class Deaf(Repository):
            def _done(self, *words: str, **more: object) -> subprocess.CompletedProcess[bytes]:
                done = super()._done(*words, **more)  # type: ignore[arg-type]
                if words[0] == "push":
                    return subprocess.CompletedProcess(words, 128, b"", b"fatal: the remote end hung up unexpectedly")
                return done

        repository = Deaf(branch)
        repository.prepare()
        yield repository

    assert send(old, replace(target, open=deaf)).published
    assert send(old, target).nothing_changed


def test_recordings_are_refused_and_told_where_to_go(target: GitTarget, tmp_path: Path) -> None:
    build = make_build(tmp_path / "heard", {"audio/un.mp3": b"un"})
    with pytest.raises(PublishRefused, match="a target of their own"):
        send(build, target)
    assert Repository(target.branch).prepare() is None


def test_going_back(target: GitTarget, old: Path, new: Path, tmp_path: Path) -> None:
    send(old, target)
    send(new, target)
    assert roll_back(target, keep=3).generation == 3
    assert shown(target, tmp_path / "seen") == {**snapshot(old), ".nojekyll": b""}


def test_cut_before_or_after_the_push_the_branch_is_whole_and_the_next_one_converges(
    target: GitTarget, old: Path, new: Path, tmp_path: Path
) -> None:
    send(old, target)
    for number, when in enumerate(("before", "after")):

        @contextmanager
        def cut(branch: Branch, when: str = when) -> Iterator[Repository]:
            class Cut(Repository):
                def push(self, commit: str, expected: str) -> None:
                    if when == "after":
                        super().push(commit, expected)
                    raise PublishRefused("cut")

            repository = Cut(branch)
            repository.prepare()
            yield repository

        with pytest.raises(PublishRefused, match="cut"):
            send(new, replace(target, open=cut))
        now = old if when == "before" else new
        assert shown(target, tmp_path / f"seen-{number}") == {**snapshot(now), ".nojekyll": b""}
    assert send(new, target).nothing_changed


def test_a_dry_run_pushes_nothing(target: GitTarget, old: Path) -> None:
    assert rehearse(Job(build=old, pages=target, keep=3)).changes
    with opened(target.branch) as repository:
        assert repository.head() == ""


def test_a_repository_that_is_gone_is_one_sentence_without_a_token(target: GitTarget, old: Path) -> None:
    there = replace(target.branch, remote="git://127.0.0.1:9/site.git", token="very-secret-word")
    gone = replace(target, branch=there)
    begun = time.monotonic()
    with pytest.raises(PublishRefused) as refused:
        send(old, gone)
    assert time.monotonic() - begun < 60
    assert "very-secret-word" not in f"{refused.value}{gone!r}"
    assert "\n" not in str(refused.value)


def test_what_hosts_of_pages_do_not_take_is_told_before_anything_is_pushed(
    target: GitTarget, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    wary = replace(target, say=said.append)
    rehearse(Job(build=old, pages=wary, keep=3))
    assert said == []
    with (old / "extrait.pdf").open("wb") as file:
        file.truncate(limits.LARGEST + 1)
    monkeypatch.setattr(limits, "FILES", 3)
    monkeypatch.setattr(limits, "WHOLE", 1000)
    rehearse(Job(build=old, pages=wary, keep=3))
    assert [sentence.split(".")[0] for sentence in said] == [
        "The site has 7 files",
        "extrait",
        "The site has 0",
    ]
    assert "25.0 MiB" in said[1]
    with target.looked_at() as session:
        assert session.live() is None
    # The author may have another host, or another plan: it is said, and not refused.
    assert send(old, wary).published


def test_a_publication_sends_what_is_new_and_not_the_whole_site_again(target: GitTarget, old: Path) -> None:
    port = int(target.branch.remote.rpartition(":")[2].partition("/")[0])
    (old / "images/grande.jpg").write_bytes(os.urandom(400_000))
    assert send(old, target).published
    for number in range(3):
        (old / "index.html").write_text(f"<h1>{number}</h1>")
        # A line that breaks off after so many bytes.
        with line(port, Fault(up=40_000)) as narrow:
            branch = replace(target.branch, remote=target.branch.remote.replace(f":{port}/", f":{narrow}/"))
            assert send(old, replace(target, branch=branch)).published
    assert roll_back(target, keep=3).published


def test_another_machine_sends_what_is_new_too_and_git_finds_no_fault_in_its_repository(
    target: GitTarget, old: Path, tmp_path: Path
) -> None:
    port = int(target.branch.remote.rpartition(":")[2].partition("/")[0])
    (old / "images/grande.jpg").write_bytes(os.urandom(400_000))
    assert send(old, target).published
    (old / "index.html").write_text("<h1>another</h1>")
    with line(port, Fault(up=40_000)) as narrow:
        remote = target.branch.remote.replace(f":{port}/", f":{narrow}/")
        branch = replace(target.branch, remote=remote, work=tmp_path / "other")
        assert send(old, replace(target, branch=branch)).published
    for work in (target.branch.work, tmp_path / "other"):
        subprocess.run(["git", "gc", "--quiet", "--prune=now"], cwd=work, check=True)
        subprocess.run(["git", "fsck", "--strict"], cwd=work, check=True)
    assert send(old, target).nothing_changed

"""What goes wrong only now and then: slow lines, other people's files, headers that change, locks that are lost."""

from __future__ import annotations

import os
import subprocess
import threading
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from antenne.deploy import Job, PublishRefused, TargetIsBusy, publish, roll_back
from antenne.deploy.memos import Memos
from antenne.deploy.s3 import Form, Place, S3Target, Store, abilities, lease, sweeping, upload
from antenne.deploy.s3.asking import NotAsExpected, StoreRefused
from antenne.deploy.s3.state import LOCK
from antenne.deploy.ssh import SshTarget
from antenne.deploy.ssh import remote as remotes
from tests.deploy.samples import make_build, snapshot
from tests.deploy.servers import Daemon, Sshd
from tests.deploy.stages import form, on_branch
from tests.support.changed import replace

seaweedfs, ssh = pytest.mark.seaweedfs, pytest.mark.ssh


@pytest.fixture
def build(tmp_path: Path) -> Path:
    return make_build(tmp_path / "build", {"audio/un.mp3": b"un" * 400}, livres=b"Livres")


@pytest.fixture
def target(place: Place, tmp_path: Path) -> S3Target:
    return S3Target(place=place, form=form, memos=Memos(tmp_path / "memos"))


def send(build: Path, target: S3Target | SshTarget, keep: int = 3):  # type: ignore[no-untyped-def]
    return publish(Job(build=build, pages=target, keep=keep))


@seaweedfs
def test_headers_that_change_are_told_anew_though_no_byte_does(target: S3Target, build: Path) -> None:
    send(build, target)
    sent: list[str] = []

    class Watched(Store):
        def put(self, name: str, *arguments: object, **more: object) -> str:
            sent.append(name)
            return super().put(name, *arguments, **more)  # type: ignore[arg-type]

    other = replace(target, form=lambda path: replace(form(path), cache="max-age=60"), open_store=Watched)
    assert not send(build, other).nothing_changed
    for path in snapshot(build):
        found = Store(target.place).find(f"{target.place.prefix}{path}")
        assert found is not None
        assert found.told == (form(path).type, "max-age=60")
    assert not [name for name in sent if "/.antenne/" not in name]
    assert send(build, other).nothing_changed


@seaweedfs
def test_a_recording_or_a_page_of_somebody_else_is_not_written_over(target: S3Target, build: Path) -> None:
    for path in ("audio/un.mp3", "index.html"):
        name = f"{target.place.prefix}{path}"
        Store(target.place).put(name, b"mine", Form(type="text/plain", cache=""))
        with pytest.raises(PublishRefused, match="was not made by Antenne"):
            send(build, target)
        read = Store(target.place).read(name)
        assert read is not None
        assert read[0] == b"mine"
        Store(target.place).delete(name)
    assert send(build, target).published


@seaweedfs
def test_the_lock_is_renewed_while_one_long_file_is_under_way(
    target: S3Target, build: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "LASTS", timedelta(seconds=3))
    renewed = threading.Event()

    class Slow(Store):
        def put(self, name: str, body: bytes, form: Form, **more: object) -> str:
            if name.endswith(LOCK) and more.get("etag"):
                renewed.set()
            if name.endswith("un.mp3"):
                assert renewed.wait(60)
            return super().put(name, body, form, **more)  # type: ignore[arg-type]

    assert send(build, replace(target, open_store=Slow)).published


@seaweedfs
def test_a_publisher_whose_lock_was_taken_while_its_machine_slept_changes_no_page(
    target: S3Target, build: Path, tmp_path: Path
) -> None:
    send(build, target)
    new = make_build(tmp_path / "new", {"audio/deux.mp3": b"deux" * 300}, livres=b"Autres")

    class Slept(Store):
        def put(self, name: str, body: bytes, form: Form, **more: object) -> str:
            if name.endswith("deux.mp3"):
                super().put(f"{self.place.prefix}{LOCK}", b'{"token": "somebody else"}', form)
            return super().put(name, body, form, **more)  # type: ignore[arg-type]

    with pytest.raises(TargetIsBusy):
        send(new, replace(target, open_store=Slept))
    read = Store(target.place).read(f"{target.place.prefix}livres/index.html")
    assert read is not None
    assert read[0] == b"Livres"


@seaweedfs
def test_going_back_finds_pictures_that_were_written_over_and_those_that_left(
    target: S3Target, build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "GRACE", timedelta(0))
    (build / "images/ancienne.0123456789ab.jpg").write_bytes(b"old picture")
    send(build, target)
    new = make_build(tmp_path / "new", {"audio/un.mp3": b"un" * 400}, livres=b"Autres")
    (new / "images/couverture.jpg").write_bytes(b"another cover")
    send(new, target)
    assert roll_back(target, keep=3).published
    store = Store(target.place)
    for path in ("images/couverture.jpg", "images/ancienne.0123456789ab.jpg", "livres/index.html"):
        read = store.read(f"{target.place.prefix}{path}")
        assert read is not None
        assert read[0] == (build / path).read_bytes()


@seaweedfs
def test_an_upload_that_was_begun_for_other_bytes_ends_with_the_right_digest(
    target: S3Target, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload, "PART", 5 * 1024 * 1024)
    name = f"{target.place.prefix}audio/un.mp3"
    store = Store(target.place)
    store.begin(name, Form(type="text/plain", cache="", metadata={"sha256": "0" * 64}))
    build = make_build(tmp_path / "large", {"audio/un.mp3": os.urandom(6 * 1024 * 1024)})
    send(build, target)
    found = store.find(name)
    assert found is not None
    assert found.metadata["sha256"] != "0" * 64
    assert found.told[0] == "audio/mpeg"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"absent": NotAsExpected, "etag": NotAsExpected}, (True, False)),
        ({"absent": StoreRefused, "etag": StoreRefused}, (False, False)),
        ({}, (False, False)),
    ],
    ids=["kept", "not implemented (501)", "ignored"],
)
def test_what_a_store_calls_unknown_is_not_taken_for_kept(
    answers: dict[str, type[Exception]], expected: tuple[bool, bool]
) -> None:
    class Engine:
        quoted = True

        def put(self, name: str, body: bytes, form: Form, *, absent: bool = False, etag: str = "") -> str:
            condition = "absent" if absent else "etag" if etag else ""
            if condition in answers:
                raise answers[condition]("no")
            return "etag"

        def delete(self, name: str) -> None:
            """Take it away."""

    found = abilities.try_abilities(Engine(), "probe", "token")  # type: ignore[arg-type]
    assert (found.create_only, found.swap) == expected


@pytest.fixture
def host(tmp_path: Path) -> SshTarget:  # type: ignore[misc]
    server = Sshd(tmp_path / "server")
    server.start()
    try:
        yield SshTarget(host=server.host, memos=Memos(tmp_path / "memos"))
    finally:
        server.kill()


@ssh
def test_a_folder_that_is_not_there_yet_is_an_empty_one(host: SshTarget, build: Path) -> None:
    with host.looked_at() as session:
        assert session.live() is None
    assert not Path(host.host.folder).exists()
    assert send(build, host).published


@ssh
def test_a_publisher_by_ssh_that_lost_its_lock_does_not_switch(host: SshTarget, build: Path, tmp_path: Path) -> None:
    send(build, host)
    new = make_build(tmp_path / "new", {"audio/un.mp3": b"un" * 400}, livres=b"Autres")
    with host.held() as session:
        (Path(host.host.folder) / ".lock").write_text("somebody else")
        with pytest.raises(TargetIsBusy):
            session.live()
    assert send(new, host).published


@ssh
def test_the_host_gives_the_lock_back_when_the_publisher_is_silent(
    host: SshTarget, build: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remotes, "_SILENCE", 1)
    monkeypatch.setattr(remotes, "_BEAT", 3600)
    with host.held():
        for _ in range(100):
            try:
                assert send(build, host).published
            except TargetIsBusy:
                continue
            break
        else:
            pytest.fail("the lock was never given back")


@ssh
def test_a_file_that_becomes_a_folder_and_a_folder_that_becomes_a_file(host: SshTarget, tmp_path: Path) -> None:
    one = make_build(tmp_path / "one", {})
    (one / "a").write_bytes(b"a file")
    two = make_build(tmp_path / "two", {}, a=b"a folder")
    for build in (one, two, one):
        send(build, host)
        assert snapshot(Path(host.host.folder) / "current") == snapshot(build)


def test_a_branch_that_somebody_else_made_is_not_replaced(tmp_path: Path) -> None:
    server = Daemon(tmp_path / "git")
    server.start()
    with ExitStack() as held:
        held.callback(server.kill)
        stage = held.enter_context(on_branch(tmp_path, server.address, "site.git"))
        work = tmp_path / "theirs"
        subprocess.run(["git", "init", "--quiet", "--initial-branch=pages", work], check=True)
        who = ["-c", "user.name=x", "-c", "user.email=x@exemple.fr"]
        subprocess.run(["git", *who, "commit", "--quiet", "--allow-empty", "-m", "Mine"], cwd=work, check=True)
        subprocess.run(["git", "push", "--quiet", f"{server.address[0]}/site.git", "pages"], cwd=work, check=True)
        with pytest.raises(PublishRefused, match="a commit that Antenne did not make"):
            publish(stage.job(make_build(tmp_path / "build", {})))


def test_a_git_that_was_killed_while_it_wrote_its_index_does_not_stop_the_next_publication(tmp_path: Path) -> None:
    server = Daemon(tmp_path / "git")
    server.start()
    with ExitStack() as held:
        held.callback(server.kill)
        stage = held.enter_context(on_branch(tmp_path, server.address, "site.git"))
        (tmp_path / "work").mkdir()
        (tmp_path / "work/antenne-index.lock").write_bytes(b"")
        (tmp_path / "work/antenne-index-0.lock").write_bytes(b"")
        assert publish(stage.job(make_build(tmp_path / "build", {}))).published
        assert not list((tmp_path / "work").glob("antenne-index*"))

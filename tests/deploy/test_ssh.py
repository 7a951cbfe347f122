"""Another machine as a target, by a real OpenSSH server and rsync."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from antenne.deploy import Job, Publication, PublishRefused, TargetIsBusy, publish, rehearse, roll_back, verify_release
from antenne.deploy.memos import Memos
from antenne.deploy.ssh import Host, Remote, SshTarget, connected
from tests.deploy.samples import make_build, snapshot, unreadable
from tests.deploy.servers import ssh_server
from tests.support.changed import replace

pytestmark = pytest.mark.ssh
ONE, TWO = b"un" * 400, b"deux" * 300
_numbers = itertools.count()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with ssh_server(tmp_path_factory.mktemp("ssh")) as host:
        yield host


@pytest.fixture
def target(server: Host, tmp_path: Path) -> SshTarget:
    return SshTarget(host=replace(server, folder=f"{server.folder} {next(_numbers)}"), memos=Memos(tmp_path / "memos"))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return make_build(tmp_path / "old", {"audio/un.mp3": ONE}, livres=b"Livres")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return make_build(tmp_path / "new", {"audio/deux.mp3": TWO}, livres=b"Livres, encore", notes=b"Notes")


def send(build: Path, target: SshTarget, keep: int = 3) -> Publication:
    return publish(Job(build=build, pages=target, keep=keep))


def live(target: SshTarget) -> Path:
    return Path(target.host.folder) / "current"


def releases(target: SshTarget) -> list[str]:
    return sorted(path.name[:6] for path in (Path(target.host.folder) / "releases").iterdir() if path.is_dir())


def test_the_live_site_is_what_was_built_byte_for_byte_and_a_second_run_changes_nothing(
    target: SshTarget, old: Path
) -> None:
    assert send(old, target).generation == 1
    assert snapshot(live(target)) == snapshot(old)
    assert send(old, target).nothing_changed
    assert releases(target) == ["000001"]


def test_what_is_the_same_is_linked_and_what_left_is_gone_but_recordings_stay(
    target: SshTarget, old: Path, new: Path
) -> None:
    send(old, target)
    before = (live(target) / "theme/style.0a1b2c3d.css").stat().st_ino
    assert send(new, target).late == ("audio/un.mp3",)
    assert (live(target) / "theme/style.0a1b2c3d.css").stat().st_ino == before
    assert {path: data for path, data in snapshot(live(target)).items() if path != "audio/un.mp3"} == snapshot(new)
    assert snapshot(
        Path(target.host.folder)
        / "releases"
        / sorted(p.name for p in (Path(target.host.folder) / "releases").iterdir())[0]
    ) == snapshot(old)


def test_old_releases_go(target: SshTarget, tmp_path: Path) -> None:
    for number in range(5):
        send(make_build(tmp_path / str(number), {"audio/un.mp3": ONE}, livres=b"%d" % number), target, keep=2)
    assert releases(target) == ["000004", "000005"]
    assert len(list((Path(target.host.folder) / "releases").iterdir())) == 4


def test_names_with_spaces_and_accents_arrive(target: SshTarget, old: Path) -> None:
    (old / "l’été d'ici").mkdir()
    (old / "l’été d'ici/index.html").write_bytes(b"x")
    send(old, target)
    assert snapshot(live(target)) == snapshot(old)


def test_a_second_publisher_is_refused(target: SshTarget, old: Path) -> None:
    with target.held(), pytest.raises(TargetIsBusy, match="under way"):
        send(old, target)
    assert not live(target).exists()
    assert send(old, target).published


def test_going_back_links_what_was_there_and_keeps_the_recordings_since(
    target: SshTarget, old: Path, new: Path
) -> None:
    send(old, target)
    send(new, target)
    assert roll_back(target, keep=3).published
    found = snapshot(live(target))
    assert {path: data for path, data in found.items() if path != "audio/deux.mp3"} == snapshot(old)
    assert found["audio/deux.mp3"] == TWO
    assert verify_release(live(target)) == []


def test_a_publication_cut_after_any_command_leaves_a_whole_site_and_the_next_one_goes_on(
    target: SshTarget, old: Path, new: Path
) -> None:
    send(old, target)
    folder, before, late = Path(target.host.folder), Path(f"{target.host.folder}.before"), {"audio/un.mp3"}
    folder.rename(before)
    for at in range(1, 40):
        shutil.copytree(before, folder, symlinks=True)
        try:
            send(new, replace(target, connect=_cutting(at)))
            ended = True
        except PublishRefused:
            ended = False
        found = {path: data for path, data in snapshot(live(target)).items() if path not in late}
        assert found in (snapshot(new), {path: data for path, data in snapshot(old).items() if path not in late})
        assert verify_release(live(target)) == []
        send(new, target)
        assert {path: data for path, data in snapshot(live(target)).items() if path not in late} == snapshot(new)
        if ended:
            break
        shutil.rmtree(folder)
    assert ended
    assert at > 4
    assert send(new, target).nothing_changed


def _cutting(at: int):  # type: ignore[no-untyped-def]
    @contextmanager
    def connect(host: Host) -> Iterator[Remote]:
        with connected(host) as remote:
            calls = itertools.count(1)
            for name in ("run", "send"):
                whole = getattr(remote, name)

                def cut(*arguments: object, whole=whole, **more: object) -> object:  # type: ignore[no-untyped-def]
                    result = whole(*arguments, **more)
                    if next(calls) == at:
                        raise PublishRefused("cut")
                    return result

                setattr(remote, name, cut)
            yield remote

    return connect


def test_a_dry_run_writes_nothing(target: SshTarget, old: Path) -> None:
    Path(target.host.folder).mkdir()
    assert rehearse(Job(build=old, pages=target, keep=3)).changes
    assert list(Path(target.host.folder).iterdir()) == []


def test_a_host_that_is_gone_is_one_sentence(target: SshTarget, old: Path) -> None:
    gone = replace(target, host=replace(target.host, port=9))
    with pytest.raises(PublishRefused, match="cannot be reached by ssh"):
        send(old, gone)


def test_a_folder_that_cannot_be_made_is_one_sentence(target: SshTarget, old: Path) -> None:
    Path(target.host.folder).write_bytes(b"a file")
    with pytest.raises(PublishRefused, match="Mend this"):
        send(old, target)


def test_a_site_is_for_all_to_read_whatever_the_umask_of_the_other_machine(tmp_path: Path, old: Path) -> None:
    before = os.umask(0o077)
    with ExitStack() as held:
        held.callback(os.umask, before)
        # What sshd starts has its umask.
        host = held.enter_context(ssh_server(tmp_path / "ssh"))
        os.umask(before)
        with connected(replace(host, folder=str(tmp_path))) as remote:
            assert remote.run("umask").strip() == b"0077"
        target = SshTarget(host=host, memos=Memos(tmp_path / "memos"))
        send(old, target)
        assert unreadable(Path(host.folder)) == []


def test_a_folder_that_goes_away_meanwhile_is_no_success(target: SshTarget, old: Path) -> None:
    @contextmanager
    def connect(host: Host) -> Iterator[Remote]:
        with connected(host) as remote:
            send_files = remote.send

            def away(*arguments: object) -> None:
                send_files(*arguments)  # type: ignore[arg-type]
                Path(host.folder).rename(f"{host.folder}.away")

            remote.send = away  # type: ignore[method-assign, assignment]
            yield remote

    with pytest.raises(PublishRefused, match="No such file"):
        send(old, replace(target, connect=connect))

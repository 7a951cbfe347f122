from __future__ import annotations

import errno
import json
import os
import resource
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from antenne.deploy import (
    FolderTarget,
    Job,
    Kind,
    LocalDisk,
    PublishRefused,
    kind_of,
    plan,
    publish,
    rehearse,
    roll_back,
    verify_release,
)
from tests.deploy.samples import Counted, in_child, make_build, publish_folder, snapshot, unreadable

ONE, TWO, NEW = b"un" * 400, b"deux" * 300, b"trois" * 300


@pytest.fixture
def build(tmp_path: Path) -> Path:
    return make_build(tmp_path / "output", {"audio/un.mp3": ONE}, livres=b"Livres")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "public"


def rebuilt(build: Path, sounds: dict[str, bytes], **more: bytes) -> Path:
    shutil.rmtree(build)
    return make_build(build, sounds, **more)


def releases(target: Path) -> list[str]:
    return sorted(path.name for path in (target / "releases").iterdir())


def test_the_live_site_is_what_was_built_byte_for_byte(build: Path, target: Path) -> None:
    done = publish_folder(build, target, keep=3)
    assert done.published
    assert done.generation == 1
    assert set(done.added) == set(snapshot(build))
    assert snapshot(target / "current") == snapshot(build)
    assert (target / "current").readlink() == Path("releases") / releases(target)[0]


def test_a_site_is_for_all_to_read_whatever_the_umask(build: Path, target: Path) -> None:
    before = os.umask(0o077)
    try:
        publish_folder(build, target, keep=3)
        # What an older release kept for itself is linked, and shown.
        (target / "current/livres/index.html").chmod(0o600)
        (build / "neuf.html").write_bytes(b"neuf")
        publish_folder(build, target, keep=3)
    finally:
        os.umask(before)
    assert unreadable(target) == []


def test_files_go_out_in_order_and_feeds_last(build: Path, target: Path) -> None:
    (build / "livres/chapters.json").write_bytes(b"{}")
    (build / "sitemap.xml").write_bytes(b"<urlset/>")
    done = publish_folder(build, target, keep=3)
    kinds = [kind_of(path) for path in done.added]
    assert kinds == sorted(kinds)
    assert done.added[-1] == "flux/emission.xml"
    assert kind_of("sitemap.xml") is Kind.PAGE


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("flux/emission.json", Kind.FEED),
        ("flux/abonnements.opml", Kind.FEED),
        ("episodes/un/chapters.json", Kind.SIDECAR),
        ("episodes/un/transcript.json", Kind.SIDECAR),
        ("episodes/un/transcript.vtt", Kind.SIDECAR),
        ("theme/site.webmanifest", Kind.ASSET),
    ],
)
def test_a_json_feed_goes_out_with_the_feeds_and_what_it_names_before_it(path: str, kind: Kind) -> None:
    assert kind_of(path) is kind


def test_the_second_run_with_nothing_changed_writes_nothing(build: Path, target: Path) -> None:
    publish_folder(build, target, keep=3)
    before = {path: os.lstat(path).st_mtime_ns for path in target.rglob("*")}
    names: list[str] = []
    done = publish_folder(build, target, keep=3, disk=Counted(lambda _, name: names.append(name), lambda *_: None))
    assert done.nothing_changed
    assert not done.published
    assert {path: os.lstat(path).st_mtime_ns for path in target.rglob("*")} == before
    assert set(names) <= {"make_folder", "remove", "sync"}


def test_a_change_is_told_and_only_what_changed_is_copied(build: Path, target: Path) -> None:
    publish_folder(build, target, keep=3)
    rebuilt(build, {"audio/un.mp3": ONE, "audio/deux.mp3": TWO}, notes=b"Notes")
    names: list[str] = []
    done = publish_folder(build, target, keep=3, disk=Counted(lambda _, name: names.append(name), lambda *_: None))
    assert done.added == ("audio/deux.mp3", "notes/index.html")
    assert done.changed == ("flux/emission.xml",)
    assert done.removed == ("livres/index.html",)
    assert done.size == len(TWO) + 5 + (build / "flux/emission.xml").stat().st_size
    assert names.count("copy") == 3
    assert snapshot(target / "current") == snapshot(build)


def test_the_author_is_told_what_changed_in_lines_and_numbers(build: Path, target: Path) -> None:
    publish_folder(build, target, keep=3)
    done = publish_folder(rebuilt(build, {"audio/un.mp3": ONE}, notes=b"Notes"), target, keep=3)
    assert done.lines() == ("+ notes/index.html", "- livres/index.html")
    assert done.lines(limit=1) == ("+ notes/index.html", "… and 1 more")
    assert done.summary() == "1 added, 1 removed (0.0 MB new)"
    assert not publish_folder(build, target, keep=3).changes


def test_unchanged_files_share_their_bytes_with_the_release_before(build: Path, target: Path) -> None:
    publish_folder(build, target, keep=3)
    rebuilt(build, {"audio/un.mp3": ONE}, notes=b"Notes")
    publish_folder(build, target, keep=3)
    first, second = sorted(path for path in (target / "releases").iterdir() if path.is_dir())
    assert (first / "audio/un.mp3").samefile(second / "audio/un.mp3")


def test_a_file_system_without_hard_links_gets_copies(build: Path, target: Path) -> None:
    class NoLinks(LocalDisk):
        def link(self, source: Path, target: Path) -> None:
            raise OSError(errno.EPERM, "no hard links here")

    publish_folder(build, target, keep=3)
    rebuilt(build, {"audio/un.mp3": ONE}, notes=b"Notes")
    publish_folder(build, target, keep=3, disk=NoLinks())
    assert snapshot(target / "current") == snapshot(build)


def test_old_releases_go_and_the_live_one_never(build: Path, target: Path) -> None:
    for number in range(5):
        publish_folder(rebuilt(build, {"audio/un.mp3": ONE}, livres=b"%d" % number), target, keep=2)
    assert [name[:6] for name in releases(target)] == ["000004", "000004", "000005", "000005"]
    assert snapshot(target / "current") == snapshot(build)


@pytest.mark.parametrize(("grace", "last"), [(0, False), (60 * 60, True)], ids=["grace is over", "within its grace"])
def test_a_recording_that_left_the_feed_stays_for_keep_generations_and_for_its_grace(
    build: Path, target: Path, grace: int, last: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "GRACE", grace)
    publish_folder(build, target, keep=2)
    kept = []
    for number in range(3):
        done = publish_folder(rebuilt(build, {"audio/deux.mp3": TWO}, livres=b"%d" % number), target, keep=2)
        kept.append((target / "current/audio/un.mp3").exists())
        assert done.removed == ()
    assert kept == [True, True, last]


def test_a_recording_carried_on_is_recorded_as_late_and_is_no_change(build: Path, target: Path) -> None:
    publish_folder(build, target, keep=3)
    rebuilt(build, {"audio/deux.mp3": TWO})
    assert publish_folder(build, target, keep=3).late == ("audio/un.mp3",)
    manifest = json.loads(next((target / "releases").glob("000002-*.json")).read_bytes())
    assert manifest["late"] == {"audio/un.mp3": 2}
    assert publish_folder(build, target, keep=3).nothing_changed


def test_a_dry_run_tells_the_difference_and_writes_nothing(build: Path, target: Path, tmp_path: Path) -> None:
    done = publish_folder(build, target, keep=3, dry_run=True)
    assert not target.exists()
    assert len(done.added) == len(snapshot(build))
    publish_folder(build, target, keep=3)
    rebuilt(build, {"audio/deux.mp3": TWO})
    before = {path: os.lstat(path).st_mtime_ns for path in tmp_path.rglob("*")}
    done = publish_folder(build, target, keep=3, dry_run=True)
    assert {path: os.lstat(path).st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert (done.added, done.published, done.nothing_changed) == (("audio/deux.mp3",), False, False)


def test_a_damaged_live_release_is_published_anew_and_never_linked_from(build: Path, target: Path) -> None:
    publish_folder(build, target, keep=3)
    (target / "current/audio/un.mp3").write_bytes(b"short")
    done = publish_folder(build, target, keep=3)
    assert (done.published, done.generation) == (True, 2)
    assert snapshot(target / "current") == snapshot(build)
    next((target / "releases").glob("000002-*.json")).unlink()
    assert publish_folder(build, target, keep=3).generation == 3
    assert verify_release(target / "current") == []


def test_going_back_by_hand_loses_no_release(build: Path, target: Path) -> None:
    publish_folder(build, target, keep=3)
    publish_folder(rebuilt(build, {"audio/un.mp3": ONE}, notes=b"Notes"), target, keep=3)
    first = next(
        path.name for path in (target / "releases").iterdir() if path.is_dir() and path.name.startswith("000001")
    )
    (target / "current").unlink()
    (target / "current").symlink_to(f"releases/{first}")
    done = publish_folder(build, target, keep=3)
    assert (done.published, done.generation) == (True, 2)
    assert snapshot(target / "current") == snapshot(build)


def test_two_publications_at_once_one_wins_and_the_other_is_refused(build: Path, target: Path) -> None:
    inside, over = threading.Event(), threading.Event()

    def wait(_: int, name: str) -> None:
        if name == "copy" and not inside.is_set():
            inside.set()
            over.wait(10)

    winner = threading.Thread(
        target=publish_folder, args=(build, target), kwargs={"keep": 3, "disk": Counted(wait, lambda *_: None)}
    )
    winner.start()
    assert inside.wait(10)
    with pytest.raises(PublishRefused, match="under way"):
        publish_folder(build, target, keep=3)
    over.set()
    winner.join()
    assert snapshot(target / "current") == snapshot(build)


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EIO])
def test_an_error_at_any_operation_leaves_a_whole_site_and_is_told(build: Path, target: Path, error: int) -> None:
    publish_folder(build, target, keep=1)
    before, live = target.with_name("before"), snapshot(target / "current")
    target.rename(before)
    rebuilt(build, {"audio/deux.mp3": TWO}, notes=b"Notes")
    outcomes = []
    for call in range(1, 200):
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(before, target, symlinks=True)
        disk = Counted(failing(call, error), lambda *_: None)
        try:
            done = publish_folder(build, target, keep=1, disk=disk)
        except PublishRefused:
            assert snapshot(target / "current") == live
            outcomes.append("refused")
        else:
            assert snapshot(target / "current") == snapshot(build) | {"audio/un.mp3": ONE}
            outcomes.append("warned" if done.warnings else "done")
        if disk.calls < call:
            break
    assert outcomes == sorted(outcomes, key=["refused", "warned", "done"].index)
    assert set(outcomes) == {"refused", "warned", "done"}


def failing(call: int, error: int) -> Callable[[int, str], None]:
    def fail(number: int, name: str) -> None:
        if number == call:
            raise OSError(error, os.strerror(error))

    return fail


def test_a_disk_that_is_really_full_is_told_in_one_sentence(build: Path, target: Path) -> None:
    publish_folder(build, target, keep=3)
    live = snapshot(target / "current")
    (build / "images/grande.jpg").write_bytes(b"x" * 300_000)

    def publish_on_a_small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        try:
            publish_folder(build, target, keep=3)
        except PublishRefused as refused:
            os._exit(42 if "is full" in str(refused) else 1)

    assert in_child(publish_on_a_small_disk) == 42
    assert snapshot(target / "current") == live
    assert not list((target / "releases").glob(".next-*"))


def test_what_is_in_the_way_is_refused_and_left_as_it_is(build: Path, target: Path) -> None:
    target.write_bytes(b"mine")
    with pytest.raises(PublishRefused, match="not a folder"):
        publish_folder(build, target, keep=3)
    target.unlink()
    (target / "current").mkdir(parents=True)
    (target / "current/mine.txt").write_bytes(b"mine")
    with pytest.raises(PublishRefused, match="not made by Antenne"):
        publish_folder(build, target, keep=3)
    assert snapshot(target) == {"current/mine.txt": b"mine"}
    shutil.rmtree(target / "current")
    (target / "current").symlink_to("../elsewhere")
    with pytest.raises(PublishRefused, match="not made by Antenne"):
        publish_folder(build, target, keep=3)
    assert (target / "current").readlink() == Path("../elsewhere")


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (shutil.rmtree, "no built site"),
        (lambda build: (build / "index.html").unlink(), "no whole site"),
        (lambda build: (build / ".env").write_bytes(b"SECRET=1"), "hidden"),
        (lambda build: (build / "lien").symlink_to("/etc/passwd"), "no plain file"),
        (lambda build: os.mkfifo(build / "tube"), "no plain file"),
        (lambda build: (build / "Index.html").write_bytes(b""), "one name"),
        (lambda build: (build / "a\nb.html").write_bytes(b""), "no address"),
        (lambda build: (build / "audio/un.mp3").unlink(), "not in the site"),
        (lambda build: (build / "audio/un.mp3").write_bytes(b"court"), "a length of"),
        (lambda build: (build / "flux/emission.xml").write_bytes(b"<rss>"), "read as XML"),
    ],
)
def test_a_build_that_may_not_go_public_is_refused(build: Path, target: Path, spoil: object, word: str) -> None:
    publish_folder(build, target, keep=3)
    live = snapshot(target)
    spoil(build)  # type: ignore[operator]
    with pytest.raises(PublishRefused, match=word):
        publish_folder(build, target, keep=3)
    assert snapshot(target) == live


def test_one_folder_inside_the_other_is_refused(build: Path) -> None:
    for target in (build, build / "public", build.parent):
        with pytest.raises(PublishRefused, match="inside the other"):
            publish_folder(build, target, keep=3)


def test_a_file_that_changes_while_it_is_published_is_refused(build: Path, target: Path) -> None:
    def spoil(_: int, name: str) -> None:
        if name == "copy":
            (build / "404.html").write_bytes(b"<h1>Autre chose</h1>")

    with pytest.raises(PublishRefused, match="changed while"):
        publish_folder(build, target, keep=3, disk=Counted(spoil, lambda *_: None))
    assert not (target / "current").exists()


def test_progress_counts_every_byte_up_to_the_total(build: Path, target: Path) -> None:
    steps: list[tuple[int, int]] = []
    publish_folder(build, target, keep=3, progress=lambda done, total: steps.append((done, total)))
    total = sum(len(data) for data in snapshot(build).values())
    assert steps[-1] == (total, total)
    assert steps == sorted(steps)


def test_a_feed_that_names_another_site_or_climbs_out_of_this_one_is_told(build: Path) -> None:
    feed = build / "flux/emission.xml"
    for url in ("https://other.example/audio/un.mp3", "https://antenne.example/../secret.mp3", "http://["):
        feed.write_bytes(feed.read_bytes().replace(b"https://antenne.example/audio/un.mp3", url.encode()))
        assert len(verify_release(build)) == 1
        make_build(build, {"audio/un.mp3": ONE}, livres=b"Livres")
    assert verify_release(build) == []


def test_a_place_that_holds_another_site_is_refused_and_one_that_has_moved_is_not(build: Path, target: Path) -> None:
    place = FolderTarget(target)
    publish(Job(build=build, pages=place, keep=3, site="https://une.example"))
    before = snapshot(target / "current")
    rebuilt(build, {"audio/un.mp3": ONE}, **{"neuf/index.html": b"neuf"})
    with pytest.raises(PublishRefused, match=r"holds another site, https://une\.example"):
        publish(Job(build=build, pages=place, keep=3, site="https://autre.example"))
    assert snapshot(target / "current") == before
    former = ("https://une.example",)
    assert publish(Job(build=build, pages=place, keep=3, site="https://autre.example", former=former)).published
    roll_back(place, keep=3)
    with pytest.raises(PublishRefused, match="holds another site"):
        rehearse(Job(build=build, pages=place, keep=3, site="https://tierce.example"))

"""An object store as a target, against two real ones of which one keeps fewer conditions."""

from __future__ import annotations

import itertools
import os
import re
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from antenne.deploy import Job, Publication, PublishRefused, TargetIsBusy, plan, publish, rehearse, roll_back
from antenne.deploy.memos import Memos
from antenne.deploy.s3 import Form, Place, S3Target, Store, lease, sweeping, upload
from antenne.deploy.s3.state import CONTROL, LOCK
from tests.deploy.proxy import Fault, line, refusal
from tests.deploy.samples import make_build, snapshot
from tests.support.changed import replace

ENGINES = [
    pytest.param("bucket", id="seaweedfs", marks=pytest.mark.seaweedfs),
    pytest.param("older_bucket", id="ceph", marks=pytest.mark.ceph),
]
ONE, TWO = b"un" * 400, b"deux" * 300


def form(path: str) -> Form:
    return Form(type="audio/mpeg" if path.endswith(".mp3") else "text/html", cache="no-cache")


_numbers = itertools.count()


@pytest.fixture(params=ENGINES)
def place(request: pytest.FixtureRequest) -> Place:
    """A folder that nobody else uses, in a bucket of each engine."""
    return replace(request.getfixturevalue(request.param), prefix=f"target-{next(_numbers)}/")


@pytest.fixture
def target(place: Place, tmp_path: Path) -> S3Target:
    return S3Target(place=place, form=form, memos=Memos(tmp_path / "memos"))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return make_build(tmp_path / "old", {"audio/un.mp3": ONE}, livres=b"Livres")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return make_build(tmp_path / "new", {"audio/deux.mp3": TWO}, livres=b"Livres, encore", notes=b"Notes")


def send(build: Path, target: S3Target, keep: int = 3, **more: object) -> Publication:
    return publish(Job(build=build, pages=target, keep=keep, **more))  # type: ignore[arg-type]


def public(place: Place) -> dict[str, bytes]:
    """Return what the bucket holds besides what publishing remembers."""
    store, found = Store(place), {}
    for name, _ in store.list(place.prefix):
        path = name.removeprefix(place.prefix)
        if not path.startswith(CONTROL):
            read = store.read(name)
            assert read is not None
            found[path] = read[0]
    return found


def test_the_bucket_holds_what_was_built_byte_for_byte_and_a_second_run_sends_nothing(
    target: S3Target, old: Path
) -> None:
    done = send(old, target)
    assert (done.published, done.generation) == (True, 1)
    assert public(target.place) == snapshot(old)
    written: list[str] = []
    again = replace(target, open_store=lambda place: Spied(place, written.append))
    assert send(old, again).nothing_changed
    assert not [name for name in written if CONTROL not in name]


class Spied(Store):
    """A store that tells the name of everything that it is to write."""

    def __init__(self, place: Place, tell: Callable[[str], None]) -> None:
        super().__init__(place)
        self.tell = tell

    def put(self, name: str, *arguments: object, **more: object) -> str:
        self.tell(name)
        return super().put(name, *arguments, **more)  # type: ignore[arg-type]

    def copy(self, source: str, name: str, form: Form) -> str:
        self.tell(name)
        return super().copy(source, name, form)


def test_files_go_out_in_order_and_feeds_last(target: S3Target, old: Path, new: Path) -> None:
    send(old, target)
    written: list[str] = []
    send(new, replace(target, open_store=lambda place: Spied(place, written.append)))
    names = [n.removeprefix(target.place.prefix) for n in written if CONTROL not in n]
    assert names.index("audio/deux.mp3") < names.index("notes/index.html") < names.index("flux/emission.xml")
    assert names[-1] == "flux/emission.xml"


def test_pages_that_left_go_at_once_and_recordings_stay_for_those_who_read_an_older_feed(
    target: S3Target, old: Path, new: Path, tmp_path: Path
) -> None:
    send(new, target)
    assert send(old, target).late == ("audio/deux.mp3",)
    held = public(target.place)
    assert "notes/index.html" not in held
    assert held["audio/deux.mp3"] == TWO


def test_recordings_go_when_no_feed_of_the_kept_publications_names_them_and_their_grace_is_over(
    target: S3Target, old: Path, new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(new, target, keep=1)
    send(old, target, keep=1)
    other = make_build(tmp_path / "other", {"audio/un.mp3": ONE}, livres=b"3")
    send(other, target, keep=1)
    assert "audio/deux.mp3" in public(target.place), "its grace is not over"
    # The store's clock tells whole seconds: a grace that ended a while ago is over by it, too.
    monkeypatch.setattr(sweeping, "GRACE", timedelta(seconds=-60))
    monkeypatch.setattr(plan, "GRACE", -60)
    send(make_build(tmp_path / "more", {"audio/un.mp3": ONE}, livres=b"4"), target, keep=1)
    assert "audio/deux.mp3" not in public(target.place)


def test_what_is_not_ours_is_never_touched(target: S3Target, old: Path, new: Path) -> None:
    foreign = f"{target.place.prefix}mine.txt"
    Store(target.place).put(foreign, b"mine", form("mine.txt"))
    send(new, target)
    send(old, target)
    assert public(target.place)["mine.txt"] == b"mine"


def test_headers_and_digests_are_told_of_every_object(target: S3Target, old: Path) -> None:
    send(old, target)
    found = Store(target.place).find(f"{target.place.prefix}audio/un.mp3")
    assert found is not None
    assert len(found.metadata["sha256"]) == 64


def test_a_large_recording_goes_on_where_it_was_cut(
    target: S3Target, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload, "PART", 5 * 1024 * 1024)
    build = make_build(tmp_path / "large", {"audio/long.mp3": os.urandom(18 * 1024 * 1024)})

    class Cut(Store):
        def part(self, name: str, upload: str, number: int, body: bytes) -> str:
            if number == 3:
                raise PublishRefused("cut")
            return super().part(name, upload, number, body)

    with pytest.raises(PublishRefused, match="cut"):
        send(build, replace(target, open_store=Cut))
    assert "flux/emission.xml" not in public(target.place)
    sent: list[int] = []

    class Counting(Store):
        def part(self, name: str, upload: str, number: int, body: bytes) -> str:
            # Before, it is tried how the engine ends uploads, under another name.
            sent.extend([number] if name.endswith(".mp3") else [])
            return super().part(name, upload, number, body)

    send(build, replace(target, open_store=Counting))
    assert sent == [3, 4]
    assert public(target.place) == snapshot(build)


def test_a_second_publisher_is_refused_and_changes_nothing(target: S3Target, old: Path, new: Path) -> None:
    send(old, target)
    before = public(target.place)
    with target.held(), pytest.raises(TargetIsBusy, match="under way") as refused:
        send(new, target)
    assert refused.value.code == 75
    assert public(target.place) == before
    assert send(new, target).published


def test_of_four_at_once_one_wins_and_the_others_are_told(target: S3Target, tmp_path: Path) -> None:
    builds = [make_build(tmp_path / f"b{n}", {"audio/un.mp3": ONE}, livres=b"%d" % n) for n in range(4)]
    ends: dict[int, object] = {}

    def run(number: int) -> None:
        try:
            ends[number] = send(builds[number], target)
        except TargetIsBusy as busy:
            ends[number] = busy

    threads = [threading.Thread(target=run, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    winners = [number for number, end in ends.items() if isinstance(end, Publication)]
    assert winners
    assert public(target.place) in [snapshot(builds[number]) for number in winners]


def test_the_lock_of_a_publisher_that_was_killed_is_taken_over_when_its_lease_is_over(
    target: S3Target, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store(target.place).put(f"{target.place.prefix}{LOCK}", b'{"token": "dead"}', form("lock"))
    with pytest.raises(TargetIsBusy):
        send(old, target)
    monkeypatch.setattr(lease, "LASTS", timedelta(0))
    assert send(old, target).published


def test_a_feed_that_somebody_else_wrote_meanwhile_is_not_written_over(target: S3Target, old: Path, new: Path) -> None:
    send(old, target)

    class Meddled(Store):
        def put(self, name: str, body: object, form: Form, **more: object) -> str:
            if name.endswith("notes/index.html"):
                super().put(f"{target.place.prefix}flux/emission.xml", b"<other/>", form)
            return super().put(name, body, form, **more)  # type: ignore[arg-type]

    with pytest.raises(TargetIsBusy, match=r"Somebody else wrote flux/emission\.xml"):
        send(new, replace(target, open_store=Meddled))
    assert public(target.place)["flux/emission.xml"] == b"<other/>"
    send(new, target)
    assert {path: data for path, data in public(target.place).items() if path != "audio/un.mp3"} == snapshot(new)


def test_going_back_takes_the_pages_and_feeds_that_were_kept_and_moves_no_recording(
    target: S3Target, old: Path, new: Path
) -> None:
    send(old, target)
    send(new, target)
    written: list[str] = []
    back = roll_back(replace(target, open_store=lambda place: Spied(place, written.append)), keep=3)
    assert (back.published, back.generation) == (True, 3)
    held = public(target.place)
    assert {path: data for path, data in held.items() if path != "audio/deux.mp3"} == snapshot(old)
    assert held["audio/deux.mp3"] == TWO
    assert not [name for name in written if name.endswith(".mp3")]
    assert roll_back(target, keep=3, to=2).published
    assert public(target.place)["notes/index.html"] == b"Notes"


def test_a_dry_run_writes_nothing(target: S3Target, old: Path) -> None:
    done = rehearse(Job(build=old, pages=target, keep=3))
    assert done.changes
    assert list(Store(target.place).list(target.place.prefix)) == []


def test_a_wrong_key_is_one_sentence_without_the_secret(target: S3Target, old: Path) -> None:
    wrong = replace(target.place, key="nobody", secret="very-secret-word")
    with pytest.raises(PublishRefused, match="refuses this key") as refused:
        send(old, replace(target, place=wrong))
    assert "very-secret-word" not in f"{refused.value!r}{wrong!r}"


def test_a_server_that_is_gone_is_one_sentence(target: S3Target, old: Path) -> None:
    gone = replace(target.place, endpoint="http://127.0.0.1:9")
    with pytest.raises(PublishRefused, match="does not answer"):
        send(old, replace(target, place=gone))


@pytest.mark.parametrize(
    ("variable", "said"),
    [("AWS_PROFILE", "The config profile (nobody) could not be found"), ("AWS_CA_BUNDLE", "does not answer")],
)
def test_what_boto3_finds_wrong_on_this_machine_is_one_sentence(
    target: S3Target, old: Path, variable: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "nobody")
    secure = replace(target.place, endpoint=target.place.endpoint.replace("http:", "https:"))
    with pytest.raises(PublishRefused, match=re.escape(said)):
        send(old, replace(target, place=secure))


def test_a_clock_that_is_wrong_is_named(target: S3Target, old: Path) -> None:
    fault = Fault(replaced=1, answer=refusal(403, "RequestTimeTooSkewed"))
    with line(int(target.place.endpoint.rpartition(":")[2]), fault) as port:
        there = replace(target.place, endpoint=f"http://127.0.0.1:{port}")
        with pytest.raises(PublishRefused, match="This machine's clock and that of"):
            send(old, replace(target, place=there))

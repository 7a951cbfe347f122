"""What engines of object stores lack is noticed, said and made up for: a condition, room on their disks, an answer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from antenne.deploy import PublishRefused, TargetIsBusy
from antenne.deploy.memos import Memos
from antenne.deploy.s3 import Form, Place, S3Target, Store, lease, upload
from antenne.deploy.s3.abilities import OVERWRITES, try_abilities
from antenne.deploy.s3.line import Patience
from antenne.deploy.s3.state import LOCK
from tests.deploy.ceph import Ceph
from tests.deploy.samples import make_build, snapshot
from tests.deploy.stages import form
from tests.deploy.test_s3 import ENGINES, public, send
from tests.support.changed import replace

LARGE = 6 * 1024 * 1024
SMALL_PARTS = 5 * 1024 * 1024


@pytest.fixture
def older(older_bucket: Place) -> Place:
    return replace(older_bucket, prefix=f"engine-{os.urandom(4).hex()}/")


def target_of(place: Place, tmp_path: Path, said: list[str] | None = None) -> S3Target:
    say = (lambda sentence: None) if said is None else said.append
    return S3Target(place=place, form=form, memos=Memos(tmp_path / "memos"), say=say)


@pytest.mark.ceph
def test_an_engine_that_knows_etags_without_quotes_only_still_swaps(older: Place) -> None:
    store = Store(older)
    found = try_abilities(store, f"{older.prefix}probe", "token")
    assert (found.create_only, found.swap, store.quoted) == (True, True, False)
    assert found.missing() == ()
    assert list(store.list(older.prefix)) == []


@pytest.mark.parametrize(
    ("engine", "lacks"),
    [
        pytest.param("bucket", [], id="seaweedfs", marks=pytest.mark.seaweedfs),
        pytest.param("older_bucket", [OVERWRITES], id="ceph", marks=pytest.mark.ceph),
    ],
)
def test_what_an_engine_lacks_is_said_once_when_it_matters(
    engine: str, lacks: list[str], request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload, "PART", SMALL_PARTS)
    place = replace(request.getfixturevalue(engine), prefix="says/")
    said: list[str] = []
    send(make_build(tmp_path / "small", {"audio/un.mp3": b"un"}), target_of(place, tmp_path, said))
    assert said == []
    sounds = {f"audio/{name}.mp3": os.urandom(LARGE) for name in ("deux", "trois")}
    send(make_build(tmp_path / "large", sounds), target_of(place, tmp_path, said))
    assert said == lacks
    assert not [name for name in (key for key, _ in Store(place).list(place.prefix)) if "probe" in name]
    assert list(Store(place).begun(place.prefix)) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_a_large_recording_is_never_ended_over_what_somebody_else_wrote_meanwhile(
    engine: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload, "PART", SMALL_PARTS)
    place = replace(request.getfixturevalue(engine), prefix="meddled/")

    class Meddled(Store):
        def part(self, name: str, upload: str, number: int, body: bytes) -> str:
            if number == 2:
                super().put(name, b"theirs", Form(type="audio/mpeg", cache=""))
            return super().part(name, upload, number, body)

    build = make_build(tmp_path / "build", {"audio/un.mp3": os.urandom(LARGE)})
    with pytest.raises(PublishRefused, match=r"Another file stands at .*audio/un\.mp3"):
        send(build, replace(target_of(place, tmp_path), open_store=Meddled))
    held = public(place)
    assert held["audio/un.mp3"] == b"theirs"
    assert "flux/emission.xml" not in held


class Ignoring(Store):
    """A store that does not hear of conditions."""

    def condition(self, *, absent: bool = False, etag: str = "") -> dict[str, str]:
        return {}


@pytest.mark.parametrize("engine", ENGINES)
def test_where_conditions_are_ignored_it_is_said_and_the_lock_is_read_back(
    engine: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    place = replace(request.getfixturevalue(engine), prefix="ignoring/")
    said: list[str] = []
    target = replace(target_of(place, tmp_path, said), open_store=Ignoring)
    build = make_build(tmp_path / "build", {"audio/un.mp3": b"un"})
    assert send(build, target).published
    assert [word for sentence in said for word in ("If-None-Match", "If-Match") if word in sentence] == [
        "If-None-Match",
        "If-Match",
    ]
    with target.held(), pytest.raises(TargetIsBusy):
        send(build, target)

    class Overtaken(Ignoring):
        """One where somebody else takes the lock in the very moment after us."""

        def put(self, name: str, *arguments: object, **more: object) -> str:
            etag = super().put(name, *arguments, **more)  # type: ignore[arg-type]
            if name.endswith(LOCK):
                super().put(name, b'{"token": "theirs"}', Form(type="application/json", cache=""))
            return etag

    new = make_build(tmp_path / "new", {"audio/un.mp3": b"un"}, livres=b"Livres")
    with pytest.raises(TargetIsBusy):
        send(new, replace(target, open_store=Overtaken))
    assert public(place) == snapshot(build)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Ceph]:
    """A cluster that nobody else uses."""
    cluster = Ceph(tmp_path / "cluster")
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.end()


@pytest.mark.ceph
def test_a_store_that_says_nothing_because_its_disks_are_full_is_a_sentence_and_the_next_publication_goes_on(
    cluster: Ceph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = target_of(cluster.place, tmp_path)
    old = make_build(tmp_path / "old", {"audio/un.mp3": b"un" * 200_000})
    new = make_build(tmp_path / "new", {"audio/un.mp3": b"un" * 200_000, "audio/deux.mp3": b"deux"}, livres=b"Livres")
    send(old, target)

    class Full(Store):
        """One that is waited for as little as a test may, and fills up in the midst of a publication."""

        patience = brief = Patience(connect=5, answer=3, times=1)

        def put(self, name: str, *arguments: object, **more: object) -> str:
            if name.endswith(".mp3"):
                cluster.fill()
            return super().put(name, *arguments, **more)  # type: ignore[arg-type]

    with pytest.raises(PublishRefused, match=r"said nothing.*disks are full") as refused:
        send(new, replace(target, open_store=Full))
    assert refused.value.code == 2
    assert public(cluster.place) == snapshot(old)
    cluster.empty()
    # Its lock could not be given back; nobody waits ten minutes here.
    monkeypatch.setattr(lease, "LASTS", timedelta(0))
    assert send(new, target).published
    assert public(cluster.place) == snapshot(new)
    assert send(new, target).nothing_changed

"""Two sites in one bucket: neither takes away, nor writes over, what is the other's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from antenne.deploy import Job, PublishRefused, publish
from antenne.deploy.memos import Memos
from antenne.deploy.s3 import Place, S3Target, Store, sweeping
from antenne.deploy.s3.neighbours import folders_of_others
from tests.deploy.samples import make_build
from tests.deploy.stages import form
from tests.support.changed import replace

pytestmark = pytest.mark.seaweedfs


@pytest.fixture
def inner(place: Place) -> Place:
    """A folder in the other site's."""
    return replace(place, prefix=f"{place.prefix}fr/")


def send(build: Path, place: Place) -> None:
    memos = Memos(build.parent / f"memos-{place.prefix.replace('/', '-')}")
    publish(Job(build=build, pages=S3Target(place=place, form=form, memos=memos), keep=2))


def etags(place: Place) -> Mapping[str, str]:
    return {name: found.etag for name, found in Store(place).list(place.prefix)}


def test_a_publication_leaves_the_site_in_a_folder_of_its_bucket(
    place: Place, inner: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "GRACE", timedelta())
    send(make_build(tmp_path / "inner", {"audio/un.mp3": b"un" * 99}, livres=b"Livres"), inner)
    before = etags(inner)
    upload = Store(inner).begin(f"{inner.prefix}audio/long.mp3", form("audio/long.mp3"))
    first = make_build(tmp_path / "first", {"audio/deux.mp3": b"deux" * 99}, notes=b"Notes")
    second = make_build(tmp_path / "second", {"audio/trois.mp3": b"trois" * 99})
    for build in (first, second, second):
        send(build, place)
    assert etags(inner) == before
    assert [found for _, found, _ in Store(inner).begun(inner.prefix)] == [upload]
    left = {name.removeprefix(place.prefix) for name in etags(place)}
    assert "audio/trois.mp3" in left
    assert "notes/index.html" not in left


def test_no_file_goes_into_the_folder_of_another_site(place: Place, inner: Place, tmp_path: Path) -> None:
    send(make_build(tmp_path / "inner", {}), inner)
    before = etags(inner)
    with pytest.raises(PublishRefused, match=r"fr/index\.html would stand in the folder of another site"):
        send(make_build(tmp_path / "outer", {}, fr=b"En fran\xc3\xa7ais"), place)
    assert etags(inner) == before


def test_no_site_begins_in_the_middle_of_another(place: Place, inner: Place, tmp_path: Path) -> None:
    send(make_build(tmp_path / "outer", {}, fr=b"En fran\xc3\xa7ais"), place)
    before = etags(place)
    with pytest.raises(PublishRefused, match="belongs to another site"):
        send(make_build(tmp_path / "inner", {}), inner)
    assert {name: etag for name, etag in etags(place).items() if name in before} == before


def test_the_folders_of_others_are_those_with_something_remembered() -> None:
    names = (".antenne/state.json", "a/index.html", "b/.antenne/lock", "c/d/.antenne/releases/x.json", "e.antenne/x")
    assert folders_of_others(names) == ("b/", "c/d/")

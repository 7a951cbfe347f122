"""Names with accents: what a Mac writes (NFD) and what Linux has (NFC) are one name, published once, in NFC."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest

from antenne.deploy import PublishRefused, publish
from tests.deploy import trial as t
from tests.deploy.samples import feed, make_build, snapshot
from tests.deploy.stages import Stage
from tests.support.site import invoke, make_site

ALL = [
    "folder",
    "git",
    pytest.param("ssh", marks=pytest.mark.ssh),
    pytest.param("s3", marks=pytest.mark.seaweedfs),
]
PAGE, SOUND, PICTURE = "été/noël/index.html", "audio/l’été à la plage.mp3", "images/Ça va ?.jpg"


def build_as(form: str, folder: Path, **more: bytes) -> Path:
    """Write a built site whose names are in a Unicode form."""
    files = {PAGE: "Noël".encode(), SOUND: b"sound" * 300, PICTURE: b"\xff\xd8"}
    make_build(folder, {})
    for path, data in (files | more).items():
        place = folder / unicodedata.normalize(form, path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    (folder / "flux/emission.xml").write_bytes(feed({quote(unicodedata.normalize("NFC", SOUND)): files[SOUND]}))
    return folder


@pytest.mark.parametrize("stage", ALL, indirect=True)
def test_a_site_built_on_a_mac_is_published_in_nfc_and_the_same_from_linux_sends_nothing(
    stage: Stage, tmp_path: Path
) -> None:
    mac, linux = build_as("NFD", tmp_path / "mac"), build_as("NFC", tmp_path / "linux")
    assert snapshot(mac).keys() != snapshot(linux).keys()
    assert publish(stage.job(mac)).published
    assert t.read(f"{stage.app.pages}/{quote(unicodedata.normalize('NFC', PAGE))}") == "Noël".encode()
    assert t.read(f"{stage.app.pages}/{quote(unicodedata.normalize('NFC', PICTURE))}")
    assert not t.read(f"{stage.app.pages}/{quote(unicodedata.normalize('NFD', PAGE))}")
    seen = stage.app.look()
    assert (seen.feeds, seen.recordings, seen.wrong) == (1, 1, [])
    again = publish(stage.job(linux))
    assert again.nothing_changed
    assert (again.added, again.changed, again.removed, again.late) == ((), (), (), ())


@pytest.mark.parametrize("stage", ALL, indirect=True)
@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        (unicodedata.normalize("NFD", "été/noël/index.html"), "is there twice, with its accents written in two ways"),
        (unicodedata.normalize("NFD", "ÉTÉ/Noël/index.html"), "are one name on some machines"),
        ("audio/L’ÉTÉ à la plage.mp3", "are one name on some machines"),
    ],
    ids=["the same in two forms", "another case and form", "another case"],
)
def test_two_files_that_are_one_on_a_mac_are_refused_and_nothing_is_touched(
    stage: Stage, tmp_path: Path, other: str, sentence: str
) -> None:
    build = build_as("NFC", tmp_path / "build")
    (build / other).parent.mkdir(parents=True, exist_ok=True)
    (build / other).write_bytes(b"another")
    before = snapshot(build)
    with pytest.raises(PublishRefused, match=sentence) as refused:
        publish(stage.job(build))
    assert refused.value.code == 2
    assert snapshot(build) == before
    assert stage.app.look().feeds == 0


def test_a_project_whose_files_a_mac_named_is_published_as_the_one_of_linux(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    old = site / "content/notes/2013-11-13-une-note.md"
    note = site / "content/notes/2013-11-13-une-note/index.md"
    note.parent.mkdir()
    old.rename(note)
    note.write_text(note.read_text(encoding="utf-8") + "\n![L’été](Mon été.png)\n", encoding="utf-8")
    picture = (site / "content/shows/essai/artwork.png").read_bytes()
    for form in ("NFD", "NFC"):
        place = note.with_name(unicodedata.normalize(form, "Mon été.png"))
        place.write_bytes(picture)
        done = invoke(site, "publish")
        place.unlink()
    assert "Nothing has changed" in done.stdout
    names = [path.as_posix() for path in (site / "public/current").resolve().rglob("*")]
    assert [unicodedata.normalize("NFC", name) for name in names] == names

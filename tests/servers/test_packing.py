from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest

from antenne.servers import is_packed, kind_of, pack
from antenne.servers.kinds import Kind
from tests.deploy.samples import make_build, publish_folder, snapshot

LONG = b"<p>Une voix, c'est d'abord une distance.</p>\n" * 100


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for path, data in {"a/index.html": LONG, "short.html": b"<p>", "sound.mp3": LONG, "noise.txt": _noise()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def _noise() -> bytes:
    return bytes((n * n * 131 + n // 7 * 29 + n // 1000) % 251 for n in range(4096))


def test_long_texts_are_packed_and_nothing_else(site: Path, tmp_path: Path) -> None:
    pack(site, tmp_path / "cache")
    packed = {path for path in snapshot(site) if is_packed(path)}
    assert {"a/index.html.br", "a/index.html.gz"} <= packed
    assert not any(path.startswith(("short", "sound")) for path in packed)
    assert brotli.decompress((site / "a/index.html.br").read_bytes()) == LONG
    assert gzip.decompress((site / "a/index.html.gz").read_bytes()) == LONG
    assert all((site / path).stat().st_size < (site / path).with_suffix("").stat().st_size for path in packed)


def test_the_same_text_is_packed_to_the_same_bytes_with_or_without_a_cache(site: Path, tmp_path: Path) -> None:
    pack(site, tmp_path / "cache")
    first = snapshot(site)
    pack(site, tmp_path / "cache")
    assert snapshot(site) == first
    pack(site, tmp_path / "another cache")
    assert snapshot(site) == first
    # No time in the header of gzip (RFC 1952: MTIME, 4 bytes from the fifth on), and no name.
    assert first["a/index.html.gz"][3:8] == b"\0\0\0\0\0"


def test_a_text_that_changed_is_packed_anew(site: Path, tmp_path: Path) -> None:
    pack(site, tmp_path / "cache")
    (site / "a/index.html").write_bytes(LONG.upper())
    pack(site, tmp_path / "cache")
    assert gzip.decompress((site / "a/index.html.gz").read_bytes()) == LONG.upper()
    # What nothing is packed from any more is not kept.
    kept = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert {path.read_bytes() for path in kept} >= {(site / "a/index.html.br").read_bytes()}
    assert len(kept) == 4, "a page and a text, each packed in two ways"
    assert brotli.decompress((site / "a/index.html.br").read_bytes()) == LONG.upper()


def test_a_publication_carries_what_is_packed_and_does_not_speak_of_it(tmp_path: Path) -> None:
    build = make_build(tmp_path / "build", {}, un=LONG)
    pack(build, tmp_path / "cache")
    done = publish_folder(build, tmp_path / "public", keep=3)
    assert (tmp_path / "public/current/un/index.html.br").is_file()
    assert not any(is_packed(path) for path in done.added)
    assert publish_folder(build, tmp_path / "public", keep=3).nothing_changed
    changed = make_build(tmp_path / "next", {}, un=LONG + b"more")
    pack(changed, tmp_path / "cache")
    assert publish_folder(changed, tmp_path / "public", keep=3).changed == ("un/index.html",)
    packed = tmp_path / "public/current/un/index.html.br"
    assert brotli.decompress(packed.read_bytes()) == LONG + b"more"


@pytest.mark.parametrize("path", ["a.html.br", "flux/x.xml.gz", "n.SVG.br"])
def test_packed_files_are_known_by_their_names(path: str) -> None:
    assert is_packed(path)
    assert kind_of(path) is Kind.PAGE


@pytest.mark.parametrize("path", ["archive.gz", "a.tar.gz", "a.html", "sound.mp3.gz", "br", "x.br/y"])
def test_other_files_are_not(path: str) -> None:
    assert not is_packed(path)

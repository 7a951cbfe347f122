from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from antenne.media import MediaError, read_attachment

PDF = b"%PDF-1.7\nx"
EPUB = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.pdf", PDF, "application/pdf"),
        ("a.PDF", b"\r\n" + PDF, "application/pdf"),
        ("a.epub", EPUB, "application/epub+zip"),
        ("a.txt", "été\n".encode(), "text/plain"),
        ("a.ics", b"\xef\xbb\xbfBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "text/calendar"),
    ],
)
def test_a_file_that_is_what_it_is_called_is_taken(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(data)
    file = read_attachment(tmp_path / name, "extrait.pdf")
    assert (file.name, file.length, file.media_type) == ("extrait.pdf", len(data), kind)
    assert file.digest == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"<html><script>alert(1)</script>"),
        ("a.pdf", b""),
        ("a.epub", b"PK\x03\x04" + bytes(80)),
        ("a.epub", PDF),
        ("a.txt", b"a\x00b"),
        ("a.txt", b"\xff\xfe\x00"),
        ("a.ics", b"BEGIN:VCARD"),
        ("a.html", b"<p>"),
        ("a.svg", b"<svg/>"),
        ("a.zip", b"PK\x03\x04"),
        ("a", PDF),
    ],
)
def test_what_is_not_what_it_is_called_or_of_no_known_kind_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(MediaError):
        read_attachment(tmp_path / name, name)


def test_a_file_that_is_too_large_is_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "a.pdf").open("wb") as stream:
        stream.truncate(100_000_001)
    with pytest.raises(MediaError, match="larger than 100 MB"):
        read_attachment(tmp_path / "a.pdf", "a.pdf")

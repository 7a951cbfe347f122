"""Files that readers may keep: known by their first bytes, and bounded in size."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from antenne.model import Attachment
from antenne.probe.errors import MediaError

MAX_BYTES = 100_000_000
"""The largest file that is taken: readers fetch it over a telephone."""


class _Kind(Struct, frozen=True):
    media_type: str
    is_kind: Callable[[bytes], bool]


def _is_pdf(data: bytes) -> bool:
    # Readers of PDF look for the mark within the first KiB (ISO 32000-1, annex H).
    return b"%PDF-" in data[:1024]


def _is_epub(data: bytes) -> bool:
    # The first file of the archive is its type, uncompressed (EPUB 3.3, OCF).
    return data[:4] == b"PK\x03\x04" and data[30:58] == b"mimetypeapplication/epub+zip"


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False


def _is_calendar(data: bytes) -> bool:
    return _is_text(data) and data.removeprefix(b"\xef\xbb\xbf").lstrip()[:15].upper() == b"BEGIN:VCALENDAR"


_KINDS = {
    ".pdf": _Kind("application/pdf", _is_pdf),
    ".epub": _Kind("application/epub+zip", _is_epub),
    ".txt": _Kind("text/plain", _is_text),
    ".ics": _Kind("text/calendar", _is_calendar),
}

ATTACHMENTS = tuple(_KINDS)
"""The extensions of files that a text may link to."""


def read_attachment(path: Path, name: str) -> Attachment:
    """Return a file that will be published under a name; raise MediaError for one that is not what it is called."""
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise MediaError(f"This kind of file is not published; save it as one of {' '.join(_KINDS)}.")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise MediaError(f"This file is larger than {MAX_BYTES // 1_000_000} MB; export it smaller.")
        data = path.read_bytes()
    except OSError:
        raise MediaError("This file cannot be opened; look whether it is there and may be read.") from None
    if not kind.is_kind(data):
        called = path.suffix.lower()
        raise MediaError(f"This file is named {called} but is none; export it again, or give it its right name.")
    return Attachment(
        source=path,
        name=name,
        digest=hashlib.sha256(data).hexdigest(),
        length=len(data),
        media_type=kind.media_type,
    )

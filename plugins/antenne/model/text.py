"""Text that was Markdown: its safe HTML, its plain form, and the files beside it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from antenne.model.image import Image


class Attachment(Struct, frozen=True, kw_only=True):
    """A file for readers to keep: its name, the SHA-256 of its bytes in hex, their number, and their media type."""

    source: Path
    name: str
    digest: str
    length: int
    media_type: str


class RichText(Struct, frozen=True):
    """Sanitised HTML with French typography, and the same words without tags; both empty for no text.

    `pictures` are those that the HTML names, by the names of their files; `files` what it links to, which is published
    under the address of the text's page.
    """

    html: str = ""
    plain: str = ""
    pictures: tuple[tuple[str, Image], ...] = ()
    files: tuple[Attachment, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.html)

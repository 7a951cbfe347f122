"""A bundle or file that is open: its front matter, its language, and the files beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from antenne.fields import Document, ListOf, load_document, parse, text
from antenne.media import ATTACHMENTS, MediaError, read_attachment
from antenne.model import Attachment, Image, LanguageTag, RichText
from antenne.problems import Where, nearest, rules
from antenne.read.desk import Desk
from antenne.read.folders import Bundle
from antenne.read.strays import PICTURES
from antenne.text import Placed, linked_files, split_pictures

K = TypeVar("K")

_GENERATED = ("transcript.txt",)
"""What stands under an episode's address anyway, whatever file it was made from."""

TAGS = ListOf(text(100), most=100)
TAGS_DOC = "Words that tie it to what is about the same thing; each has a page."


class Opened(Struct, frozen=True, kw_only=True):
    """What an object is made of: `document` is None where a recording stands alone."""

    desk: Desk
    bundle: Bundle
    document: Document | None
    language: LanguageTag

    def words(self, text: str) -> str:
        """Return plain words, cleaned and typeset."""
        return self.desk.words(text, self.language)

    def tags(self, given: tuple[str, ...]) -> tuple[str, ...]:
        """Return tags as plain words, each once."""
        return tuple(dict.fromkeys(self.words(tag) for tag in given))

    def body(self) -> RichText:
        """Return the text below the front matter, with the pictures that it names and the files that it links to."""
        body = self.desk.body(self.document.body if self.document else "", self.language)
        names = dict.fromkeys(piece.name for piece in split_pictures(body.html) if isinstance(piece, Placed))
        pictures = ((name, self._pictured(name)) for name in names)
        files = (self._linked(name) for name in linked_files(body.html) if name not in _GENERATED)
        return replace(
            body,
            pictures=tuple((name, image) for name, image in pictures if image),
            files=tuple(file for file in files if file),
        )

    def _pictured(self, name: str) -> Image | None:
        """Return a picture of the text: a file beside it, in the same folder."""
        path = self.bundle.take(name)
        if path is not None:
            return self.desk.image(path, "")
        self._tell_missing(f"The text names a picture {name}, which is not there.", name, PICTURES)
        return None

    def _linked(self, name: str) -> Attachment | None:
        """Return a file that the text links to, beside it; what is no file to keep is left to be judged as a link."""
        kind = Path(name).suffix.lower()
        path = self.bundle.take(name) if kind != ".md" else None
        if path is None:
            if kind in ATTACHMENTS:
                self._tell_missing(f"The text links to {name}, which is not there.", name, ATTACHMENTS)
            return None
        try:
            return read_attachment(path, name)
        except MediaError as error:
            self.desk.tell_media(rules.UNFIT_FILE, path, error)
            return None

    def _tell_missing(self, message: str, name: str, extensions: tuple[str, ...]) -> None:
        guess = nearest(name, self.bundle.all_with(extensions))
        hint = f"Did you mean {guess}?" if guess else "Put it into the folder of this text, or correct its name."
        self.desk.tell(rules.MISSING_FILE, self._place_of(name), message, hint)

    def _place_of(self, words: str) -> Where:
        """Return where words stand in the text: the line, as far as it can be found."""
        document = self.document
        if document is None:
            return self.desk.where(self.bundle.path)
        typed = (words, words.replace(" ", "%20"))
        lines = enumerate(document.body.splitlines(), document.body_line)
        line = next((number for number, line in lines if any(one in line for one in typed)), document.body_line)
        return Where(document.where.path, line)

    def file(self, key: str, name: str) -> Path | None:
        """Return the file that a key of front matter names, or tell that it is not there."""
        path = self.bundle.take(name)
        if path is None and self.document is not None:
            guess = nearest(name, self.bundle.listing.files)
            hint = f"Did you mean {guess}?" if guess else "Put the file there, or correct its name."
            message = f"There is no file {name} in the folder {self.bundle.key}."
            self.desk.tell(rules.MISSING_FILE, self.document.place(key), message, hint)
        return path

    def picture(self, key: str, name: str, alt: str, extensions: tuple[str, ...] = PICTURES) -> Image | None:
        """Return a picture: the file that front matter names under `key`, else the one that is called like the key."""
        path = self.file(key, name) if name else self.bundle.named(key, extensions)
        return self.desk.image(path, self.words(alt)) if path else None


def read_index(cls: type[K], bundle: Bundle, desk: Desk) -> tuple[K | None, Document | None]:
    """Return the keys and the document of a bundle's index.md: None for what is not there or has problems."""
    path = bundle.named("index", (".md",))
    document = load_document(path, desk.settings.project, desk.problems) if path else None
    return (parse(cls, document.keys, desk.reading), document) if document else (None, None)


def require_index(cls: type[K], bundle: Bundle, desk: Desk) -> tuple[K, Document] | None:
    """Return the keys and the document of a bundle's index.md, or None having told what is wrong."""
    keys, document = read_index(cls, bundle, desk)
    if not bundle.used:
        hint = f"Write a file index.md in the folder {bundle.key}, or take the folder away."
        desk.tell(rules.MISSING_FILE, desk.where(bundle.path), "The folder has no file index.md.", hint)
    return (keys, document) if keys is not None and document is not None else None

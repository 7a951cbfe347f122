"""What can be read or heard of a book: the files of its bundle that are called `excerpt`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from antenne.fields import Document, GroupNode, key, load_document, load_text, parse, text
from antenne.media import MediaError, read_attachment
from antenne.model import Attachment, AudioFile, Excerpt, RichText
from antenne.problems import rules
from antenne.read.opened import Opened
from antenne.read.strays import AUDIO

_NAME = "excerpt"
_DOCUMENTS = (".pdf", ".epub")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcerptKeys:
    """The front matter of a text out of a book, which may do without."""

    title: str = key(text(), "", doc="Of the chapter that it is from, say.")


def read_excerpt(at: Opened) -> Excerpt:
    """Return what a book's bundle holds to read or hear of it; what cannot be taken is told."""
    written = at.bundle.named(_NAME, (".md",))
    title, body = _text(written, at) if written else ("", RichText())
    return Excerpt(title=title, text=body, file=_file(at), audio=_audio(at))


def _text(path: Path, at: Opened) -> tuple[str, RichText]:
    document = _document(path, at)
    keys = parse(ExcerptKeys, document.keys, at.desk.reading) if document else None
    if document is None or keys is None:
        return "", RichText()
    here = replace(at, document=document)
    return here.words(keys.title), here.body()


def _document(path: Path, at: Opened) -> Document | None:
    """Return the text with its front matter, or with none: a text out of a book needs no title."""
    project, problems = at.desk.settings.project, at.desk.problems
    where = at.desk.where(path)
    whole = load_text(path, where, problems)
    if whole is None:
        return None
    if whole.startswith("---\n"):
        return load_document(path, project, problems)
    return Document(where=where, keys=GroupNode(where=where, name="", entries=()), body=whole, body_line=1)


def _file(at: Opened) -> Attachment | None:
    path = at.bundle.named(_NAME, _DOCUMENTS)
    if path is None:
        return None
    try:
        return read_attachment(path, f"{at.desk.settings.routes.excerpt}{path.suffix.lower()}")
    except MediaError as error:
        at.desk.tell_media(rules.UNFIT_FILE, path, error)
        return None


def _audio(at: Opened) -> AudioFile | None:
    path = at.bundle.named(_NAME, AUDIO)
    if path is None:
        return None
    try:
        return at.desk.probe(path).file
    except MediaError as error:
        at.desk.tell_media(rules.UNREADABLE_AUDIO, path, error)
        return None

"""The files of a bundle that front matter names, or that are known by their own names."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from antenne.fields import Document, load_document, parse
from antenne.model import Image, LanguageTag
from antenne.problems import nearest, rules
from antenne.read.desk import Desk
from antenne.read.folders import Bundle
from antenne.read.strays import PICTURES

K = TypeVar("K")


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


def named_file(bundle: Bundle, name: str, key: str, document: Document | None, desk: Desk) -> Path | None:
    """Return the file that a key of front matter names, or tell that it is not there."""
    path = bundle.take(name)
    if path is None and document is not None:
        guess = nearest(name, bundle.listing.files)
        hint = f"Did you mean {guess}?" if guess else "Put the file there, or correct its name."
        message = f"There is no file {name} in the folder {bundle.key}."
        desk.tell(rules.MISSING_FILE, document.place(key), message, hint)
    return path


def bundle_picture(
    bundle: Bundle,
    key: str,
    name: str,
    alt: str,
    document: Document | None,
    desk: Desk,
    language: LanguageTag | None = None,
    extensions: tuple[str, ...] = PICTURES,
) -> Image | None:
    """Return the picture of a bundle: the file that front matter names under `key`, else the one that is called so."""
    if name:
        path, where = named_file(bundle, name, key, document, desk), document.place(key) if document else None
    else:
        path, where = bundle.named(key, extensions), None
    return desk.image(path, alt, where or desk.where(path), language) if path else None

"""Open Graph: what a page looks like when its address is shared."""

from __future__ import annotations

from collections.abc import Iterator

from babel.core import get_global
from msgspec import Struct

from antenne.markup.scene import Scene, Subject
from antenne.model import Book, Episode, ImageVariant, LanguageTag, Note, Person
from antenne.routes import Place

_FOR_ALL_OTHERS = "x-default"
"""What hreflang calls the page for readers of any other language: no language."""

_TYPES: dict[type, str] = {Book: "book", Note: "article"}


class SharedPicture(Struct, frozen=True, kw_only=True):
    """The picture that other sites show, and what stands on it in words."""

    variant: ImageVariant
    alt: str


class Card(Struct, frozen=True, kw_only=True):
    """What is shared: a page's place, title, plain description and picture, what it is about, and its languages."""

    place: Place
    title: str
    description: str = ""
    picture: SharedPicture | None = None
    subject: Subject = None
    languages: tuple[str, ...] = ()


def open_graph(card: Card, scene: Scene) -> tuple[tuple[str, str], ...]:
    """Return the (property, content) pairs of a page's meta elements, in order; none is empty."""
    pairs = (
        ("og:type", _type(card.subject)),
        ("og:title", card.title),
        ("og:description", card.description),
        ("og:url", scene.address(card.place)),
        ("og:site_name", scene.settings.site_name),
        ("og:locale", territory(scene.settings.language)),
        *_other_locales(card, scene.settings.language),
        *_image(card, scene),
        *_particulars(card.subject, scene),
    )
    return tuple((name, content) for name, content in pairs if content)


def _other_locales(card: Card, own: LanguageTag) -> Iterator[tuple[str, str]]:
    tags = (LanguageTag.parse(tag) for tag in card.languages if tag != _FOR_ALL_OTHERS)
    found = dict.fromkeys(territory(tag) for tag in tags)
    yield from (("og:locale:alternate", locale) for locale in found if locale != territory(own))


def territory(language: LanguageTag) -> str:
    """Return a language with a territory, as Open Graph wants it: `fr_FR` for `fr`; empty when none is known."""
    parts = str(language).split("-")
    if len(parts) == 1:
        parts = get_global("likely_subtags").get(parts[0], "").split("_")
    return f"{parts[0]}_{parts[-1]}" if len(parts) > 1 else ""


def _type(subject: Subject) -> str:
    """Return what ogp.me calls a subject; it has no word for an episode, nor for a group."""
    if isinstance(subject, Person):
        return "profile" if subject.kind == "person" else "website"
    return _TYPES.get(type(subject), "website")


def _image(card: Card, scene: Scene) -> Iterator[tuple[str, str]]:
    if card.picture is None:
        return
    variant = card.picture.variant
    yield "twitter:card", "summary_large_image"
    yield "og:image", scene.address(variant)
    yield "og:image:type", variant.media_type
    yield "og:image:width", str(variant.width)
    yield "og:image:height", str(variant.height)
    yield "og:image:alt", card.picture.alt


def _particulars(subject: Subject, scene: Scene) -> Iterator[tuple[str, str]]:
    match subject:
        case Book():
            authors = tuple(c.person for c in subject.contributors if c.role == "A01")
            yield from _profiles("book:author", authors, scene)
            yield from (("book:isbn", str(e.isbn)) for e in subject.editions if e.isbn)
            yield "book:release_date", str(subject.date or "")
            yield from (("book:tag", tag.name) for tag in scene.catalog.tags_of(subject))
        case Note():
            yield "article:published_time", subject.pub_date.isoformat()
            yield from _profiles("article:author", (subject.author,) if subject.author else (), scene)
            yield "article:section", subject.category
            yield from (("article:tag", tag.name) for tag in scene.catalog.tags_of(subject))
        case Episode():
            yield "og:audio", scene.address(subject.enclosure_path)
            yield "og:audio:type", subject.audio.type.mime
    if isinstance(subject, Book | Note | Episode):
        yield from _videos(subject, scene)


def _profiles(name: str, keys: tuple[str, ...], scene: Scene) -> Iterator[tuple[str, str]]:
    """Give the pages of people, as ogp.me wants them named; a site may have none."""
    yield from ((name, scene.address(person)) for person in scene.people(keys) if scene.routes.has(person))


def _videos(subject: Book | Note | Episode, scene: Scene) -> Iterator[tuple[str, str]]:
    """Give the films among the site's own files; those on a platform are the platform's to share."""
    for file in (video.file for video in subject.videos if video.file):
        yield "og:video", scene.address(scene.routes.video(subject, file))
        yield "og:video:type", file.type.mime
        yield "og:video:width", str(file.width)
        yield "og:video:height", str(file.height)

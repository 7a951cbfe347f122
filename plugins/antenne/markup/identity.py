"""Who is who: one @id per thing, the same on every page."""

from __future__ import annotations

from msgspec.structs import replace

from antenne.markup.scene import Node, Scene, filled
from antenne.model import Book, Episode, Note, Page, Person, Publisher, Section, Series, Show, Tag

Thing = Book | Person | Publisher | Show | Episode | Note | Series | Section | Tag | Page

_ONE_IN_ALL_LANGUAGES = (Book, Person, Publisher, Show, Episode)


def schema_type(thing: Thing) -> str:
    """Return the schema.org type of a thing."""
    match thing:
        case Book():
            return "Book"
        case Person():
            return "Organization" if thing.kind == "group" else "Person"
        case Publisher():
            return "Organization"
        case Show():
            return "PodcastSeries"
        case Episode():
            return "PodcastEpisode"
        case Note():
            return "BlogPosting"
        case Series():
            return "CreativeWorkSeries"
        case Section() | Tag():
            return "CollectionPage"
        case Page():
            return "WebPage"


def ident(thing: Thing, scene: Scene) -> str:
    """Return the @id of a thing: the address of its page with a fragment that names the thing itself.

    A book or a person is the same one in every language that tells of it; the text of a note is another.
    """
    return f"{_address(thing, scene)}#{schema_type(thing).lower()}"


def is_told_elsewhere(thing: Thing) -> bool:
    """Return whether a page tells in another language of what is defined on its page in the site's own language."""
    return isinstance(thing, _ONE_IN_ALL_LANGUAGES) and thing.translation is not None


def _address(thing: Thing, scene: Scene) -> str:
    return scene.address(scene.routes.original(thing) if isinstance(thing, _ONE_IN_ALL_LANGUAGES) else thing)


def site_ident(scene: Scene) -> str:
    """Return the @id of the site."""
    return f"{scene.address('')}#website"


def name_of(thing: Thing) -> str:
    """Return the name that a thing goes by."""
    return thing.name if isinstance(thing, Person | Publisher | Series | Section | Tag) else thing.title


def reference(thing: Thing, scene: Scene) -> Node:
    """Return what a page about something else says of a thing: the same in every language that tells of it.

    What has no page on the site has no @id either: nothing would define it.
    """
    own = thing.translation.name if is_told_elsewhere(thing) and thing.translation else ""
    known = filled(type_=schema_type(thing), name=own or name_of(thing))
    if not scene.routes.has(thing):
        return known
    return filled(type_=schema_type(thing), id_=ident(thing, scene), name=known["name"], url=_address(thing, scene))


def original_reference(note: Note, scene: Scene) -> Node | None:
    """Return the text that a note is a translation of."""
    if note.translation is None:
        return None
    return reference(replace(note, translation=None, title=note.translation.name or note.title), scene)


def site_reference(scene: Scene) -> Node:
    """Return what a page says of the site that it is of."""
    name, address = scene.settings.site_name, scene.address("")
    return filled(type_="WebSite", id_=site_ident(scene), name=name, url=address)

"""Notes, people and the site itself in the words of schema.org."""

from __future__ import annotations

from antenne.markup.identity import Thing, name_of, original_reference, reference, site_reference
from antenne.markup.media import videos
from antenne.markup.scene import Crumb, Node, Scene, filled
from antenne.model import Book, Episode, Note, Page, Person, Publisher, Section, Series, Tag
from antenne.settings import COMPANY, PERSON, LegalSettings


def site_node(scene: Scene) -> Node:
    """Return the site."""
    settings = scene.settings
    return site_reference(scene) | filled(
        alternateName=settings.tagline,
        description=settings.description,
        inLanguage=str(settings.language),
        publisher=_publisher(settings.legal),
    )


def _publisher(legal: LegalSettings | None) -> Node | None:
    """Return who publishes the site, where its settings say so."""
    if legal is None or legal.status not in (PERSON, COMPANY) or not legal.publisher:
        return None
    return filled(type_="Person" if legal.status == PERSON else "Organization", name=legal.publisher)


def person_node(person: Person, scene: Scene) -> Node:
    """Return a person with the groups they are a member of, or a group with its members."""
    addresses = [person.url, *(link.url for link in person.links)]
    members = scene.people(person.members) if person.kind == "group" else ()
    return reference(person, scene) | filled(
        description=person.summary,
        image=scene.address(scene.whole(person.portrait)) if person.portrait else "",
        sameAs=[address for address in dict.fromkeys(addresses) if address],
        member=[reference(member, scene) for member in members],
        memberOf=[reference(one, scene) for one in scene.catalog.groups_of(person)],
    )


def publisher_node(publisher: Publisher, scene: Scene) -> Node:
    """Return a publisher with its address elsewhere."""
    addresses = [publisher.url, *(link.url for link in publisher.links)]
    return reference(publisher, scene) | filled(
        description=publisher.summary,
        logo=scene.address(scene.whole(publisher.logo)) if publisher.logo else "",
        sameAs=[address for address in dict.fromkeys(addresses) if address],
    )


def note_node(note: Note, scene: Scene) -> Node:
    """Return a note with its author, its category, its series, and what it is about."""
    series = scene.catalog.series_of(note)
    return reference(note, scene) | filled(
        headline=note.title,
        mainEntityOfPage=scene.address(note),
        description=note.summary,
        inLanguage=str(scene.settings.language),
        translationOfWork=original_reference(note, scene),
        datePublished=note.pub_date.isoformat() if note.timed else note.pub_date.date().isoformat(),
        author=reference(scene.catalog.person(note.author), scene) if note.author else None,
        articleSection=note.category,
        keywords=[tag.name for tag in scene.catalog.tags_of(note)],
        image=scene.address(scene.whole(note.cover)) if note.cover else "",
        isPartOf=[*([reference(series, scene)] if series else []), site_reference(scene)],
        position=note.part,
        about=[reference(book, scene) for book in scene.catalog.books_in(note)],
        mentions=[reference(person, scene) for person in scene.people(note.people)],
        hasPart=[reference(episode, scene) for episode in scene.catalog.episodes_in(note)],
        video=list(videos(note, scene)),
        commentCount=len(note.comments) or None,
    )


def series_node(series: Series, scene: Scene) -> Node:
    """Return a series with its parts in order."""
    return reference(series, scene) | filled(hasPart=[reference(note, scene) for note in series.notes])


def section_node(section: Section, scene: Scene) -> Node:
    """Return a category with its notes."""
    return reference(section, scene) | filled(hasPart=[reference(note, scene) for note in section.notes])


def tag_node(tag: Tag, scene: Scene) -> Node:
    """Return a tag with all that it is given to."""
    works: tuple[Book | Episode | Note, ...] = (*tag.books, *tag.episodes, *tag.notes)
    return reference(tag, scene) | filled(hasPart=[reference(work, scene) for work in works])


def page_node(page: Page, scene: Scene) -> Node:
    """Return a page of the site's own."""
    return reference(page, scene) | filled(description=page.summary, isPartOf=site_reference(scene))


def translated_node(thing: Thing, scene: Scene) -> Node:
    """Return a page in another language about what its page in the site's own language defines."""
    address = scene.address(thing)
    return filled(
        type_="WebPage",
        id_=f"{address}#webpage",
        name=name_of(thing),
        url=address,
        description=getattr(thing, "summary", ""),
        inLanguage=str(scene.settings.language),
        isPartOf=site_reference(scene),
        mainEntity=reference(thing, scene),
        video=list(videos(thing, scene)) if isinstance(thing, Book | Episode) else [],
    )


def list_node(crumb: Crumb, scene: Scene) -> Node:
    """Return a page without an object of its own: a list, or a page about the site."""
    address = scene.address(crumb.place)
    return filled(
        type_="WebPage",
        id_=f"{address}#webpage",
        name=crumb.name,
        url=address,
        inLanguage=str(scene.settings.language),
        isPartOf=site_reference(scene),
    )

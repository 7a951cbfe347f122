"""Notes, people and the site itself in the words of schema.org."""

from __future__ import annotations

from antenne.markup.identity import ident, reference, site_ident
from antenne.markup.scene import Node, Scene, filled
from antenne.model import Book, Episode, Note, Page, Person, Publisher, Section, Series, Tag


def site_node(scene: Scene) -> Node:
    """Return the site."""
    settings = scene.settings
    return filled(
        type_="WebSite",
        id_=site_ident(scene),
        name=settings.site_name,
        alternateName=settings.tagline,
        url=scene.address(""),
        description=settings.description,
        inLanguage=str(settings.language),
    )


def person_node(person: Person, scene: Scene) -> Node:
    """Return a person with the groups they are a member of, or a group with its members."""
    group = person.kind == "group"
    addresses = [person.url, *(link.url for link in person.links)]
    return filled(
        type_="Organization" if group else "Person",
        id_=ident(person, scene),
        name=person.name,
        url=scene.address(person),
        description=person.summary,
        image=scene.address(scene.whole(person.portrait)) if person.portrait else "",
        sameAs=[address for address in dict.fromkeys(addresses) if address],
        member=[reference(member, scene) for member in scene.people(person.members)] if group else [],
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
    return filled(
        type_="BlogPosting",
        id_=ident(note, scene),
        headline=note.title,
        url=scene.address(note),
        mainEntityOfPage=scene.address(note),
        description=note.summary,
        inLanguage=str(scene.settings.language),
        datePublished=note.pub_date.isoformat() if note.timed else note.pub_date.date().isoformat(),
        author=reference(scene.catalog.person(note.author), scene) if note.author else None,
        articleSection=note.category,
        keywords=list(note.tags),
        image=scene.address(scene.whole(note.cover)) if note.cover else "",
        isPartOf=reference(series, scene) if series else filled(type_="WebSite", id_=site_ident(scene)),
        position=note.part,
        about=[reference(book, scene) for book in scene.catalog.books_in(note)],
        mentions=[reference(person, scene) for person in scene.people(note.people)],
        audio=[reference(episode, scene) for episode in scene.catalog.episodes_in(note)],
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
    part_of = filled(type_="WebSite", id_=site_ident(scene))
    return reference(page, scene) | filled(description=page.summary, isPartOf=part_of)

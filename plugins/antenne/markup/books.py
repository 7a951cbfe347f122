"""Books in the words of schema.org."""

from __future__ import annotations

from antenne.markup.editions import edition_node, plain_offers
from antenne.markup.identity import reference
from antenne.markup.media import audio_node, moment_node, videos
from antenne.markup.scene import Node, Scene, filled
from antenne.model import Award, Book, ContentItem, Quote

_ROLES = {
    "A01": "author",
    "A12": "illustrator",
    "B01": "editor",
    "B06": "translator",
}
"""ONIX list 17 to schema.org's properties; who has another part is a contributor."""

_WON = frozenset(("", "won", "winner", "lauréat", "lauréate", "gagné", "remporté"))
"""Results that say what `award` means, an award won by the work; schema.org has no word for a finalist."""


def book_node(book: Book, scene: Scene) -> Node:
    """Return a book with its people, its editions, its contents, and what was said of it."""
    publisher = scene.catalog.publisher_of(book)
    node = reference(book, scene) | filled(
        alternativeHeadline=book.subtitle,
        description=book.summary,
        inLanguage=str(book.language),
        translationOfWork=_original(book),
        publisher=reference(publisher, scene) if publisher else None,
        datePublished=str(book.date) if book.date else "",
        image=scene.address(scene.whole(book.cover)) if book.cover else "",
        isPartOf=filled(type_="BookSeries", name=book.series) if book.series else None,
        position=book.volume,
        workExample=[edition_node(book, edition, scene) for edition in book.editions],
        offers=plain_offers(book.offers),
        hasPart=[_chapter(item, scene) for item in book.contents],
        award=[_award(award) for award in book.awards if award.result.casefold() in _WON],
        review=[_review(quote) for quote in book.press],
        keywords=[tag.name for tag in scene.catalog.tags_of(book)],
        audio=_audio_excerpt(book, scene),
        video=list(videos(book, scene)),
        subjectOf=[
            *(reference(episode, scene) for episode in scene.catalog.episodes_about(book)),
            *(reference(note, scene) for note in scene.catalog.notes_about(book)),
        ],
    )
    return node | _people(book, scene)


def _people(book: Book, scene: Scene) -> Node:
    parts: Node = {}
    for role in dict.fromkeys(_ROLES.get(c.role, "contributor") for c in book.contributors):
        keys = tuple(c.person for c in book.contributors if _ROLES.get(c.role, "contributor") == role)
        parts[role] = [reference(person, scene) for person in scene.people(keys)]
    return parts


def _original(book: Book) -> Node | None:
    if not book.original_title:
        return None
    language = str(book.original_language) if book.original_language else ""
    return filled(type_="Book", name=book.original_title, inLanguage=language)


def _chapter(item: ContentItem, scene: Scene) -> Node:
    """Return a line of the table of contents, with the moments at which it is spoken of."""
    return filled(
        type_="Chapter",
        name=item.title,
        pageStart=item.page,
        author=[reference(person, scene) for person in scene.people(item.authors)],
        subjectOf=[moment_node(scene.catalog.episode(m.episode), m.start_time, scene) for m in item.heard],
        hasPart=[_chapter(one, scene) for one in item.items],
    )


def _award(award: Award) -> str:
    return ", ".join(str(part) for part in (award.name, award.category, award.year) if part)


def _review(quote: Quote) -> Node:
    """Return what was written of a book; nobody gave it a number of stars, so there is none."""
    paper = filled(type_="Organization", name=quote.source) if quote.source else None
    return filled(
        type_="Review",
        reviewBody=quote.text,
        author=filled(type_="Person", name=quote.author) if quote.author else paper,
        publisher=paper,
        datePublished=str(quote.date) if quote.date else "",
        url=quote.url,
    )


def _audio_excerpt(book: Book, scene: Scene) -> Node | None:
    audio = book.excerpt.audio
    return audio_node(audio, scene.routes.excerpt_audio(book, audio), scene) if audio else None

"""Who made a book or a recording, as a page tells it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from antenne.model import Book, Catalog, Credit, Episode, Person
from antenne.render.roles import Roles

NAMES_IN_A_LINE = 3


class CreditLine(Struct, frozen=True):
    """The people of one part, which `label` names; `others` counts those not named; `after` follows the names."""

    label: str
    people: tuple[Person, ...]
    others: int = 0
    after: str = ""


class Credits(Struct, frozen=True):
    """Reads the credits of books and recordings from the catalogue; templates ask here."""

    catalog: Catalog
    roles: Roles

    def signature(self, book: Book) -> CreditLine | None:
        """Return who signs a book, in one short line: its authors, or who directed it.

        When the authors are a group's members, all of them and nobody else, the group signs.
        """
        if group := self.group(book):
            return CreditLine("", (group,))
        for role in ("A01", "B01"):
            people = self.people(c.person for c in book.contributors if c.role == role)
            if people:
                return _short(people, self.roles.after(role))
        return None

    def of_book(self, book: Book) -> tuple[CreditLine, ...]:
        """Return everyone who has a part in a book, by part, in the author's order."""
        roles = dict.fromkeys(c.role for c in book.contributors)
        return tuple(
            CreditLine(self.roles.label(role), self.people(c.person for c in book.contributors if c.role == role))
            for role in roles
        )

    def full(self, book: Book) -> tuple[CreditLine, ...]:
        """Return all credits of a book when they say more than its signature does, else nothing."""
        lines = self.of_book(book)
        more = len(lines) > 1 or any(len(line.people) > NAMES_IN_A_LINE for line in lines)
        return lines if more or self.group(book) else ()

    def of_recording(self, credits_: tuple[Credit, ...]) -> tuple[CreditLine, ...]:
        """Return everyone who has a part in a show or an episode, by the words that tell the part."""
        labels = dict.fromkeys(self.roles.heard(c.role) for c in credits_)
        return tuple(
            CreditLine(label, self.people(c.person for c in credits_ if self.roles.heard(c.role) == label))
            for label in labels
        )

    def group(self, book: Book) -> Person | None:
        """Return the group whose members, all of them and nobody else, are a book's authors."""
        authors = {c.person for c in book.contributors if c.role == "A01"}
        groups = (p for p in self.catalog.every.people if p.kind == "group" and set(p.members) == authors)
        return next(groups, None) if len(authors) > 1 else None

    def signed_by(self, group: Person) -> tuple[Book, ...]:
        """Return the books that a group signs."""
        return tuple(book for book in self.catalog.every.books if self.group(book) == group)

    def books_of(self, person: Person) -> tuple[tuple[Book, str], ...]:
        """Return the books that a person has a part in, each once, with all parts of the person's but an author's."""
        pairs = self.catalog.appearances(person).books
        return tuple(
            (book, ", ".join(_each(self.part(role) for role, one in pairs if one == book)))
            for book in dict.fromkeys(book for _, book in pairs)
        )

    def heard_of(self, person: Person, among: tuple[Episode, ...] | None = None) -> tuple[tuple[Episode, str], ...]:
        """Return the recordings that a person has a part in, each once, with all the person's parts but a guest's.

        `among` are those to tell of, all of them unless said.
        """
        found: dict[str, tuple[Episode, list[str]]] = {}
        for role, episode in self.catalog.appearances(person).episodes:
            found.setdefault(episode.slug, (episode, []))[1].append(self.roles.beside(role))
        wanted = found if among is None else (episode.slug for episode in among)
        return tuple((found[slug][0], ", ".join(_each(found[slug][1]))) for slug in wanted)

    def by(self, book: Book, role: str) -> tuple[Person, ...]:
        """Return those who have a part in a book, by its ONIX code."""
        return self.people(c.person for c in book.contributors if c.role == role)

    def members(self, person: Person) -> tuple[Person, ...]:
        """Return the members of a group."""
        return self.people(person.members)

    def part(self, role: str) -> str:
        """Return what a part in a book is called on a person's page; empty for an author's."""
        return self.roles.aside(role)

    def people(self, keys: Iterable[str]) -> tuple[Person, ...]:
        """Return the people of some keys, each once."""
        return tuple(self.catalog.person(key) for key in dict.fromkeys(keys))


def _each(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in parts if part))


def _short(people: tuple[Person, ...], after: str) -> CreditLine:
    if len(people) <= NAMES_IN_A_LINE:
        return CreditLine("", people, after=after)
    return CreditLine("", people[: NAMES_IN_A_LINE - 1], len(people) - NAMES_IN_A_LINE + 1, after)

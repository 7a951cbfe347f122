from __future__ import annotations

from antenne.model import Catalog, Contributor, Credit, Person
from antenne.render.credits import CreditLine, Credits
from antenne.render.roles import Roles
from tests.render.samples import book, french, people


def credits_of(*persons: Person) -> Credits:
    return Credits(Catalog(people=persons or people(), books=(book(),)), Roles(french()))


def by(*keys: str, role: str = "A01") -> tuple[Contributor, ...]:
    return tuple(Contributor(person=key, role=role) for key in keys)


def names(line: CreditLine | None) -> list[str]:
    assert line is not None
    return [person.name for person in line.people]


def test_a_book_is_signed_by_its_authors() -> None:
    assert names(credits_of().signature(book())) == ["Ada Lovelace"]


def test_a_group_signs_what_all_its_members_and_nobody_else_wrote() -> None:
    assert names(credits_of().signature(book(contributors=by("zoe", "ada")))) == ["Le Club"]


def test_a_book_without_authors_is_signed_by_those_who_directed_it() -> None:
    line = credits_of().signature(book(contributors=by("zoe", role="B01")))
    assert names(line) == ["Zoé Noël"]
    assert line is not None
    assert line.after == "(dir.)"


def test_many_authors_are_named_in_part_and_counted() -> None:
    crowd = [Person(key=f"p{i}", name=f"Personne {i}") for i in range(5)]
    line = credits_of(*crowd).signature(book(contributors=by(*(p.key for p in crowd))))
    assert names(line) == ["Personne 0", "Personne 1"]
    assert line is not None
    assert line.others == 3


def test_a_book_that_nobody_signs_has_no_signature() -> None:
    assert credits_of().signature(book(contributors=())) is None


def test_full_credits_stand_only_where_they_say_more_than_the_signature() -> None:
    assert credits_of().full(book(contributors=by("ada"))) == ()
    assert [line.label for line in credits_of().full(book())] == ["Texte", "Traduction"]
    assert len(credits_of().full(book(contributors=by("ada", "zoe")))) == 1


def test_people_of_one_part_in_a_recording_stand_together_whatever_the_word() -> None:
    credited = (Credit(person="ada", role="host"), Credit(person="zoe", role="co-host"), Credit(person="zoe", role="x"))
    lines = credits_of().of_recording(credited)
    assert [(line.label, names(line)) for line in lines] == [
        ("Au micro", ["Ada Lovelace", "Zoé Noël"]),
        ("Participation", ["Zoé Noël"]),
    ]

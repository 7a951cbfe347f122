"""How books are tied to publishers, to one another, and to what is heard of them."""

from __future__ import annotations

from pathlib import Path

from antenne.link import link
from antenne.model import Book, Catalog, Publisher
from antenne.problems import Problems, Where
from antenne.read import Content
from tests.link.test_link import FRENCH, SETTINGS, codes, episode
from tests.support.audio import silent_mp3
from tests.support.changed import replace
from tests.support.content import read, settings_for, write


def linked(*books: Book, publishers: tuple[Publisher, ...] = ()) -> tuple[Catalog, Problems]:
    problems = Problems()
    places = {("book", book.key): Where(f"content/books/{book.key}/index.md") for book in books}
    places |= {("publisher", one.key): Where(f"content/publishers/{one.key}/index.md") for one in publishers}
    return link(Content(books=books, publishers=publishers, places=places), SETTINGS, problems), problems


def book(key: str, **values: object) -> Book:
    made = Book(key=key, title=key, language=FRENCH)
    return replace(made, **values)  # type: ignore[arg-type]


def test_publishers_are_made_of_the_names_that_books_give_and_of_their_bundles() -> None:
    bundle = Publisher(key="kawa", name="Kawa", place="Paris")
    unread = Publisher(key="sans-livre", name="Sans livre")
    books = (book("a", publisher="Dunod"), book("b", publisher="KAWA"), book("c", publisher="Dunod"), book("d"))
    catalog, problems = linked(*books, publishers=(bundle, unread))
    assert codes(problems) == []
    assert catalog.publishers == (Publisher(key="dunod", name="Dunod"), bundle, unread)
    assert [one.key for one in catalog.published_by(catalog.publishers[0])] == ["a", "c"]
    assert catalog.publisher_of(catalog.book("b")) == bundle
    assert catalog.publisher_of(catalog.book("d")) is None


def test_two_bundles_of_one_name_are_a_problem() -> None:
    _, problems = linked(publishers=(Publisher(key="kawa", name="Kawa"), Publisher(key="kawa-2", name="KAWA")))
    [problem] = problems.sorted()
    assert (problem.code, problem.where.path) == ("same-name", "content/publishers/kawa-2/index.md")
    assert "publishers/kawa" in problem.message


def test_two_spellings_of_a_publisher_without_a_bundle_are_a_problem() -> None:
    _, problems = linked(book("a", publisher="Dunod"), book("b", publisher="DUNOD"))
    assert codes(problems) == ["same-address"]
    _, problems = linked(book("a", publisher="!!!"))
    assert codes(problems) == ["bad-slug"]


def test_the_volumes_of_a_series_stand_in_their_order_and_those_without_a_number_after_them() -> None:
    volumes = (book("c", volume=None), book("b", volume=2), book("a", volume=10), book("z", volume=1))
    catalog, problems = linked(*(replace(one, series="Les Ondes") for one in volumes))
    assert codes(problems) == []
    (series,) = catalog.book_series
    assert [one.key for one in series.books] == ["z", "b", "a", "c"]
    assert catalog.book_series_of(catalog.book("b")) == series


def test_two_volumes_of_one_number_are_a_problem() -> None:
    _, problems = linked(book("a", series="S", volume=1), book("b", series="S", volume=1))
    (problem,) = problems.sorted()
    assert (problem.code, problem.where.path) == ("same-part", "content/books/b/index.md")


def test_moments_name_episodes_by_slug_and_are_found_from_the_episode_in_their_order(tmp_path: Path) -> None:
    contents = "contents:\n  - {title: A, heard: [entretien#0:02, rien]}\n  - {title: B, heard: [2013-11-05-entretien]}"
    write(
        tmp_path,
        **{
            "books/l/index.md": f"---\ntitle: L\n{contents}\n---\n",
            "episodes/2013-11-05-entretien/index.md": "---\ntitle: E\n---\n",
        },
    )
    silent_mp3(tmp_path / "content/episodes/2013-11-05-entretien/a.mp3", 3)
    content, problems = read(tmp_path)
    catalog = link(content, settings_for(tmp_path), problems)
    assert [p.code for p in problems.sorted() if p.is_error] == ["unknown-episode", "show-not-said"]
    found = [(one.start_time, one.book.key, one.item.title) for one in catalog.spoken_in(catalog.episode("entretien"))]
    assert found == [(0.0, "l", "B"), (2.0, "l", "A")]
    assert catalog.spoken_in(episode("x", "x")) == ()

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from antenne.media import Pictures
from antenne.model import Catalog, Episode, Note, Section, Tag
from antenne.render import Renderer
from antenne.render.paging import cut
from antenne.routes import Routes
from tests.render.samples import catalog, episode, note, settings
from tests.support.changed import replace

PAGE = re.compile(r'<p class="pages-place">([^<]*)</p>')
LINE = re.compile(r'<article class="line.*?<h\d><a href="([^"]*)"', re.DOTALL)


@pytest.mark.parametrize("count", range(45))
@pytest.mark.parametrize("size", [1, 2, 3, 10])
def test_each_item_stands_on_one_page_and_pages_from_the_oldest_are_full(count: int, size: int) -> None:
    items = tuple(range(count, 0, -1))
    first, *others = cut(items, size)
    assert (*first, *(one for page in others for one in page)) == items
    assert all(len(page) == size for page in others)
    assert size <= len(first) < 2 * size or (not others and len(first) < 2 * size)


@pytest.mark.parametrize("count", range(45))
def test_one_item_more_changes_the_first_page_and_adds_at_most_one(count: int) -> None:
    _, *before = cut(tuple(range(count, 0, -1)), 10)
    _, *after = cut(tuple(range(count + 1, 0, -1)), 10)
    assert after[len(after) - len(before) :] == before
    assert len(after) - len(before) == (1 if count + 1 >= 20 and (count + 1) % 10 == 0 else 0)


def test_without_a_size_all_stands_on_one_page() -> None:
    assert list(cut(tuple(range(1000)), 0)) == [tuple(range(1000))]


def episodes(count: int) -> tuple[Episode, ...]:
    first = episode()
    made = (
        replace(
            first,
            key=f"e{n}",
            slug=f"e{n}",
            title=f"Entretien {n}",
            summary=f"Le {n}.",
            pub_date=first.pub_date + timedelta(days=n),
            transcript=None,
            guid=f"8d0d2f6e-0000-5000-8000-{n:012}",
            enclosure_path=f"audio/e{n}.abababababab.mp3",
            tags=("radio",),
        )
        for n in range(count, 0, -1)
    )
    return tuple(made)


def notes(count: int) -> tuple[Note, ...]:
    return tuple(
        replace(
            note(1, f"Note {n}", 1),
            key=f"n{n}",
            slug=f"n{n}",
            pub_date=note(1, month=1).pub_date + timedelta(days=n),
            category="Livres",
            tags=("radio",),
        )
        for n in range(count, 0, -1)
    )


def long(count: int) -> Catalog:
    """Return a site with so many episodes and notes."""
    heard, written = episodes(count), notes(count)
    return replace(
        catalog(),
        episodes=heard,
        notes=written,
        series=(),
        categories=(Section(key="livres", name="Livres", notes=written),),
        tags=(Tag(key="radio", name="radio", books=catalog().books, episodes=heard, notes=written),),
    )


def site(content: Catalog, **more: object) -> dict[str, str]:
    facts = replace(settings(), **{"page_size": 4, "share": (), **more})  # type: ignore[arg-type]
    pages = Renderer(facts, content, Routes(facts), Pictures("images")).pages()
    return {path: data.decode() for path, data in pages if path.endswith((".html", ".xml"))}


LISTS = {
    "episodes/": 12,
    "notes/": 12,
    "notes/2013/": 12,
    "categories/livres/": 12,
    "mots-cles/radio/": 24,
    "personnes/ada/": 12,
    "emissions/essai/": 12,
    "archives/": 12,
}


@pytest.mark.parametrize("place", LISTS)
def test_a_long_list_has_pages_that_lead_to_each_other(place: str) -> None:
    found = site(long(12))
    total = LISTS[place] // 4
    paths = [place, *(f"{place}page/{number}/" for number in range(total - 1, 0, -1))]
    seen: list[str] = []
    for rank, path in enumerate(paths):
        page = found[f"{path}index.html"]
        assert PAGE.findall(page) == [f"Page {total - rank} sur {total}"]
        assert f'<link rel="canonical" href="https://essai.example/{path}">' in page
        assert f"<loc>https://essai.example/{path}</loc>" in found["sitemap.xml"]
        newer, older = paths[rank - 1] if rank else None, paths[rank + 1] if rank + 1 < len(paths) else None
        assert ('rel="prev"' in page) == (newer is not None)
        assert ('rel="next"' in page) == (older is not None)
        assert newer is None or page.count(f'href="/{newer}" rel="prev"') == 1
        assert older is None or page.count(f'href="/{older}" rel="next"') == 1
        assert (f", page {total - rank} · L’antenne</title>" in page) == bool(rank)
        seen += LINE.findall(page)
    assert f"{place}page/{total}/index.html" not in found
    if place not in ("archives/", "mots-cles/radio/"):
        assert len(seen) == len(set(seen)) == LISTS[place]


def test_a_tag_has_its_books_on_the_first_page_and_every_recording_and_note_once() -> None:
    found = site(long(12))
    pages = [text for path, text in found.items() if path.startswith("mots-cles/radio/")]
    assert [("/livres/le-livre/" in text) for text in pages] == [True, False, False, False, False, False]
    seen = [one for text in pages for one in LINE.findall(text) if not one.startswith("/livres/")]
    assert len(seen) == len(set(seen)) == 24


def test_one_episode_more_changes_no_numbered_page_of_any_list() -> None:
    before, after = site(long(12)), site(replace(long(12), episodes=episodes(13)))
    numbered = {path for path in before if "/page/" in path and path.startswith(("episodes/", "emissions/"))}
    assert len(numbered) == 4
    assert {path for path in numbered if before[path] != after[path]} == set()
    assert before["episodes/index.html"] != after["episodes/index.html"]


def test_another_title_changes_the_one_page_that_shows_it() -> None:
    content = long(12)
    heard = tuple(replace(one, title="Autre") if one.slug == "e2" else one for one in content.episodes)
    before, after = site(content), site(replace(content, episodes=heard))
    lists = [path for path in before if path.startswith("episodes/") and not path.startswith("episodes/e")]
    assert [path for path in lists if before[path] != after[path]] == ["episodes/page/1/index.html"]


def test_structured_data_of_what_a_list_is_about_stands_on_its_first_page_alone() -> None:
    found = site(long(12))
    assert '"@type":"CollectionPage"' in found["mots-cles/radio/index.html"]
    assert '"@type":"CollectionPage"' not in found["mots-cles/radio/page/1/index.html"]
    assert "/episodes/e1/" not in found["mots-cles/radio/index.html"]


def test_a_numbered_page_has_the_card_of_its_list() -> None:
    found = site(long(12))
    card = re.compile(r'property="og:image" content="([^"]*)"')
    for place in ("episodes/", "categories/livres/", "personnes/ada/"):
        assert card.findall(found[f"{place}page/1/index.html"]) == card.findall(found[f"{place}index.html"])


def test_the_home_page_has_a_list_of_its_own_where_it_is_asked_for() -> None:
    plain, listed = site(long(12)), site(long(12), latest=10)
    assert "page/1/index.html" not in plain
    seen = [LINE.findall(listed[path]) for path in ("index.html", "page/1/index.html")]
    assert [len(one) for one in seen] == [14, 10]
    assert len({*seen[0], *seen[1]}) == 24
    assert "Dernières parutions, page 1 · L’antenne</title>" in listed["page/1/index.html"]
    assert 'href="/page/1/" rel="next"' in listed["index.html"]
    assert 'href="/" rel="prev"' in listed["page/1/index.html"]


def test_with_no_size_lists_have_one_page() -> None:
    found = site(long(120), page_size=0)
    assert [path for path in found if "/page/" in path] == []
    assert len(LINE.findall(found["notes/index.html"])) == 120

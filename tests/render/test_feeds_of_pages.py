from __future__ import annotations

from lxml import html

from tests.render import samples
from tests.support.changed import replace

EVERYWHERE = ["application/rss+xml /flux/essai.xml", "application/atom+xml /flux/notes.atom.xml"]


def feeds(path: str) -> list[str]:
    """Return the feeds that a page's head names."""
    content = samples.catalog()
    shows = tuple(replace(show, atom=True) for show in content.shows)
    people = tuple(replace(one, feed=True) for one in content.people)
    page = html.fromstring(samples.page(replace(content, shows=shows, people=people), path).encode())
    return [f"{node.get('type')} {node.get('href')}" for node in page.xpath("//link[@rel='alternate'][@type]")]


def test_every_page_names_the_shows_feeds_and_the_notes() -> None:
    assert feeds("") == EVERYWHERE


def test_a_page_names_the_feeds_about_its_subject_first() -> None:
    assert feeds("livres/le-livre/") == ["application/rss+xml /flux/livres/le-livre.xml", *EVERYWHERE]
    assert feeds("categories/livres/") == [
        "application/atom+xml /flux/categories/livres.atom.xml",
        *EVERYWHERE,
    ]
    assert feeds("emissions/essai/") == [
        "application/feed+json /flux/essai.json",
        "application/atom+xml /flux/essai.atom",
        *EVERYWHERE,
    ]
    assert "application/rss+xml /flux/personnes/ada.xml" in feeds("personnes/ada/")


def test_a_category_leads_to_its_feed_on_its_page_too() -> None:
    page = html.fromstring(samples.page(samples.catalog(), "categories/livres/").encode())
    (link,) = page.xpath("//a[text()='Flux de ces notes']/@href")
    assert link == "/flux/categories/livres.atom.xml"


def test_a_person_who_is_heard_nowhere_has_no_feed() -> None:
    assert feeds("personnes/club/") == EVERYWHERE

"""What stands on the card of each page."""

from __future__ import annotations

import pytest
from lxml import html

from antenne.media import Pictures, ShareCard
from antenne.model import Catalog, ImageVariant
from tests.render.samples import book, catalog, episode, rendered
from tests.support.changed import replace


class Kept(Pictures):
    """Remembers the cards that were planned."""

    def __init__(self) -> None:
        super().__init__("images")
        self.cards: dict[str, ShareCard] = {}

    def card(self, card: ShareCard) -> ImageVariant:
        planned = super().card(card)
        self.cards[f"https://essai.example/{planned.path}"] = card
        return planned


def cards(content: Catalog) -> dict[str, ShareCard]:
    """Return the card that each page names, by the page's path."""
    pictures = Kept()
    found = {}
    for path, data in rendered(content, pictures=pictures).items():
        if path.endswith(".html"):
            named = html.document_fromstring(data.decode()).xpath("//meta[@property='og:image']/@content")
            found |= {path.removesuffix("index.html"): pictures.cards[address] for address in named}
    return found


def test_every_page_but_the_404_has_a_card_of_its_own_title() -> None:
    found = cards(catalog())
    assert "404.html" not in found
    assert all(card.title for card in found.values())
    assert {"", "livres/", "livres/le-livre/", "episodes/levier/", "personnes/ada/"} <= set(found)
    assert found["livres/le-livre/"].picture == book().cover


@pytest.mark.parametrize(
    ("path", "names", "label", "sound"),
    [
        ("", "Des livres, des voix", "", False),
        ("livres/le-livre/", "Ada Lovelace", "Livre", False),
        ("episodes/levier/", "Ada Lovelace", "À écouter\xa0: 3\xa0min\xa012\xa0s", True),
        ("emissions/essai/", "Zoé Noël", "Podcast", True),
        ("personnes/zoe/", "PME, gagner en compétitivité grâce au marketing", "Auteurs et voix", False),
        ("notes/2013/note-2013-11-13/", "", "13 novembre 2013", False),
    ],
)
def test_a_card_says_what_the_page_is_and_who_made_it(path: str, names: str, label: str, sound: bool) -> None:
    card = cards(catalog())[path]
    assert (card.names, card.label.replace("\u202f", "\xa0"), card.sound) == (names, label, sound)
    assert card.place == ("" if path == "" else "L’antenne")


def test_many_voices_are_told_in_one_line() -> None:
    people = tuple(replace(catalog().people[1], key=f"p{n}", name=f"Nom {n}") for n in range(5))
    credits_ = tuple(replace(episode().people[0], person=one.key) for one in people)
    content = replace(catalog(), people=(*catalog().people, *people), episodes=(episode(people=credits_),))
    assert cards(content)["episodes/levier/"].names == "Nom 0, Nom 1 et 3 autres"


def test_the_description_of_a_card_reads_as_sentences() -> None:
    text = rendered(catalog())["livres/le-livre/index.html"].decode()
    (alt,) = html.document_fromstring(text).xpath("//meta[@property='og:image:alt']/@content")
    assert alt == "PME, gagner en compétitivité grâce au marketing. Ada Lovelace. Un escalier."

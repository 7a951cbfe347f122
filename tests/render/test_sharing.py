from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from antenne.render.sharing import Sharing, mailto
from antenne.settings.model import SHARES
from tests.render.samples import catalog, page

TITLE = "« Cœur & âme » : 100 % vrai ? #1 + l’été"
ADDRESS = "https://essai.example/sous/d%C3%A9/notes/2013/une-note/"
PICTURE = "https://essai.example/images/a,b.jpg"


def links(title: str = TITLE, picture: str = PICTURE) -> dict[str, dict[str, str]]:
    made = {way.key: way.link for way in Sharing(SHARES).ways(title, ADDRESS, picture) if way.link}
    return {
        key: {name: value[0] for name, value in parse_qs(urlsplit(link).query).items()} for key, link in made.items()
    }


def test_every_link_gives_back_the_title_and_the_address_as_they_are() -> None:
    found = links()
    assert found["facebook"] == {"u": ADDRESS}
    assert found["pinterest"] == {"url": ADDRESS, "media": PICTURE, "description": TITLE}
    assert found["linkedin"] == {"url": ADDRESS}
    assert found["bluesky"] == {"text": f"{TITLE}\n{ADDRESS}"}
    assert found["email"] == {"subject": TITLE, "body": f"{TITLE}\r\n{ADDRESS}\r\n"}


def test_links_hold_nothing_but_what_an_address_may() -> None:
    for way in Sharing(SHARES).ways(TITLE, ADDRESS, PICTURE):
        assert set(way.link) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%:/?=&")


def test_a_page_without_a_picture_names_none() -> None:
    assert links(picture="")["pinterest"] == {"url": ADDRESS, "description": TITLE}


def test_a_post_for_bluesky_keeps_its_address_and_within_its_length() -> None:
    text = links("mot " * 200)["bluesky"]["text"]
    assert len(text) <= 300
    assert text.endswith(f"…\n{ADDRESS}")


def test_a_letter_is_begun_as_rfc_6068_has_it() -> None:
    link = mailto("a+b@essai.example", "Un & deux", "Oui ?\nNon #1")
    assert link == "mailto:a%2Bb@essai.example?subject=Un%20%26%20deux&body=Oui%20%3F%0D%0ANon%20%231"


@pytest.mark.parametrize("wanted", [("email", "facebook"), (), SHARES])
def test_the_author_says_which_and_in_which_order(wanted: tuple[str, ...]) -> None:
    assert tuple(way.key for way in Sharing(wanted).ways(TITLE, ADDRESS)) == wanted


def test_a_note_is_passed_on_without_a_script() -> None:
    document = html.document_fromstring(page(catalog(), "notes/2013/note-2013-11-13/"))
    (section,) = document.xpath("//section[@class='share']")
    named = [" ".join(link.text_content().split()) for link in section.iter("a")]
    assert named == ["Facebook", "Pinterest", "LinkedIn", "Bluesky", "Courriel"]
    (words,) = section.iter("textarea")
    assert words.text == "Un levier\nhttps://essai.example/notes/2013/note-2013-11-13/"
    # What needs a script is there only for those who have one.
    assert section.xpath(".//form[not(@hidden)] | .//button[not(ancestor::*[@hidden])]") == []

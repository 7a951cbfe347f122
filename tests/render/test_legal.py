"""The legal notice and the page on privacy, written from the settings."""

from __future__ import annotations

import pytest
from lxml import html

from antenne.media import Pictures
from antenne.model import Catalog, RemoteVideo, Video
from antenne.render import Renderer
from antenne.routes import Routes
from antenne.settings import CommentSettings, HostSettings, LegalSettings
from tests.render.samples import catalog, episode, settings
from tests.support.changed import replace

HOST = HostSettings(name="Un hébergeur", address="1, rue des Essais", phone="00 00")
COMPANY = LegalSettings(
    status="company",
    publisher="Ada et Cie",
    address="2, rue des Essais",
    phone="11 11",
    director="Ada Lovelace",
    register="RCS Essai 000 000 000",
    host=HOST,
    log_days=30,
    credits="Les voix sont de synthèse.",
)


def pages(legal: LegalSettings | None, content: Catalog | None = None, **more: object) -> dict[str, str]:
    """Return the words of every page by its path, for a site whose settings say `legal`."""
    facts = replace(settings(), legal=legal, **more)  # type: ignore[arg-type]
    bare = replace(content or catalog(), pages=(content or catalog()).pages[:1])
    files = dict(Renderer(facts, bare, Routes(facts), Pictures("images")).pages())
    found = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    return {
        path: " ".join(html.document_fromstring(text).xpath("string(//main)").split()) for path, text in found.items()
    }


NOTICE, PRIVACY = "mentions-legales/index.html", "vie-privee/index.html"


def test_a_company_says_all_that_the_law_asks() -> None:
    text = pages(COMPANY)[NOTICE]
    for words in ("Ada et Cie", "2, rue des Essais", "11 11", "Direction de la publication", "Ada Lovelace", "RCS"):
        assert words in text
    for words in ("Un hébergeur", "1, rue des Essais", "00 00", "article 1-1", "Les voix sont de synthèse."):
        assert words in text


def test_an_example_says_that_it_is_one_and_invents_nothing() -> None:
    found = pages(LegalSettings(status="demonstration"))
    assert "Ce site est une démonstration" in found[NOTICE]
    assert "hébergeur" in found[NOTICE]
    assert "Le serveur" not in found[PRIVACY]


def test_who_stays_anonymous_names_the_host_alone() -> None:
    text = pages(replace(COMPANY, status="anonymous"))[NOTICE]
    assert "rester anonyme" in text
    assert "Un hébergeur" in text
    assert "Ada" not in text


def test_a_site_without_these_settings_tells_of_privacy_all_but_the_server() -> None:
    found = pages(None, email="ada@essai.example")
    assert NOTICE not in found
    for words in ("aucun cookie", "Ce qui reste sur votre appareil", "On commente par courriel", "Vos droits"):
        assert words in found[PRIVACY]
    assert "Le serveur" not in found[PRIVACY]


def test_privacy_says_nothing_absolute_where_a_click_leads_to_more() -> None:
    video = Video(title="Une vidéo", remote=RemoteVideo.parse("https://www.youtube.com/watch?v=abcdefghijk"))
    filmed = pages(COMPANY, replace(catalog(), episodes=(episode(videos=(video,)),)))[PRIVACY]
    talked = pages(COMPANY, comments=CommentSettings(isso="https://isso.example"))[PRIVACY]
    for text, words in ((filmed, "La vidéo d’un autre service"), (talked, "Les commentaires ne viennent que")):
        assert words in text
        assert "ne demande rien à d’autres sites" not in text
        assert "demande : rien" not in " ".join(text.split())
    assert "ne demande rien à d’autres sites" in pages(COMPANY)[PRIVACY]


def test_a_page_of_the_authors_own_goes_before() -> None:
    facts = replace(settings(), legal=COMPANY)
    files = dict(Renderer(facts, catalog(), Routes(facts), Pictures("images")).pages())
    assert "Rien." in files[NOTICE].decode()
    assert "Ada et Cie" not in files[NOTICE].decode()
    links = html.document_fromstring(files["index.html"].decode()).xpath("//footer//a/@href")
    assert links.count("/mentions-legales/") == 1
    assert links.count("/vie-privee/") == 1


@pytest.mark.parametrize(
    ("words", "silent", "more"),
    [
        ("aucun cookie", {}, {}),
        ("Ce qui reste sur votre appareil", {"episodes": (), "notes": ()}, {}),
        ("effacé après 30 jours", {}, {"legal": replace(COMPANY, log_days=None)}),
        ("On commente par courriel", {}, {"comments": CommentSettings(isso="https://isso.example")}),
        ("simples liens", {}, {"share": ()}),
        ("qui s’abonne", {"shows": (), "episodes": (), "notes": ()}, {}),
    ],
)
def test_privacy_tells_what_the_site_does_and_only_that(
    words: str, silent: dict[str, object], more: dict[str, object]
) -> None:
    mail = {"email": "ada@essai.example"}
    assert words in pages(COMPANY, **mail)[PRIVACY]
    if silent or more:
        content = replace(catalog(), **silent)  # type: ignore[arg-type]
        changed = {**mail, **more}
        legal = changed.pop("legal", COMPANY)
        assert words not in pages(legal, content, **changed)[PRIVACY]  # type: ignore[arg-type]


def test_platforms_of_videos_are_named_and_nobody_else() -> None:
    video = Video(title="Une vidéo", remote=RemoteVideo.parse("https://www.youtube.com/watch?v=abcdefghijk"))
    with_video = replace(catalog(), episodes=(episode(videos=(video,)),))
    assert "se trouvent sur YouTube" in pages(COMPANY, with_video)[PRIVACY]
    assert "se trouvent sur" not in pages(COMPANY)[PRIVACY]

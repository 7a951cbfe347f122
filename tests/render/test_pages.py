from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from antenne.media import COVER, Pictures, Recipe
from antenne.model import Catalog, Image, LanguageTag, Picture, Transcript, Turn
from antenne.render import Renderer
from antenne.render.apps import APPS
from antenne.routes import Routes
from tests.render.samples import book, catalog, episode, image, page, rendered, settings, show
from tests.support.changed import replace

URLS = ["https://essai.example", "https://essai.example/sous/dossier"]


def documents(files: dict[str, bytes]) -> dict[str, html.HtmlElement]:
    return {path: html.document_fromstring(data.decode()) for path, data in files.items() if path.endswith(".html")}


def test_everything_has_its_page() -> None:
    assert {path for path in rendered(catalog()) if path.endswith(".html")} == {
        "index.html",
        "404.html",
        "a-propos/index.html",
        "mentions-legales/index.html",
        "vie-privee/index.html",
        "archives/index.html",
        "categories/livres/index.html",
        "embed/levier/index.html",
        "emissions/index.html",
        "emissions/essai/index.html",
        "emissions/essai/s-abonner/index.html",
        "episodes/index.html",
        "episodes/levier/index.html",
        "livres/index.html",
        "livres/le-livre/index.html",
        "notes/index.html",
        "notes/2013/index.html",
        "notes/2013/note-2013-10-16/index.html",
        "notes/2013/note-2013-10-18/index.html",
        "notes/2013/note-2013-10-21/index.html",
        "notes/2013/note-2013-11-13/index.html",
        "personnes/index.html",
        "personnes/ada/index.html",
        "personnes/zoe/index.html",
        "personnes/club/index.html",
        "s-abonner/index.html",
        "series/deux-reputations/index.html",
    }


def test_the_same_catalogue_gives_the_same_bytes() -> None:
    assert rendered(catalog()) == rendered(catalog())


def test_an_empty_catalogue_gives_a_whole_site_without_menu() -> None:
    files = rendered(Catalog())
    assert {path for path in files if path.endswith(".html")} == {"index.html", "404.html", "vie-privee/index.html"}
    assert b'class="menu"' not in files["index.html"]


@pytest.mark.parametrize("url", URLS)
def test_every_link_and_picture_leads_to_a_file_that_the_site_has(url: str) -> None:
    pictures = Wanted("images")
    files = rendered(catalog(), url, pictures=pictures)
    there = {*files, *pictures.paths, *EMITTED_ELSEWHERE}
    base = urlsplit(url).path
    for path, document in documents(files).items():
        for link in own_links(document):
            assert link.startswith(f"{base}/"), f"{path}: {link}"
            target = unquote(urlsplit(link).path.removeprefix(f"{base}/"))
            assert (f"{target}index.html" if target.endswith("/") or not target else target) in there, f"{path}: {link}"


EMITTED_ELSEWHERE = {
    "audio/2013-11-05-levier.abababababab.mp3",
    "flux/essai.xml",
    "flux/essai.json",
    "flux/livres/le-livre.xml",
    "flux/categories/livres.atom.xml",
    "flux/notes.atom.xml",
    "flux/feeds.opml",
    *(f"episodes/levier/transcript.{kind}" for kind in ("vtt", "srt", "json", "html", "txt")),
}


class Wanted(Pictures):
    """Remembers the paths of all variants that were planned."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self.paths: set[str] = set()

    def picture(self, image: Image, recipe: Recipe) -> Picture:
        planned = super().picture(image, recipe)
        self.paths.update(v.path for v in (planned.fallback, *(v for source in planned.sources for v in source)))
        return planned


def own_links(document: html.HtmlElement) -> set[str]:
    links = {e.get(name) for name in ("href", "src") for e in document.iter() if isinstance(e.tag, str) and e.get(name)}
    links -= set(document.xpath("//section[@class='share']//@href"))
    for element in document.xpath("//*[@srcset]"):
        links |= {part.split()[0] for part in element.get("srcset").split(",")}
    others = ("#", "mailto:", "https://librairie", "https://www.", "https://ada", *(app.before for app in APPS))
    own = {link for link in links if not link.startswith(others)}
    return {link for link in own if not link.startswith("https://essai.example")}


def test_nothing_is_written_inside_a_page_that_a_strict_policy_refuses() -> None:
    for path, document in documents(rendered(catalog())).items():
        assert not document.xpath("//style | //@style"), path
        assert not document.xpath("//script[not(@src)][not(@type='application/ld+json')]"), path
        assert not [
            name for e in document.iter() if isinstance(e.tag, str) for name in e.attrib if name.startswith("on")
        ], path


def test_no_page_asks_another_server_for_anything() -> None:
    told = "@rel='canonical' or @type='application/json+oembed'"
    asking = f"//@src | //@srcset | //link[not({told})]/@href"
    for path, document in documents(rendered(catalog())).items():
        assert not [value for value in document.xpath(asking) if "//" in value], path


def test_every_page_has_one_title_one_language_and_ids_of_its_own() -> None:
    for path, document in documents(rendered(catalog())).items():
        assert len(document.xpath("//h1")) == 1, path
        assert document.get("lang") == "fr"
        assert document.xpath("string(//title)").endswith("L’antenne") or path == "index.html"
        ids = document.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        assert document.xpath("//main[@id='contenu']"), path


@pytest.mark.parametrize("bare", [False, True], ids=["full", "bare"])
def test_no_heading_is_empty_and_no_section_holds_nothing(bare: bool) -> None:
    for path, document in documents(rendered(stripped() if bare else catalog())).items():
        for heading in document.xpath("//h1 | //h2 | //h3 | //dt | //dd | //p[not(@role)]"):
            assert heading.text_content().strip(), f"{path}: {html.tostring(heading)!r}"
        for body in document.xpath("//*[@class='band-body'] | //ul | //ol | //dl"):
            assert len(body), path


def stripped() -> Catalog:
    full = catalog()
    plain = replace(
        book(), subtitle="", contributors=(), publisher="", date=None, summary="", editions=(), offers=(), cover=None
    )
    silent = replace(
        episode(), summary="", number=None, chapters=(), transcript=None, books=(), people=(), broadcast=None
    )
    return replace(full, books=(plain,), episodes=(silent,), shows=(replace(show(), artwork=None, people=()),))


def test_what_the_author_writes_is_text_and_never_markup() -> None:
    wicked = '</title><script>alert("é")</script>'
    content = replace(catalog(), books=(book(title=wicked, subtitle=wicked, summary=wicked, publisher=wicked),))
    for path, data in rendered(content).items():
        assert b"<script>alert" not in data, path


def test_a_private_site_is_for_no_search_engine() -> None:
    files = rendered(catalog(), private=True)
    assert files["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    for path, document in documents(files).items():
        assert document.xpath("//meta[@name='robots']/@content") == ["noindex"], path


def test_a_public_site_names_its_sitemap_and_every_page_but_the_404_and_the_frames() -> None:
    files = rendered(catalog())
    assert b"Sitemap: https://essai.example/sitemap.xml" in files["robots.txt"]
    places = html.fromstring(files["sitemap.xml"]).xpath("//loc/text()")
    pages = {path.removesuffix("index.html") for path in files if path.endswith(".html")}
    pages -= {"404.html", "embed/levier/"}
    assert {place.removeprefix("https://essai.example/") for place in places} == pages


def test_a_books_page_plays_its_interview_with_chapters_and_tells_when_it_was_on_air() -> None:
    text = page(catalog(), "livres/le-livre/")
    document = html.document_fromstring(text)
    assert document.xpath("//audio[@controls][@preload='none']/source/@src") == [f"/{episode().enclosure_path}"]
    file = f"/{episode().enclosure_path}"
    assert document.xpath("//ol[@data-chapters='levier']//a/@href") == [f"{file}#t=0", f"{file}#t=42.5"]
    assert " ".join(document.xpath("string(//*[@class='on-air'])").split()) == "Diffusé sur Widoobiz le 5 novembre 2013"
    assert "25,90\xa0€" in text


def test_without_a_script_every_time_of_an_episodes_page_leads_into_its_recording() -> None:
    document = html.document_fromstring(page(catalog(), "episodes/levier/"))
    file = f"/{episode().enclosure_path}"
    assert document.xpath("//ol[@data-chapters='levier']//a/@href") == [f"{file}#t=0", f"{file}#t=42.5"]
    assert document.xpath("//*[@data-words='levier']//a/@href") == [f"{file}#t=0", f"{file}#t=2"]


def test_an_episodes_page_tells_size_and_duration_and_who_speaks() -> None:
    document = html.document_fromstring(page(catalog(), "episodes/levier/"))
    download = document.xpath("string(//*[@class='download'])")
    assert "MP3, 2,1 Mo, 3 min 12 s" in " ".join(download.split())
    assert document.xpath("//*[@data-words]//b/text()") == ["Zoé", "Ada"]


def test_a_page_asks_at_once_for_every_module_of_its_player() -> None:
    files = rendered(catalog())
    for path, entry in (("index.html", "player"), ("episodes/levier/index.html", "listening")):
        document = html.document_fromstring(files[path].decode())
        asked = document.xpath("//link[@rel='modulepreload']/@href")
        assert len(asked) == len(set(asked)) > 3
        assert all(link.removeprefix("/") in files for link in asked), path
        (script,) = document.xpath(f"//script[@type='module'][contains(@src, '/{entry}.')]/@src")
        imported = re.findall(r'from"(\.[^"]+)"', files[script.removeprefix("/")].decode())
        assert {urljoin(script, name) for name in imported} <= set(asked)


def test_an_episode_without_a_book_shows_its_own_picture_or_its_shows() -> None:
    for own, name in ((image("pochette", alt="Une pochette."), "pochette"), (None, "emission")):
        alone = replace(catalog(), episodes=(episode(books=(), image=own),))
        document = html.document_fromstring(page(alone, "episodes/levier/"))
        (shown,) = document.xpath("//div[@class='episode-side']//figure[@class='episode-art']//img")
        assert name in shown.get("src")
        assert shown.get("alt") == (own.alt if own else "")
    assert not html.document_fromstring(page(catalog(), "episodes/levier/")).xpath("//*[@class='episode-art']")


def test_who_signs_a_book_under_a_note_stands_in_one_piece() -> None:
    document = html.document_fromstring(page(catalog(), "notes/2013/note-2013-11-13/"))
    (line,) = document.xpath("//section[@aria-labelledby='livres']//*[@class='line-foot']")
    assert [child.tag for child in line] == ["span"]
    assert not (line.text or "").strip()


def test_an_episodes_transcript_leads_to_its_files() -> None:
    document = html.document_fromstring(page(catalog(), "episodes/levier/"))
    found = [
        (link.text, link.get("type"), link.get("href")) for link in document.xpath("//*[@class='transcript-files']/a")
    ]
    assert found[0] == ("WebVTT", "text/vtt", "/episodes/levier/transcript.vtt")
    assert [label for label, _, _ in found] == ["WebVTT", "SRT", "JSON", "HTML", "Texte"]


def test_words_without_times_stand_on_the_page_without_a_place_to_seek() -> None:
    turns = (Turn(text="Bonjour.", speaker="Zoé"), Turn(text="Merci !", speaker="Ada"))
    untimed = replace(episode(), transcript=Transcript(turns=turns, language=LanguageTag("fr")))
    document = html.document_fromstring(page(replace(catalog(), episodes=(untimed,)), "episodes/levier/"))
    assert [" ".join(p.text_content().split()) for p in document.xpath("//*[@class='transcript']/p")] == [
        "Zoé Bonjour.",
        "Ada Merci !",
    ]
    assert not document.xpath("//*[@class='transcript']//a")
    links = document.xpath("//*[@class='transcript-files']/a/@href")
    assert links == ["/episodes/levier/transcript.html", "/episodes/levier/transcript.txt"]


def test_a_note_carries_its_episode_before_its_text_and_its_cover_beside_it() -> None:
    document = html.document_fromstring(page(catalog(), "notes/2013/note-2013-11-13/"))
    assert document.xpath("//audio/following::div[@class='prose']")
    assert document.xpath("//figure[@class='note-cover']//img/@alt") == ["Un escalier."]
    foot = " ".join(document.xpath("string(//*[@class='note-foot'])").split())
    assert foot == "11 h 41 Publié dans Livres Lien permanent"


def test_an_hour_that_the_author_did_not_give_is_not_shown() -> None:
    assert "11\xa0h\xa041" not in page(catalog(), "notes/2013/note-2013-10-16/")


def test_a_page_without_menu_is_named_at_the_foot_alone() -> None:
    document = html.document_fromstring(page(catalog(), ""))
    assert "Mentions légales" not in document.xpath("string(//*[@class='menu'])")
    assert "Mentions légales" in document.xpath("string(//footer)")


def test_the_menu_says_where_one_is() -> None:
    document = html.document_fromstring(page(catalog(), "livres/le-livre/"))
    assert document.xpath("//nav[@class='menu']//a[@aria-current='true']/text()") == ["Livres"]


def test_the_player_script_stands_only_where_something_plays() -> None:
    for path, document in documents(rendered(catalog())).items():
        scripts = document.xpath("//script[contains(@src, '/player.') or contains(@src, '/listening.')]")
        assert len(scripts) == bool(document.xpath("//audio")), path


def test_a_part_of_a_series_names_those_before_it_and_the_one_that_follows() -> None:
    document = html.document_fromstring(page(catalog(), "notes/2013/note-2013-10-18/"))
    assert document.xpath("string(//*[@class='continued'])") == "Suite de la note parue le 16 octobre"
    assert document.xpath("//*[@class='to-follow']/a/@href") == ["/notes/2013/note-2013-10-21/"]
    last = html.document_fromstring(page(catalog(), "notes/2013/note-2013-10-21/"))
    assert last.xpath("string(//*[@class='continued'])") == "Suite des notes parues les 16 et 18 octobre"
    assert not last.xpath("//*[@class='to-follow']")


def test_pictures_come_in_all_formats_with_their_measures() -> None:
    document = html.document_fromstring(page(catalog(), "livres/le-livre/"))
    picture = document.xpath("//figure[@class='work-cover']/picture")[0]
    assert picture.xpath(".//source/@type") == list(COVER.formats[:-1])
    assert picture.xpath(".//img/@width") == ["640"]
    assert picture.xpath(".//img/@height") == ["960"]
    assert picture.xpath(".//img/@loading") == []


def test_what_is_written_from_right_to_left_says_so_and_nothing_else_does() -> None:
    arabic = LanguageTag("ar")
    spoken = replace(catalog(), episodes=(episode(language=arabic),))
    document = html.document_fromstring(page(spoken, "episodes/levier/"))
    assert document.get("dir") is None
    assert document.xpath("//h1/@dir") == ["rtl"]
    assert {one.get("lang") for one in document.xpath("//*[@dir]")} == {"ar"}
    facts = replace(settings(), language=arabic)
    renderer = Renderer(facts, spoken, Routes(facts), Pictures(facts.routes.images))
    files = dict(renderer.pages())
    for place in ("", "episodes/levier/", "embed/levier/"):
        assert html.document_fromstring(files[f"{place}index.html"].decode()).get("dir") == "rtl", place
    turned = html.document_fromstring(files["index.html"].decode()).xpath("//*[@dir='ltr']/@lang")
    assert set(turned) <= {"fr"}

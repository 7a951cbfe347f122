from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from antenne.model import LanguageTag
from antenne.pipeline import gather
from antenne.routes import Routes
from antenne.search import documents, opensearch
from antenne.search.document import Document
from tests.support.content import settings_for
from tests.support.site import make_site, write

VTT = """WEBVTT

00:00:00.000 --> 00:00:01.000
<v Ada>Nous partons pour l'île d'Ouessant.

00:00:01.000 --> 00:00:02.500
<v Bob>Et le phare du Créac'h ?
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = make_site(tmp_path / "site")
    write(folder / "content/episodes/2013-11-05-premier/transcript.vtt", VTT)
    write(
        folder / "content/pages/a-propos.md",
        "---\ntitle: À propos\n---\n## Qui parle\n\nUne voix.\n",
    )
    return folder


def found(site: Path, *, transcripts: bool = True) -> dict[str, Document]:
    settings = settings_for(site)
    catalog, routes = gather(settings), Routes(settings)
    return {one.path: one for one in documents(catalog, routes.path, LanguageTag("fr"), transcripts=transcripts)}


def test_every_kind_of_page_can_be_found(site: Path) -> None:
    kinds = {one.kind for one in found(site).values()}
    assert kinds == {"book", "episode", "note", "page", "person", "publisher", "show"}


def test_an_interview_is_found_by_what_is_said_at_its_time_as_the_page_writes_it(site: Path) -> None:
    episode = found(site)["episodes/premier/"]
    said = {passage.text: passage.start for passage in episode.passages}
    assert said["Nous partons pour l’île d’Ouessant."] == 0.0
    assert said["Et le phare du Créac’h\u202f?"] == 1.0
    assert "Ada Lovelace" in episode.names


def test_what_is_said_can_stay_out(site: Path) -> None:
    episode = found(site, transcripts=False)["episodes/premier/"]
    assert not [passage for passage in episode.passages if passage.start is not None]


def test_headings_name_what_stands_under_them(site: Path) -> None:
    assert found(site)["a-propos/"].names == ("Qui parle",)


def test_documents_come_oldest_first(site: Path) -> None:
    dates = [one.date for one in found(site).values()]
    assert dates == sorted(dates)


def test_browsers_read_the_description_of_the_search() -> None:
    root = etree.fromstring(opensearch("Un nom qui est bien long", "Des mots.", "https://a.example/r/", "fr"))
    texts = {etree.QName(child).localname: child.text for child in root}
    assert len(texts["ShortName"] or "") <= 16
    (url,) = root.iterfind("{*}Url")
    assert url.get("template") == "https://a.example/r/?q={searchTerms}"

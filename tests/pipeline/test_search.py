from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from antenne.commands.project import LOCAL, Project
from tests.support.site import make_site, write

VTT = "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nUn phare à Ouessant.\n"


def built(tmp_path: Path, settings: str = "") -> Path:
    project = make_site(tmp_path / "project")
    write(project / "content/episodes/2013-11-05-premier/transcript.vtt", VTT)
    conf = project / "pelicanconf.py"
    conf.write_text(f"{conf.read_text(encoding='utf-8')}\n{settings}\n", encoding="utf-8")
    Project(project).build(LOCAL, output=tmp_path / "site", site_url="https://essai.example/sous")
    return tmp_path / "site"


def words(site: Path) -> set[str]:
    return {word for path in (site / "recherche/w").glob("*.json") for word in json.loads(path.read_bytes())}


def test_the_search_page_names_the_file_that_leads_to_all_others(tmp_path: Path) -> None:
    site = built(tmp_path)
    (manifest,) = (site / "recherche").glob("fr.*.json")
    assert f'data-manifest="recherche/{manifest.name}"' in (site / "recherche/index.html").read_text(encoding="utf-8")
    assert {"ouessant", "phare"} <= words(site)


def test_every_page_leads_to_the_search_which_search_engines_leave_alone(tmp_path: Path) -> None:
    site = built(tmp_path, 'ANTENNE["private"] = False')
    assert 'action="/sous/recherche/"' in (site / "index.html").read_text(encoding="utf-8")
    assert 'href="/sous/recherche/opensearch.xml"' in (site / "index.html").read_text(encoding="utf-8")
    assert 'content="noindex"' not in (site / "index.html").read_text(encoding="utf-8")
    assert 'content="noindex"' in (site / "recherche/index.html").read_text(encoding="utf-8")
    assert "recherche" not in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_a_site_without_a_search_has_nothing_of_it(tmp_path: Path) -> None:
    site = built(tmp_path, 'ANTENNE["search"] = False')
    assert not (site / "recherche").exists()
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    assert pages
    assert not [page for page in pages if "/recherche" in page]


def test_what_is_said_can_stay_out_of_the_search(tmp_path: Path) -> None:
    found = words(built(tmp_path, 'ANTENNE["search_transcripts"] = False'))
    assert "ouessant" not in found
    assert "entretien" in found


@pytest.mark.parametrize("path", ["recherche", "chercher"])
def test_the_search_stands_where_the_settings_say(tmp_path: Path, path: str) -> None:
    site = built(tmp_path, f'ANTENNE["routes"] = {{"search": "{path}"}}')
    assert (site / path / "index.html").is_file()
    assert list((site / path / "w").iterdir())


def test_a_site_in_which_nothing_is_published_yet_says_so_and_offers_no_search(tmp_path: Path) -> None:
    project = make_site(tmp_path / "project")
    shutil.rmtree(project / "content")
    (project / "content").mkdir()
    Project(project).build(LOCAL, output=tmp_path / "site", site_url="https://essai.example")
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "Rien n’est encore publié ici." in home
    assert "recherche" not in home
    assert not (tmp_path / "site/recherche").exists()

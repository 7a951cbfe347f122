from __future__ import annotations

from pathlib import Path

from tests.support.site import digests, invoke, make_site, write

LANGUAGES = '\nANTENNE["languages"] = [{"language": "en", "tagline": "Books"}]\n'


def translate(site: Path) -> None:
    """Tell the site's book, episode and note in English."""
    conf = site / "pelicanconf.py"
    write(conf, conf.read_text(encoding="utf-8") + LANGUAGES)
    write(site / "content/books/le-livre/index.en.md", "---\ntitle: The Book\n---\nA *book*, [more](plus.txt).\n")
    write(site / "content/books/le-livre/plus.txt", "More.\n")
    write(site / "content/episodes/2013-11-05-premier/index.en.md", "---\ntitle: The first talk\n---\n")
    write(site / "content/notes/2013-11-13-une-note.en.md", "---\ntitle: A note\ncategory: Books\n---\nWords.\n")


def test_a_translation_changes_no_address_and_nothing_that_subscribers_get(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    invoke(site, "build")
    before = digests(site / "output")
    translate(site)
    invoke(site, "build")
    after = digests(site / "output")
    # Pages, the list of them and the headers that each is answered with may say more.
    said = (".html", "sitemap.xml", "_headers.json", "_headers")
    kept = {path: digest for path, digest in before.items() if not path.endswith(said)}
    assert [path for path in kept if path.startswith("flux/")]
    assert {path: after.get(path) for path in kept} == kept
    assert {path for path in before if path not in after} == set()
    assert {path for path in after if path not in before and path.startswith(("flux/", "audio/"))} == set()


def test_a_page_in_english_has_its_texts_files_beside_it_and_its_note_in_english(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    translate(site)
    invoke(site, "build")
    folder = site / "output/en/books/le-livre"
    assert (folder / "plus.txt").read_text(encoding="utf-8") == "More.\n"
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert '<a href="/en/notes/2013/une-note/">A note</a>' in page
    assert "A <em>book</em>" in page


def test_a_translated_page_that_moved_leads_on_as_its_original_does(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    translate(site)
    invoke(site, "publish")
    (site / "content/episodes/2013-11-05-premier").rename(site / "content/episodes/2013-11-05-autre")
    invoke(site, "publish", check=False)
    left = site / "public/current/en/episodes/premier/index.html"
    assert "This page has moved" in left.read_text(encoding="utf-8")
    assert "https://essai.antenne/en/episodes/autre/" in left.read_text(encoding="utf-8")
    redirects = (site / "public/current/_redirects").read_text(encoding="utf-8")
    assert "/en/episodes/premier/ /en/episodes/autre/ 301\n" in redirects
    assert "/episodes/premier/ /episodes/autre/ 301\n" in redirects

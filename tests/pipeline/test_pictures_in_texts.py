from __future__ import annotations

from pathlib import Path

import feedparser
from PIL import Image

from tests.support.site import invoke, make_site, write


def test_a_picture_in_a_note_goes_out_in_sizes_on_the_page_and_whole_in_the_feed(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    Image.new("RGB", (1800, 900), (10, 90, 60)).save(site / "content/notes/à la mer.png")
    write(
        site / "content/notes/2014-05-01-mer.md", "---\ntitle: La mer\n---\nVoyez : ![La mer, calme](<à la mer.png>)\n"
    )
    invoke(site, "build")
    page = (site / "output/notes/2014/mer/index.html").read_text(encoding="utf-8")
    assert 'type="image/avif"' in page
    assert 'alt="La mer, calme"' in page
    assert "à la mer.png" not in page
    entry = next(e for e in feedparser.parse(site / "output/flux/notes.atom.xml").entries if e.title == "La mer")
    assert 'src="https://essai.antenne/images/' in entry.content[0].value


def test_a_picture_that_is_not_there_is_told_with_its_line_and_the_nearest_name(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    Image.new("RGB", (300, 200)).save(site / "content/books/le-livre/dessin.png")
    index = site / "content/books/le-livre/index.md"
    write(index, index.read_text(encoding="utf-8") + "\n![Un dessin](dessim.png)\n\n![Ailleurs](../../x/secret.png)\n")
    done = invoke(site, "build", check=False)
    assert done.returncode == 1
    assert "content/books/le-livre/index.md:10  missing-file" in done.stderr
    assert "Did you mean dessin.png?" in done.stderr
    assert "secret.png" in done.stderr

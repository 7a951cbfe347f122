"""Each rule on pages: the good site passes it (test_good_site), and one change makes it fail."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.check import sites
from tests.check.sites import HOME

P = "<p><a"
SELF = 'canonical" href="https://antenne.example/'

CHANGES: dict[str, tuple[str, str, str]] = {
    "no h1": ("<h1 id", "<h2 id", "one-heading"),
    "two h1": (P, f"<h1>Encore</h1>{P}", "one-heading"),
    "no language": ('<html lang="fr">', "<html>", "page-language"),
    "an empty title": ("<title>Une page", "<title> ", "page-title"),
    "no title": ("<title>Une page</title>", "", "page-title"),
    "no alt": (' alt=""', "", "picture-alt"),
    "no width": (' width="1400"', "", "picture-size"),
    "a height in percent": ('height="1400"', 'height="100%"', "picture-size"),
    "an id twice": (P, f'<p id="haut"></p>{P}', "same-id"),
    "a script": (P, f"<script>alert(1)</script>{P}", "inline-code"),
    "a style sheet": ("</head>", "<style>p{}</style></head>", "inline-code"),
    "a style": (P, f'<p style="color:red"></p>{P}', "inline-code"),
    "a handler": (P, f'<p onclick="x()"></p>{P}', "inline-code"),
    "JSON-LD that is none": ('"@type": "WebSite"}', '"@type": }', "bad-json-ld"),
    "JSON-LD without context": ('"@context"', '"context"', "bad-json-ld"),
    "a missing page": ("/livres/essai/", "/livres/autre/", "broken-link"),
    "a folder without its slash": ("/livres/essai/#haut", "/livres/essai", "broken-link"),
    "a missing picture": ("/images/cover.jpg 700w", "/images/none.jpg 700w", "broken-link"),
    "a way out of the site": ("/livres/essai/", "/../../etc/passwd", "broken-link"),
    "a missing sound": ("/audio/2013", "/audio/2014", "broken-link"),
    "a missing canonical": ('canonical" href="https://antenne.example/"', 'canonical" href="/x/"', "broken-link"),
    "a missing share card": ("</head>", '<meta property="og:image" content="/x.jpg"></head>', "broken-link"),
    "no address at all": ('href="#haut"', 'href="http://[x"', "broken-link"),
    "a missing id": ("essai/#haut", "essai/#bas", "broken-fragment"),
    "a missing id here": ('href="#haut"', 'href="#bas"', "broken-fragment"),
    "a script from elsewhere": ('src="/theme/player.js"', 'src="https://cdn.example/p.js"', "outside-request"),
    "a picture from elsewhere": ('src="/images/artwork.jpg"', 'src="//cdn.example/a.jpg"', "outside-request"),
    "a variant from elsewhere": ("/images/cover.jpg 700w", "https://cdn.example/c.jpg 700w", "outside-request"),
    "a style sheet from elsewhere": ("/theme/style.css", "https://cdn.example/s.css", "outside-request"),
    "a frame": (P, f'<iframe src="https://video.example/"></iframe>{P}', "outside-request"),
    "a preconnection": ("</head>", '<link rel="preconnect" href="https://f.example"></head>', "outside-request"),
}


def _page(site: Path, address: str) -> str:
    """Return the home page as it would stand at another address of the site."""
    return (site / HOME).read_text(encoding="utf-8").replace(SELF, f"{SELF}{address}")


@pytest.mark.parametrize("name", CHANGES)
def test_one_change_breaks_one_rule_and_no_other(site: Path, name: str) -> None:
    old, new, rule = CHANGES[name]
    sites.edit(site, HOME, old, new)
    found = sites.found(site)
    assert {problem.code for problem in found} == {rule}
    assert {problem.where.path for problem in found} == {HOME}
    assert all(problem.hint.endswith(".") for problem in found)


@pytest.mark.parametrize(
    ("css", "rule"),
    [
        ("@import 'https://fonts.example/f.css';", "outside-request"),
        ('p { background: URL( "//cdn.example/a.png" ) }', "outside-request"),
        ("p { background: url(none.png) }", "broken-link"),
    ],
)
def test_style_sheets_are_read_too(site: Path, css: str, rule: str) -> None:
    sites.write(site, sites.STYLE, f"\n\n{css}")
    (problem,) = sites.found(site)
    assert (problem.code, str(problem.where)) == (rule, f"{sites.STYLE}:3")


def test_a_style_sheets_own_data_is_no_request(site: Path) -> None:
    sites.write(site, sites.STYLE, "p { background: url(data:image/png;base64,AAAA) }")
    assert sites.found(site) == ()


def test_an_empty_page_cannot_be_read(site: Path) -> None:
    sites.write(site, "vide.html", "")
    (problem,) = sites.found(site)
    assert (problem.code, problem.where.path) == ("page-unreadable", "vide.html")


def test_one_broken_link_of_every_page_is_told_once_with_their_number(site: Path) -> None:
    for page in sites.PAGES:
        sites.edit(site, f"{page}index.html", "/livres/essai/#haut", "/livres/autre/#haut")
    (problem,) = sites.found(site)
    assert f"and {len(sites.PAGES) - 1} other files have it" in problem.message


def test_a_link_past_the_sites_own_path_is_told_how_to_begin(tmp_path: Path) -> None:
    sites.build(tmp_path, "/sous")
    sites.edit(tmp_path, HOME, 'href="/sous/livres', 'href="/livres')
    (problem,) = sites.found(tmp_path, "/sous")
    assert (problem.code, "below a path" in problem.hint) == ("broken-link", True)


def test_relative_and_quoted_addresses_lead_where_a_browser_goes(site: Path) -> None:
    sites.write(site, "livres/été/index.html", _page(site, "livres/%C3%A9t%C3%A9/"))
    sites.edit(site, "livres/essai/index.html", "<p><a", '<p><a href="../%C3%A9t%C3%A9/?page=2#haut">là</a><a')
    assert sites.found(site) == ()


def test_hundreds_of_pages_take_a_moment(site: Path) -> None:
    text = (site / HOME).read_text(encoding="utf-8").replace("</p>", '<a href="/livres/essai/">x</a></p>' * 100)
    for number in range(300):
        sites.write(site, f"p/{number}/index.html", text.replace(SELF, f"{SELF}p/{number}/"))
    start = time.process_time()
    assert sites.found(site) == ()
    assert time.process_time() - start < 6

"""HTML from outside: nothing active, nothing foreign, and what is good stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antenne.text import clean_html, feed_html

HOSTILE = [
    ("<script>alert(1)</script>a", "a"),
    ('<p onclick="x()">a</p>', "<p>a</p>"),
    ('<p style="color: red">a</p>', "<p>a</p>"),
    ('<a href="javascript:x">a</a>', "<a>a</a>"),
    ('<a href="java\tscript:x">a</a>', "<a>a</a>"),
    ('<a href="data:text/html,x">a</a>', "<a>a</a>"),
    ('<a href="//ailleurs.fr/">a</a>', "<a>a</a>"),
    ('<a href="/\\ailleurs.fr/">a</a>', "<a>a</a>"),
    ('<a href="\\\\ailleurs.fr/">a</a>', "<a>a</a>"),
    ('<a href="/\t/ailleurs.fr/">a</a>', "<a>a</a>"),
    ('a<img src="https://ailleurs.fr/p.gif" alt="x">b', "ab"),
    ('a<img src="//ailleurs.fr/p.gif">b', "ab"),
    ('a<img src="data:image/png;base64,AA">b', "ab"),
    ('<iframe src="https://x"></iframe><svg><script>1</script></svg>a', "a"),
    ("<math><mtext><table><mglyph><style><img src=x onerror=y>", None),
    ('<p class="lecteur">a</p><div id="x" class="grand align-left">b</div>', None),
]


@pytest.mark.parametrize(("html", "clean"), HOSTILE)
def test_what_is_active_or_foreign_goes(html: str, clean: str | None) -> None:
    cleaned = clean_html(html)
    assert clean is None or cleaned == clean
    assert "onerror" not in cleaned
    assert "lecteur" not in cleaned
    assert "grand" not in cleaned


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://exemple.fr/a?b=1&amp;c=2">a</a>',
        '<a href="mailto:a@exemple.fr">a</a> <a href="tel:+33123456789">b</a>',
        '<a href="#t=754">12:34</a> <a href="/livres/">livres</a> <a href="../x">x</a>',
        '<h2 id="un">a</h2><ul><li>b</li></ul><ol start="3"><li>c</li></ol>',
        '<pre><code class="language-python">a\n</code></pre>',
        '<img src="cover.jpg" alt="Couverture">',
        '<p lang="en">a</p><blockquote><p>b</p></blockquote>',
        "a &lt; b &amp; c\u00a0!",
    ],
)
def test_what_is_good_stays(html: str) -> None:
    assert clean_html(html) == html


def test_headings_begin_below_the_pages_title() -> None:
    assert clean_html("<h1>a</h1><h2>b</h2><h6>c</h6>") == "<h2>a</h2><h3>b</h3><h6>c</h6>"
    assert clean_html("<h2>b</h2><h3>c</h3>") == "<h2>b</h2><h3>c</h3>"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="<>/=\"' aph1imgscrtonex:&;#\\\x00\x01", max_size=60))
def test_cleaning_twice_is_cleaning_once(html: str) -> None:
    once = clean_html(html)
    assert clean_html(once) == once


FEED = [
    ("<h2>Titre</h2><p>Un <em>mot</em></p>", "<p>Titre</p><p>Un <em>mot</em></p>"),
    ('<p>a<br>b <code>c</code><img src="x.png"></p>', "<p>a b c</p>"),
    ("<blockquote><p>a</p></blockquote>", "<p>a</p>"),
    ("<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>", "<p>a b </p>"),
    ("<pre><code>a</code></pre><p></p>", "<p>a</p>"),
    ('<p><a href="https://x.fr/">a</a> <a href="#b">b</a> <a href="//c">c</a></p>', None),
    ("", ""),
]


@pytest.mark.parametrize(("html", "feed"), FEED)
def test_a_feed_gets_few_elements(html: str, feed: str | None) -> None:
    expected = '<p><a href="https://x.fr/">a</a> b c</p>' if feed is None else feed
    assert feed_html(html) == expected


def test_a_feeds_links_are_complete_with_the_pages_address() -> None:
    html = '<p><a href="#t=12">0:12</a> <a href="/livres/">l</a> <a href="//c">c</a></p>'
    assert feed_html(html, "https://site.fr/episodes/un/") == (
        '<p><a href="https://site.fr/episodes/un/#t=12">0:12</a> <a href="https://site.fr/livres/">l</a> c</p>'
    )

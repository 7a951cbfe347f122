"""Markdown, as authors write it, to the HTML of a page."""

from __future__ import annotations

import pytest

from antenne.model import LanguageTag, RichText
from antenne.text import render_markdown

FR = LanguageTag("fr")
N = "\u202f"

PAIRS = [
    ("# Titre {#un}\n\n## Sous", '<h2 id="un">Titre</h2>\n<h3>Sous</h3>'),
    ("Un *mot* !", f"<p>Un <em>mot</em>{N}!</p>"),
    ("~~non~~ **oui**", "<p><del>non</del> <strong>oui</strong></p>"),
    ("`a !`", "<p><code>a !</code></p>"),
    ("```python\nx = 'a' !\n```", "<pre><code class=\"language-python\">x = 'a' !\n</code></pre>"),
    ("<https://exemple.fr/a;b>", '<p><a href="https://exemple.fr/a;b">https://exemple.fr/a;b</a></p>'),
    ("[a](javascript:x)", "<p><a>a</a></p>"),
    ("a <script>x</script> b", "<p>a  b</p>"),
    ("![Vue](vue.jpg)", '<p><img src="vue.jpg" alt="Vue"></p>'),
]


@pytest.mark.parametrize(("source", "html"), PAIRS)
def test_markdown_becomes_html(source: str, html: str) -> None:
    assert render_markdown(source, FR).html == html


def test_a_table_is_aligned_without_inline_style() -> None:
    html = render_markdown("|a|b|\n|:-|-:|\n|1|2|\n", FR).html
    assert '<th class="align-left">a</th><th class="align-right">b</th>' in html
    assert "style=" not in html


def test_a_footnote_and_its_reference_lead_to_one_another_under_a_name_of_their_own() -> None:
    text = render_markdown("Mot[^1].\n\n[^1]: La *note* !\n", FR)
    assert 'href="#note-1"' in text.html
    assert 'id="note-1"' in text.html
    assert text.plain == f"Mot.\nLa note{N}!"


def test_the_plain_form_has_the_same_words() -> None:
    assert render_markdown("# Un\n\n- a & b\n- [c](x)\n\nd\ne", FR).plain == "Un\na & b\nc\nd e"


def test_no_text_is_no_text() -> None:
    assert render_markdown(" \n", FR) == RichText()
    assert not render_markdown("", FR)


def test_deep_nesting_does_not_break_the_build() -> None:
    assert "x" in render_markdown("> " * 100 + "x", FR).plain
    render_markdown(">" * 5000 + "x", FR)
    render_markdown("<b>" * 5000 + "x", FR)

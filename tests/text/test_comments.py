"""What strangers write: cleaned more strictly than what the author writes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antenne.model import LanguageTag
from antenne.text import render_comment
from antenne.text.cleaning import COMMENT_TAGS

FR = LanguageTag("fr")

PAIRS = [
    ("Bravo !", "<p>Bravo\u202f!</p>"),
    ("**Oui**, *et* `a!`", "<p><strong>Oui</strong>, <em>et</em> <code>a!</code></p>"),
    ("[là](https://a.example/?a=1&b=2)", '<p><a href="https://a.example/?a=1&amp;b=2" rel="ugc nofollow">là</a></p>'),
    ("[ici](/admin) [là](//a.example) [x](javascript:alert(1))", "<p>ici là x</p>"),
    ("# Titre\n\nTexte", "<p>Titre</p>\n<p>Texte</p>"),
    ("![photo](https://a.example/p.png)mot", "<p>mot</p>"),
    ("<img src=x onerror=alert(1)>mot", "<p>mot</p>"),
    ('<p id="contenu" class="menu" lang="en" style="x">What!</p>', "<p>What\u202f!</p>"),
    ("<h1>Titre</h1>", "<p>Titre</p>"),
    ("<style>p{}</style><script>1</script>mot", "mot"),
    ("<iframe src=//a.example></iframe>\n\nmot", "<p>mot</p>"),
    ("> cité\n\nmot", "<blockquote>\n<p>cité</p>\n</blockquote>\n<p>mot</p>"),
]


@pytest.mark.parametrize(("typed", "shown"), PAIRS)
def test_a_comment_keeps_words_lists_quotations_and_links_alone(typed: str, shown: str) -> None:
    assert render_comment(typed, FR).html == shown


def test_a_footnote_in_a_comment_makes_no_id() -> None:
    assert "id=" not in render_comment("mot[^1]\n\n[^1]: note", FR).html


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="<>/=\"' !abhrefimgsclpty#[]()*_`:&;\n-", max_size=60))
def test_no_comment_holds_more_than_is_allowed(typed: str) -> None:
    html = render_comment(typed, FR).html
    found = set(re.findall(r"<([a-z0-9]+)", html))
    assert found <= COMMENT_TAGS
    attributes = re.findall(r"<[a-z]+ ([^>]*)>", html)
    assert all(re.fullmatch(r'href="(?:https?:|mailto:)[^"]*" rel="ugc nofollow"', one) for one in attributes)

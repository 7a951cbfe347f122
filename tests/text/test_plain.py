"""Plain text and slugs."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antenne.model import is_slug
from antenne.text import clean_plain, cut, leading_paragraphs, plain_text, slugify


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Un &amp; deux</p><p>trois</p>", "Un & deux\ntrois"),
        ("<ul><li>a <b>b</b></li>\n<li>c</li></ul>", "a b\nc"),
        ("a<br>b", "a\nb"),
        ("<p>a<!-- secret -->b</p>", "ab"),
        ("tête<p>corps</p>queue", "tête\ncorps\nqueue"),
        ("", ""),
    ],
)
def test_html_gives_its_words(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("  a\t b\n\nc ", "a b c"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("a\u202eb\u2066c\u200b\ufeff", "abc"),
        ("e\u0301te\u0301", "été"),
        ("10\u202f000\u00a0€", "10\u202f000\u00a0€"),
        ("a\ud800b", "ab"),
        ("a\u2028b", "a b"),
    ],
)
def test_a_strangers_text_is_made_plain(text: str, clean: str) -> None:
    assert clean_plain(text) == clean


def test_line_ends_stay_when_asked_for() -> None:
    assert clean_plain(" a \r\nb\n\n\n\nc\n", lines=True) == "a\nb\n\nc"


def test_a_text_is_bounded() -> None:
    assert clean_plain("ab " * 10, limit=10) == "ab ab ab…"
    assert len(clean_plain("a" * 10_000_000)) == 4000


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.integers(2, 30), st.booleans())
def test_cleaned_text_is_clean_for_good(text: str, limit: int, lines: bool) -> None:
    once = clean_plain(text, limit, lines=lines)
    assert clean_plain(once, limit, lines=lines) == once
    assert len(once) <= limit
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(c) in ("Cs", "Cc") for c in once if c != "\n")
    once.encode()


@pytest.mark.parametrize(
    ("text", "size", "short"),
    [
        ("Une phrase. Deux phrases ici.", 18, "Une phrase."),
        ("Une phrase et deux autres", 15, "Une phrase…"),
        ("Une phrase, et deux autres", 14, "Une phrase…"),
        ("court", 5, "court"),
        ("ééééé", 6, "é…"),
        ("A. Une longue suite de mots", 14, "A. Une…"),
    ],
)
def test_a_text_is_cut_at_a_sentence_or_a_word(text: str, size: int, short: str) -> None:
    assert cut(text, size) == short


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aé. !?…€\n", max_size=60), st.integers(0, 40))
def test_a_cut_text_fits(text: str, size: int) -> None:
    assert len(cut(text, size).encode()) <= size or len(text.encode()) <= size
    assert cut(cut(text, size), size) == cut(text, size)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (
            "<h2>Titre</h2><p>Un <em>deux</em>.</p><p>Trois<br>quatre.</p><h2>Suite</h2><p>Cinq.</p>",
            "Un deux. Trois quatre.",
        ),
        ("<p>Un.</p><ul><li>deux</li></ul><p>Trois.</p>", "Un."),
        ("<p>Un.</p><table><tr><td>deux</td></tr></table>", "Un."),
        ("<p>Un.</p><pre><code>x = 2</code></pre><p>Trois.</p>", "Un."),
        ('<p><img src="a.jpg" alt=""></p><p>Un &amp; deux.</p>', "Un & deux."),
        ("<ul><li>un</li></ul>", ""),
        ("", ""),
    ],
)
def test_a_summary_is_taken_from_the_first_paragraphs_alone(html: str, words: str) -> None:
    assert leading_paragraphs(html) == words


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("L’été à Ouessant", "l-ete-a-ouessant"),
        ("L'œuf & l'æther", "l-oeuf-l-aether"),
        ("Rupture, vous avez disrupture ?", "rupture-vous-avez-disrupture"),
        ("2 e.réputations #4", "2-e-reputations-4"),
        ("ŒUVRE Straße Łódź", "oeuvre-strasse-lodz"),
        ("Русский", ""),
        ("../../etc", "etc"),
        ("mot " * 40, "mot-" * 19 + "mot"),
        ("a" * 100, "a" * 80),
    ],
)
def test_a_title_gives_a_slug(text: str, slug: str) -> None:
    assert slugify(text) == slug


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_a_slug_is_a_slug_and_its_own_slug(text: str) -> None:
    slug = slugify(text)
    assert slug == "" or is_slug(slug)
    assert slugify(slug) == slug

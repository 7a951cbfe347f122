"""French typography, by pairs of what is typed and what is printed, and by properties."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from antenne.model import LanguageTag
from antenne.text import typeset, typeset_html

FR, EN, DE = LanguageTag("fr"), LanguageTag("en"), LanguageTag("de")
N, H = "\u202f", "\u00a0"

FRENCH = [
    ("Rupture, vous avez disrupture ?", f"Rupture, vous avez disrupture{N}?"),
    ("Bravo!", f"Bravo{N}!"),
    ("Quoi ?!", f"Quoi{N}?!"),
    (f"Déjà{H}!", f"Déjà{N}!"),
    ("un ; deux", f"un{N}; deux"),
    ("Livres : un", f"Livres{H}: un"),
    ("Livres:", f"Livres{H}:"),
    ("« mot »", f"«{N}mot{N}»"),
    ("«mot»", f"«{N}mot{N}»"),
    ('Il dit "oui".', f"Il dit «{N}oui{N}»."),
    ('"Bonjour"!', f"«{N}Bonjour{N}»{N}!"),
    ('"Il dit "oui" ici"', f"«{N}Il dit “oui” ici{N}»"),
    ('« Il dit "oui" »', f"«{N}Il dit “oui”{N}»"),
    ("\"Il dit 'bonjour'\"", f"«{N}Il dit “bonjour”{N}»"),
    ("« 'C'est l'été', dit-il »", f"«{N}“C’est l’été”, dit-il{N}»"),
    ("\"le rock 'n' roll d'Ada\"", f"«{N}le rock 'n' roll d’Ada{N}»"),
    ('l\'"été"', f"l’«{N}été{N}»"),
    ("L'été d'Ouessant", "L’été d’Ouessant"),
    ("aujourd'hui...", "aujourd’hui…"),
    ("Quoi... !", f"Quoi…{N}!"),
    ("50 % de 10 000 €", f"50{H}% de 10{N}000{H}€"),
    ("50% de 25,90€", f"50{H}% de 25,90{H}€"),
    ("1 000 000 de pages", f"1{N}000{N}000 de pages"),
    ("3 km en 2 h", f"3{H}km en 2{H}h"),
    ("à 11 h 41", f"à 11{H}h{H}41"),
    ("n° 5, p. 12", f"n°{H}5, p.{H}12"),
    ("M. Laurent et Mme Callies", f"M.{H}Laurent et Mme{H}Callies"),
    ("(vraiment ?)", f"(vraiment{N}?)"),
    ("un mot - puis -- un autre", "un mot – puis – un autre"),
    ("le tome 3 - fin, ou fin - 3", "le tome 3 – fin, ou fin – 3"),
    ("art. 5, § 3, chap. 2, vol. 12", f"art.{H}5, §{H}3, chap.{H}2, vol.{H}12"),
    ("le Dr Zoé et Me Ada", f"le Dr{H}Zoé et Me{H}Ada"),
    ("20 m² et 3 ha", f"20{H}m² et 3{H}ha"),
    ("nº 5, N° 6", f"nº{H}5, N°{H}6"),
    ("'Oui', dit-il à l'\"ami\" d'Ada", f"'Oui', dit-il à l’«{N}ami{N}» d’Ada"),
]

UNTOUCHED = [
    "12:30",
    "à 11:41, puis 1:02:03",
    "https://exemple.fr/a?b=c!d;e:f",
    "http://exemple.fr:8080/a'b",
    "prenom.nom@exemple.fr",
    "2 e.réputations, mais un seul personal branding #4",
    "en 2013 500 personnes",
    "978 2 10 058123 4",
    "978-2-10-058123-4",
    "01 23 45 67 89",
    "0 800 123 456",
    "+33 1 23 45 67 89",
    "75006 Paris, 1998, 10000 pages",
    "10 - 3, 2010-2015, -5",
    "- un point de liste",
    "le vers--libre --option",
    "cœur, coeur, œuvre, oeuvre",
    "(!) (?)",
    "podcast:guid et a;b",
    "on écrit &amp; ou &#38; ou &#x26; en HTML",
    "clin d\u2019œil ;) :)",
    'un écran de 12" et rien',
    "A. p. m. et ..",
    "Mac OS 2013 l\u2019été",
    "",
    " ",
]


@pytest.mark.parametrize(("typed", "printed"), FRENCH)
def test_french_is_typeset(typed: str, printed: str) -> None:
    assert typeset(typed, FR) == printed


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_is_no_sentence_stays_as_it_is(text: str) -> None:
    assert typeset(text, FR) == text


def test_the_sentence_that_typographeur_spoils_is_printed_well() -> None:
    html = '<p>À 12:30, https://x.fr : <code>a ! "b"</code> puis "c\'est 5 %" !</p>'
    assert typeset_html(html, FR) == (
        f'<p>À 12:30, https://x.fr{H}: <code>a ! "b"</code> puis «{N}c’est 5{H}%{N}»{N}!</p>'
    )


HTML = [
    ("<p><em>mot</em> !</p>", f"<p><em>mot</em>{N}!</p>"),
    ("<p><em>mot</em>!</p>", f"<p><em>mot</em>{N}!</p>"),
    ("<p><em>mot </em>!</p>", f"<p><em>mot{N}</em>!</p>"),
    ("<p>« <em>mot</em> »</p>", f"<p>«{N}<em>mot</em>{N}»</p>"),
    ('<p>"<em>mot</em>"</p>', f"<p>«{N}<em>mot</em>{N}»</p>"),
    ("<p>l'<em>île</em></p>", "<p>l’<em>île</em></p>"),
    ("<p>l'<code>île</code> !</p>", f"<p>l’<code>île</code>{N}!</p>"),
    ('<p lang="en">What!</p><p>Quoi!</p>', f'<p lang="en">What!</p><p>Quoi{N}!</p>'),
    ('<p>Le <span lang="en">"what"!</span> !</p>', f'<p>Le <span lang="en">"what"!</span>{N}!</p>'),
    ('<p lang="fr-CA">Quoi!</p>', f'<p lang="fr-CA">Quoi{N}!</p>'),
    ("<pre>a!</pre><kbd>b!</kbd><samp>c!</samp>", "<pre>a!</pre><kbd>b!</kbd><samp>c!</samp>"),
    ('<p><a href="x?a=1" title="Ah!">Ah!</a></p>', f'<p><a href="x?a=1" title="Ah!">Ah{N}!</a></p>'),
    ('<p>Vers "un</p><p>deux" ici</p>', '<p>Vers "un</p><p>deux" ici</p>'),
    ("a &lt; b &amp; c<br>!", "a &lt; b &amp; c<br>!"),
    ("tête <p>corps</p> queue !", f"tête <p>corps</p> queue{N}!"),
    ("<p>a<!-- b! -->!</p>", f"<p>a<!-- b! -->{N}!</p>"),
    ('<p>Voir<img src="a.png" alt="Ah!"> !</p>', f'<p>Voir<img src="a.png" alt="Ah!">{N}!</p>'),
]


@pytest.mark.parametrize(("typed", "printed"), HTML)
def test_a_line_is_typeset_across_its_elements(typed: str, printed: str) -> None:
    assert typeset_html(typed, FR) == printed


def test_english_gets_its_quotes_and_no_french_space() -> None:
    assert typeset('It\'s "fine" ! 10 000...', EN) == "It’s “fine” ! 10 000…"
    assert typeset("\"He says 'hello', and it's fine\"", EN) == "“He says ‘hello’, and it’s fine”"
    assert typeset("one - two -- three", EN) == "one – two – three"


def test_a_language_without_rules_is_left_alone() -> None:
    assert typeset('Was \'n "Ding"!', DE) == 'Was \'n "Ding"!'
    assert typeset_html("<p>Was!<br/></p>", DE) == "<p>Was!<br/></p>"


def test_lines_of_a_text_are_typeset_apart() -> None:
    assert typeset("Un\n! deux ?", FR) == f"Un\n! deux{N}?"


TRICKY = st.text(alphabet=" -§a1É.,;:!?«»“”\"'’…()-%€hkmMp°n\n\u00a0\u202f\u2028\ue000<&@/", max_size=24)


@settings(max_examples=400, deadline=None)
@given(TRICKY)
@example('"a""')
@example('« "a')
@example('""»')
def test_french_is_typeset_once_for_all(text: str) -> None:
    once = typeset(text, FR)
    assert typeset(once, FR) == once


@settings(max_examples=200, deadline=None)
@given(TRICKY)
def test_typesetting_loses_no_word(text: str) -> None:
    def words(line: str) -> str:
        return "".join(c for c in line if c.isalnum())

    assert words(typeset(text, FR)) == words(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["", "em", "code", "p", "a"]), TRICKY), max_size=5))
def test_html_is_typeset_once_for_all(parts: list[tuple[str, str]]) -> None:
    html = "".join(f"<{t}>{_escape(x)}</{t}>" if t else _escape(x) for t, x in parts)
    once = typeset_html(html, FR)
    assert typeset_html(once, FR) == once


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")

"""Breaking titles into lines, with letters that are all ten pixels wide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antenne.media.wrapping import ELLIPSIS, shorten, wrap

NNBSP = "\N{NARROW NO-BREAK SPACE}"
NBSP = "\N{NO-BREAK SPACE}"


def measure(text: str) -> float:
    return 10.0 * len(text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Rupture, vous avez disrupture ?", 190, ["Rupture, vous", f"avez disrupture{NBSP}?"]),
        (f"Quoi{NNBSP}? Rien{NNBSP}!", 90, [f"Quoi{NNBSP}?", f"Rien{NNBSP}!"]),
        ("un « mot » ici", 80, ["un", f"«{NBSP}mot{NBSP}»", "ici"]),
        ("aa bb cc dd", 80, ["aa bb", "cc dd"]),
        ("Un essai sur la fin de tout cela ici", 200, ["Un essai sur la fin", "de tout cela ici"]),
        ("Saint-Germain-des-Prés", 140, ["Saint-Germain-", "des-Prés"]),
        ("2012-2013", 60, ["2012-", "2013"]),
        ("abcdefghijkl", 50, ["abcd-", "efgh-", "ijkl"]),
        ("", 50, []),
        ("A", 5, ["A"]),
    ],
)
def test_lines_end_where_french_lets_them(text: str, width: float, lines: list[str]) -> None:
    assert wrap(text, width, measure) == lines


def test_a_line_does_not_end_with_a_little_word_when_another_way_is_as_short() -> None:
    lines = wrap("Les oiseaux de la nuit et du jour levant", 230, measure)
    assert len(lines) == 2
    assert not lines[0].endswith((" de", " la", " et", " du"))


@pytest.mark.parametrize(
    ("lines", "most", "expected"),
    [
        (["un", "deux"], 2, ["un", "deux"]),
        (["un", "deux", "trois"], 2, ["un", f"deux{ELLIPSIS}"]),
        (["dix lettres", "et"], 1, [f"dix{ELLIPSIS}"]),
        ([f"Quoi{NNBSP}? «", "et"], 1, [f"Quoi{ELLIPSIS}"]),
    ],
)
def test_what_is_left_out_is_told_by_an_ellipsis_that_has_room(
    lines: list[str], most: int, expected: list[str]
) -> None:
    assert shorten(lines, most, 110, measure) == expected


@given(st.text(st.characters(codec="utf-8"), max_size=300), st.integers(20, 400))
def test_no_line_is_wider_than_there_is_room_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width, measure)
    assert all(measure(line) <= width for line in lines)
    kept = "".join(lines).replace(NBSP, "").replace(" ", "").replace("-", "")
    assert kept == text.replace(NBSP, "").replace(" ", "").replace("-", "")

"""The rules of French typography (there is no single standard; fvsch.com/espaces-ponctuation sums them up).

U+202F before `; ! ?`, inside `« »` and between thousands; U+00A0 before `:`, `%`, `€` and units, after `n°`, `p.`
and `M.`; `’` and `…`; “ ” inside « ».
"""

from __future__ import annotations

import re

from antenne.text.pieces import LINE, MASK, Edit, edit_pieces, substitute
from antenne.text.quotes import quote_edits, single_edits

NARROW = "\u202f"
HARD = "\u00a0"

_SP = "[ \t\r\n\u00a0\u202f\u2009]"
_GAP = "[ \u00a0\u202f]"
_BEFORE = r"(?<=[^\s(\[{«“\"'‘!?;:])"
_AFTER = rf"(?:[\s\]}}»”\",.…—–{MASK}]|\Z)"
_UNITS = (
    "km|hm|m|cm|mm|km²|m²|cm²|m³|cm³|ha|kg|g|mg|t|l|cl|ml|h|min|mn|s|ms|ko|Mo|Go|To|Hz|kHz|MHz|dB|W|kW|kWh|V|A|°C|°|px|k€|M€|"
    "euros?|dollars?|millions?|milliards?"
)

FRENCH_SIGNS = re.compile(r"['\"«»;!?:\dMDP-]")
ENGLISH_SIGNS = re.compile(r"['\"-]")
"""One of these, or three points, stands in each text that a rule of the language would change: many have none."""

LETTERS = (
    ("'", re.compile(rf"(?<=[^\W\d_])'(?=[\w{MASK}«“\"])"), "’"),
    (".", re.compile(r"(?<!\.)\.{3}(?!\.)"), "…"),
    # Between numbers a hyphen may be a minus, or part of one number.
    (
        "-",
        re.compile(
            rf"(?:(?<=[^\s\d«-]{_GAP})--?(?={_GAP}[^\s!?;:»%€-])|(?<=[^\s«-]{_GAP})--?(?={_GAP}[^\s\d!?;:»%€-]))"
        ),
        "–",
    ),
)
"""A sign, where to look, and what it becomes: apostrophe, ellipsis, and the dash typed as one or two hyphens."""

_SPACES = (
    (re.compile(rf"«{_SP}*(?=[^\s{LINE}])"), f"«{NARROW}"),
    (re.compile(rf"(?<=[^\s«{LINE}]){_SP}*(?=»)"), NARROW),
    (re.compile(rf"{_BEFORE}{_SP}*(?=;{_AFTER})"), NARROW),
    (re.compile(rf"{_BEFORE}{_SP}*(?=[!?]+(?:[);:]|{_AFTER}))"), NARROW),
    (re.compile(rf"{_BEFORE}{_SP}*(?=:{_AFTER})"), HARD),
    (re.compile(rf"(?<=\d){_SP}*(?=[%‰€£$](?!\w))"), HARD),
    (re.compile(rf"(?<=\d){_SP}+(?=(?:{_UNITS})(?![\w’'°]))"), HARD),
    (re.compile(rf"\d{_SP}?h(?P<gap>{_SP}+)[0-5]\d(?!\d)"), HARD),
    (re.compile(rf"\b[nN][°ᵒº](?P<gap>{_SP}*)\d"), HARD),
    (re.compile(rf"(?<![\w.])(?:(?:pp?|art|chap|fig|t|vol)\.|§)(?P<gap>{_SP}+)\d"), HARD),
    (re.compile(rf"(?<![\w.’'-])(?:MM?\.|Mmes?|Mlles?|Drs?|Prs?|Me|Mgr)(?P<gap>{_SP}+)[A-ZÀ-ÖØ-Þ]"), HARD),
)
# A year, a telephone number or an ISBN with spaces is no number with thousands.
_THOUSANDS = re.compile(rf"(?<![\w.,:/+-])(?<!\d{_SP})[1-9]\d{{0,2}}(?:{_SP}\d{{3}})+(?!\w|[-/]\d|{_SP}\d)")


def french(pieces: list[str]) -> list[str]:
    """Return the pieces of a line by the French rules."""
    pieces = edit_pieces(pieces, single_edits("".join(pieces), ("“", "”")))
    pieces = letters(pieces)
    pieces = edit_pieces(pieces, quote_edits("".join(pieces), ("«", "»"), ("“", "”")))
    for pattern, text in _SPACES:
        pieces = substitute(pieces, pattern, text)
    return edit_pieces(pieces, _thousands("".join(pieces)))


def english(pieces: list[str]) -> list[str]:
    """Return the pieces of a line with English quotes, apostrophes and ellipses."""
    pieces = edit_pieces(pieces, single_edits("".join(pieces), ("‘", "’")))
    pieces = letters(pieces)
    return edit_pieces(pieces, quote_edits("".join(pieces), ("“", "”"), ("“", "”")))


def letters(pieces: list[str]) -> list[str]:
    """Return the pieces of a line with the letters that are the same in French and English."""
    for sign, pattern, text in LETTERS:
        # Looking for one sign is a hundred times quicker than looking round each place of the line.
        if any(sign in piece for piece in pieces):
            pieces = substitute(pieces, pattern, text)
    return pieces


def _thousands(line: str) -> list[Edit]:
    return [
        (match.start() + gap.start(), match.start() + gap.end(), NARROW)
        for match in _THOUSANDS.finditer(line)
        for gap in re.finditer(r"\s", match.group())
    ]

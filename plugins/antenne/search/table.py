"""The one table by which words are made of a text, here and in the browser (theme/static/js/search/words.js)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

_SAME = {"_": " ", "ʼ": "'", "’": "'", "‘": "'", "′": "'", "＇": "'", "‐": "-", "‑": "-", "－": "-"}
_LETTERS = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ς": "s"}
_ELIDED = ("c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu")
_ENDINGS = (("ss", "ss"), ("eaux", "eau"), ("aux", "al"), ("eux", "eu"), ("oux", "ou"), ("s", ""))
_SMALL = (
    "a au aux avec ce ces cet cette dans de des du elle en et eux il ils je la le les leur leurs lui ma mais me meme"
    " mes moi mon ne nos notre nous on ou par pas pour qu que qui sa se ses si son sur ta te tes toi ton tu un une vos"
    " votre vous y est sont plus comme"
    " an and are as at be by for from has have in is it its not of or that the their this to was we were will with"
    " you"
)


class Table(Struct, frozen=True, kw_only=True):
    """How words are made: every rule is data, so that two programs can follow it to the letter.

    `same` stand for other characters, one for one; `letters` are what is left of some once accents are gone; `elided`
    are dropped before an apostrophe; of `endings` the first that a word of `shortest` letters has is replaced; `small`
    words need not be there when others are asked for; a word is cut after `longest` letters.
    """

    same: Mapping[str, str] = field(default_factory=lambda: dict(_SAME))
    letters: Mapping[str, str] = field(default_factory=lambda: dict(_LETTERS))
    elided: tuple[str, ...] = _ELIDED
    possessive: str = "s"
    endings: tuple[tuple[str, str], ...] = _ENDINGS
    shortest: int = 4
    longest: int = 40
    small: tuple[str, ...] = tuple(_SMALL.split())

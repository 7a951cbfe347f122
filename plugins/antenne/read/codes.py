"""ONIX codes that authors write as words: the code itself is taken too."""

from __future__ import annotations

import re
from collections.abc import Mapping

from antenne.fields import OneText, Unfit
from antenne.problems import nearest

FORMS = {"paperback": "BC", "hardback": "BB", "ebook": "EA", "audiobook": "AJ", "audio-cd": "AC"}
"""ONIX list 150, product form."""

ROLES = {
    "author": "A01",
    "illustrator": "A12",
    "photographer": "A13",
    "preface": "A15",
    "afterword": "A19",
    "foreword": "A23",
    "introduction": "A24",
    "contributor": "A32",
    "editor": "B01",
    "translator": "B06",
    "reader": "E07",
}
"""ONIX list 17, contributor role."""


def coded(words: Mapping[str, str], shape: str, example: str) -> OneText[str]:
    """Take one of a few words and give its code, or take a code of a shape as it is."""
    told = " or ".join(f"`{word}`" for word in words)

    def read(typed: str) -> str:
        if typed in words:
            return words[typed]
        if re.fullmatch(shape, typed):
            return typed
        guess = nearest(typed, words)
        raise Unfit("it is not one of the words that are taken", f"Did you mean `{guess}`?" if guess else "")

    return OneText(f"{told}, or a code such as `{example}`", read, hint=f"Write {told}.")


form = coded(FORMS, "BB|BC|EA|AJ|AC", "BC")
role = coded(ROLES, "[A-Z][0-9]{2}", "A01")

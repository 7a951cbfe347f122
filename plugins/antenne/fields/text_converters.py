"""Converters of single values: each reads the text as it was typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Generic, TypeVar

from msgspec import Struct

from antenne.fields.node import GroupNode, Node, TextNode
from antenne.fields.parse import wrong_type
from antenne.fields.reading import Reading
from antenne.problems import Rule, nearest, rules

T = TypeVar("T")


class Unfit(ValueError):
    """A text that does not fit: the reason as the end of a sentence, and what to do when there is better to say."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.hint = hint


class OneText(Struct, Generic[T], frozen=True):
    """A converter of one text by `read`, whose ValueError says as the end of a sentence what is wrong."""

    label: str
    read: Callable[[str], T]
    rule: Rule = rules.BAD_VALUE
    hint: str = ""
    parts: None = None

    def __call__(self, node: Node, reading: Reading) -> T:
        """Return the value of a text node."""
        if not isinstance(node, TextNode):
            raise reading.refuse(wrong_type(node, self.label, _single(node)))
        text = node.text.strip()
        try:
            if not text:
                raise Unfit("it is empty", "Write a value, or take the line away.")
            return self.read(text)
        except ValueError as error:
            hint = getattr(error, "hint", "") or self.hint or f"Write {self.label}."
            message = f"`{node.name}` cannot be “{_short(text)}”: {error}."
            raise reading.refuse(self.rule.at(node.where, message, hint)) from error


def text(limit: int = 255) -> OneText[str]:
    """Take words on one line (line breaks become spaces), at most `limit` bytes in UTF-8."""

    def read(typed: str) -> str:
        words = re.sub(r"[ \t\n]+", " ", typed)  # no-break spaces are meant
        size = len(words.encode())
        if size > limit:
            raise Unfit(f"it has {size} bytes", f"Shorten it to {limit} bytes; an accented letter counts for two.")
        return words

    return OneText("text", read)


def integer(least: int = 1, most: int = 100_000) -> OneText[int]:
    """Take a whole number within bounds."""

    def read(typed: str) -> int:
        if not re.fullmatch(r"[+-]?[0-9]{1,12}", typed):
            raise Unfit("it is not a whole number")
        if not least <= int(typed) <= most:
            raise Unfit(f"it is not between {least} and {most}")
        return int(typed)

    return OneText("a whole number", read, rules.WRONG_TYPE, f"Write a whole number from {least}, in digits only.")


def _boolean(typed: str) -> bool:
    if typed.lower() not in ("true", "false"):
        raise Unfit("it is neither `true` nor `false`")
    return typed.lower() == "true"


boolean = OneText("`true` or `false`", _boolean, rules.WRONG_TYPE, "Write `true` for yes and `false` for no.")


def choice(*words: str, otherwise: str = "") -> OneText[str]:
    """Take one of a few words, exactly as they are given; `otherwise` says what to do where none of them fits."""
    told = " or ".join(f"`{word}`" for word in words)

    def read(typed: str) -> str:
        if typed not in words:
            raise Unfit("it is not one of the words that are taken", _hint(typed))
        return typed

    def _hint(typed: str) -> str:
        guess = _one_of(typed, words, told)
        return f"{guess}{'' if told in guess else f' There are {told}.'} {otherwise}" if otherwise else guess

    return OneText(told, read)


def pattern(label: str, shape: str, hint: str) -> OneText[str]:
    """Take a text that has the shape of a regular expression from end to end."""

    def read(typed: str) -> str:
        if not re.fullmatch(shape, typed[:1000]):
            raise Unfit(f"that is not {label}")
        return typed

    return OneText(label, read, hint=hint)


def _decimal(typed: str) -> Decimal:
    if re.fullmatch(r"[0-9]{1,8},[0-9]{1,4}", typed):
        raise Unfit("the decimals stand after a point", f"Write {typed.replace(',', '.')}.")
    if not re.fullmatch(r"[0-9]{1,8}(\.[0-9]{1,4})?", typed):
        raise Unfit("it is not a number")
    return Decimal(typed)


decimal = OneText("a number such as 25.90", _decimal, rules.WRONG_TYPE, "Write digits with a point: 25.90.")


def _one_of(typed: str, words: Iterable[str], told: str) -> str:
    guess = nearest(typed, words)
    return f"Did you mean `{guess}`?" if guess else f"Write {told}."


def _single(node: Node) -> str:
    if isinstance(node, GroupNode) and len(node.entries) == 1:
        return "If the text holds a colon followed by a space, put the whole text in quotes."
    return f"Write one value after the colon: `{node.name}: …`."


def _short(typed: str) -> str:
    # A password in an address is for nobody's terminal or log.
    words = re.sub(r"(?<=//)[^/?#\s]*@", "…@", " ".join(typed.split()))
    return words if len(words) <= 60 else f"{words[:59]}…"

"""The shape of a tag: what its text and attributes must look like, written as a table is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from uuid import UUID

from lxml import etree
from msgspec import Struct, field

from antenne.check.feed import find_all
from antenne.check.site import parts_of
from antenne.problems import Rule

Test = Callable[[str], bool]
"""Says whether a text or an attribute's value is right."""


class Shape(Struct, frozen=True, kw_only=True):
    """What a tag must look like: its text, the attributes that it needs and those that it may have, and its children.

    `children` are names of which at least one must be there; `unless` names an attribute's value that asks for
    nothing else.
    """

    rule: Rule
    text: Test | None = None
    needs: Mapping[str, Test] = field(default_factory=dict)
    may: Mapping[str, Test] = field(default_factory=dict)
    children: tuple[str, ...] = ()
    unless: tuple[str, str] = ("", "")

    def faults(self, element: etree._Element) -> Iterator[str]:
        """Give what is wrong with an element, as ends of a sentence."""
        name, value = self.unless
        if name and element.get(name) == value:
            return
        text = (element.text or "").strip()
        if self.text and not self.text(text):
            yield f"says “{text[:80]}”" if text else "has no words"
        for name, test in self.needs.items():
            if not element.get(name, "").strip():
                yield f"has no {name}"
            elif not test(element.get(name, "")):
                yield f"has the {name} “{element.get(name, '')[:80]}”"
        for name, test in self.may.items():
            if name in element.attrib and not test(element.get(name, "")):
                yield f"has the {name} “{element.get(name, '')[:80]}”"
        if self.children and not any(find_all(element, child) for child in self.children):
            yield f"has no {' or '.join(self.children)} in it"


def anything(text: str) -> bool:
    """Whatever there is."""
    return bool(text.strip())


def address(text: str) -> bool:
    """A complete address of the web."""
    parts = parts_of(text)
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def one_of(*words: str) -> Test:
    """Return the test for one of some words."""
    return frozenset(words).__contains__


def written(pattern: str) -> Test:
    """Return the test for a text that a regular expression matches whole."""
    compiled = re.compile(pattern)
    return lambda text: compiled.fullmatch(text.strip()) is not None


def short(most: int) -> Test:
    """Return the test for a text of at most so many characters."""
    return lambda text: len(text) <= most


def uuid(text: str) -> bool:
    """A UUID."""
    try:
        UUID(text.strip())
    except ValueError:
        return False
    return True


def iso_moment(text: str) -> bool:
    """A date with its time, or without, by ISO 8601."""
    try:
        datetime.fromisoformat(text.strip())
    except ValueError:
        return False
    return True


def mail_moment(text: str) -> bool:
    """A date by RFC 2822."""
    try:
        parsedate_to_datetime(text.strip())
    except (ValueError, TypeError, OverflowError, IndexError):
        return False
    return text.strip()[-1:].isdigit() or text.strip().endswith(("GMT", "UT", "Z"))


whole = written(r"[1-9]\d*")
number = written(r"\d+(?:\.\d+)?")
yes_or_no = one_of("yes", "no")
true_or_false = one_of("true", "false")

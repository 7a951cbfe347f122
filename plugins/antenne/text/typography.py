"""Typography by language, on plain text and on HTML, where a line runs across inline elements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

from antenne.model import LanguageTag
from antenne.text.french import ENGLISH_SIGNS, FRENCH_SIGNS, english, french
from antenne.text.pieces import LINE, MASK, mask, unmask
from antenne.text.tree import INLINE, Node, parse_fragment, write_fragment


class Rules(NamedTuple):
    """The rules of a language, and the signs that they look at."""

    signs: re.Pattern[str]
    change: Callable[[list[str]], list[str]]

    def look_at(self, line: str) -> bool:
        """Say whether a line has anything that the rules might change."""
        return "..." in line or self.signs.search(line) is not None


Place = tuple[Node, str] | None
"""Whose text it is: a node's `text` or `tail`; None for what is only looked at."""

_UNTOUCHED = frozenset(("code", "pre", "kbd", "samp", "var", "script", "style", "address", "textarea", "svg", "math"))


def typeset(text: str, language: LanguageTag) -> str:
    """Return a plain text with the typography of its language; a language without rules leaves it as it is."""
    rules = _rules(language)
    if rules is None or not rules.look_at(text):
        return text
    return "\n".join(_by_rules([line], rules)[0] for line in text.split("\n"))


def typeset_html(html: str, language: LanguageTag) -> str:
    """Return HTML with the typography of its language; code, addresses and other languages stay as they are."""
    if not html.strip():
        return html
    root = parse_fragment(html)
    return write_fragment(root) if typeset_tree(root, language) else html


def typeset_tree(root: Node, language: LanguageTag) -> bool:
    """Give the text of a tree the typography of its language, and say whether that has any."""
    rules = _rules(language)
    if rules is None:
        return False
    if not rules.look_at("".join(map(str, root.itertext()))):
        return True
    for line in list(_lines(root, language.language)):
        pieces = [text for _, text in line]
        if rules.look_at("".join(pieces)):
            for (place, _), text in zip(line, _by_rules(pieces, rules), strict=True):
                if place is not None:
                    setattr(place[0], place[1], text)
    return True


def _rules(language: LanguageTag) -> Rules | None:
    match language.language:
        case "fr":
            return Rules(FRENCH_SIGNS, french)
        case "en":
            return Rules(ENGLISH_SIGNS, english)
        case _:
            return None


def _by_rules(pieces: list[str], rules: Rules) -> list[str]:
    masked, hidden = mask(pieces)
    return unmask(rules.change(masked), hidden)


def _lines(root: Node, language: str) -> Iterator[list[tuple[Place, str]]]:
    """Give each stretch of text between two block boundaries, with the place of each of its pieces."""
    line: list[tuple[Place, str]] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event in ("start", "end") and node.tag not in INLINE:
            if line:
                yield line
            line = []
        if event == "start":
            line += _start(walk, node, language)
        elif node is not root and node.tail:
            line.append(((node, "tail"), node.tail))
    yield line


def _start(walk: etree.iterwalk, node: Node, language: str) -> list[tuple[Place, str]]:
    """Return the pieces that an element begins with, and pass by the inside of one that stays as it is."""
    if node.tag == "br":
        return [(None, LINE)]
    foreign = (node.get("lang") or language).lower().partition("-")[0] != language
    if node.tag in _UNTOUCHED or foreign or node.tag == "img":
        walk.skip_subtree()
        return [(None, MASK)]
    return [((node, "text"), node.text)] if node.text else []

"""Rules on one page by itself."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from antenne.check.page import Page
from antenne.problems import Problem
from antenne.problems.output.pages import (
    BAD_JSON_LD,
    INLINE_CODE,
    ONE_HEADING,
    PAGE_LANGUAGE,
    PAGE_TITLE,
    PICTURE_ALT,
    PICTURE_SIZE,
    SAME_ID,
)

_DATA_TYPES = ("application/ld+json", "application/json", "speculationrules")
JSON_LD = "application/ld+json"
_INLINE = etree.XPath("//@style | //@*[starts-with(name(), 'on')]")


def one_heading(page: Page) -> Iterator[Problem]:
    """A page has one h1, which says what it is."""
    found = page.elements.get("h1", [])
    if len(found) != 1:
        message = f"The page has {len(found)} first headings (h1), and should have one."
        hint = "In a text begin headings with ##; in the theme give each template one <h1>."
        yield page.at(ONE_HEADING, found[1] if len(found) > 1 else None, message, hint)


def language(page: Page) -> Iterator[Problem]:
    """A page says its language, for voices and hyphenation."""
    if not (page.root.get("lang") or "").strip():
        yield page.at(
            PAGE_LANGUAGE, page.root, "The page does not say its language.", "Add lang to <html> in the theme."
        )


def title(page: Page) -> Iterator[Problem]:
    """A page has one title that is not empty; titles of drawings within it are another thing."""
    found = [node for node in page.each("title") if (parent := node.getparent()) is not None and parent.tag == "head"]
    if len(found) != 1 or not (found[0].text or "").strip():
        message = "The page has no title for the browser's tab and for search engines."
        yield page.at(PAGE_TITLE, None, message, "Give the content a title, and the template one <title>.")


def pictures(page: Page) -> Iterator[Problem]:
    """A picture has a text in its place (empty when it only decorates), and its size, so that nothing jumps."""
    for image in page.each("img"):
        name = (image.get("src") or "")[-60:]
        if image.get("alt") is None:
            hint = "Add `cover_alt`, `portrait_alt` or a description between the brackets of ![…](…)."
            yield page.at(PICTURE_ALT, image, f"The picture {name} has no description.", hint)
        if not all((image.get(side) or "").isdigit() for side in ("width", "height")):
            hint = 'In a text, put the picture through the theme; in the theme write width="…" height="…".'
            yield page.at(PICTURE_SIZE, image, f"The picture {name} does not say its width and height.", hint)


def ids(page: Page) -> Iterator[Problem]:
    """An id stands once, or links and labels lead to the wrong place."""
    for name, times in Counter(page.ids).items():
        if times > 1:
            hint = "Give one of two equal headings another text or its own {#id}, or correct the theme."
            yield page.at(SAME_ID, None, f"The id “{name[:80]}” stands {times} times on the page.", hint)


def inline_code(page: Page) -> Iterator[Problem]:
    """No script, style or handler within the page: a strict security policy refuses them."""
    hint = "Move it into a file of your theme's static/."
    for script in page.each("script"):
        if script.get("src") is None and script.get("type") not in _DATA_TYPES:
            yield page.at(INLINE_CODE, script, "The page holds a script of its own.", hint)
    for style in page.each("style"):
        yield page.at(INLINE_CODE, style, "The page holds a style sheet of its own.", hint)
    for attribute in _attributes_of_code(page):
        element = attribute.getparent()
        message = f"<{element.tag}> has the attribute {attribute.attrname}, which is code in the page."
        yield page.at(INLINE_CODE, element, message, hint)


def structured_data(page: Page) -> Iterator[Problem]:
    """JSON-LD is JSON that says its context."""
    for script in page.each("script"):
        if script.get("type") == JSON_LD and not _is_json_ld(script.text or ""):
            hint = "Build again; when it stays so, the theme writes it wrongly."
            yield page.at(BAD_JSON_LD, script, "The page's structured data cannot be read as JSON-LD.", hint)


def _attributes_of_code(page: Page) -> list[Any]:
    found = _INLINE(page.root)
    return found if isinstance(found, list) else []


def _is_json_ld(text: str) -> bool:
    try:
        data = json.loads(text)
    except ValueError:
        return False
    parts = data if isinstance(data, list) else [data]
    return all(isinstance(part, dict) and "@context" in part for part in parts)


PAGE_RULES = (one_heading, language, title, pictures, ids, inline_code, structured_data)
"""Every rule on one page."""

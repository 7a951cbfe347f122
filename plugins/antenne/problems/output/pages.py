"""Rules on pages and style sheets."""

from __future__ import annotations

from antenne.problems.problem import Rule

PAGE_UNREADABLE = Rule(
    "page-unreadable",
    "A page can be read.",
    "HTML",
    why="A browser shows an empty window.",
    remedy="Build the page again, or look at the template that writes it.",
)
BROKEN_LINK = Rule(
    "broken-link",
    "What a page links to on the site is there.",
    "HTML",
    why="Readers come to an error page.",
    remedy="Correct the link, or add what it leads to.",
)
BROKEN_FRAGMENT = Rule(
    "broken-fragment",
    "The place on a page that a link leads to is there.",
    "HTML",
    why="Readers come to the top of the page and search.",
    remedy="Correct the part after #, or give the place this id.",
)
OUTSIDE_REQUEST = Rule(
    "outside-request",
    "A page asks no other site for anything.",
    "Antenne, for the privacy of readers",
    why="Every request tells another company who reads the page.",
    remedy="Keep a copy among the site's own files, or make it a link that one clicks.",
)
INLINE_CODE = Rule(
    "inline-code",
    "A page holds no script or style of its own.",
    "Content Security Policy",
    why="A strict security policy, which keeps foreign code out, refuses code within pages.",
    remedy="Move it into a file.",
)
ONE_HEADING = Rule(
    "one-heading",
    "A page has exactly one first heading.",
    "WCAG 1.3.1",
    why="Voices and search engines take it for what the page is about.",
    remedy="Give the page one h1.",
)
PAGE_LANGUAGE = Rule(
    "page-language",
    "A page says its language.",
    "WCAG 3.1.1",
    why="Voices read it, and browsers break its words, by the language.",
    remedy="Add lang to the html element.",
)
PAGE_TITLE = Rule(
    "page-title",
    "A page has a title.",
    "WCAG 2.4.2",
    why="It stands in the browser's tab and in the lists of search engines.",
    remedy="Give the page one title element with words in it.",
)
PICTURE_ALT = Rule(
    "picture-alt",
    "A picture says what it shows, or that it only decorates.",
    "WCAG 1.1.1",
    why="Whoever does not see the picture reads these words.",
    remedy="Add alt, empty for a picture that only decorates.",
)
PICTURE_SIZE = Rule(
    "picture-size",
    "A picture says its width and height.",
    "HTML",
    why="Without them the page jumps while it is loaded.",
    remedy="Add width and height in pixels.",
)
SAME_ID = Rule(
    "same-id",
    "A page gives each id once.",
    "HTML",
    why="Links and labels lead to the first of them alone.",
    remedy="Give one of the two another id.",
)
BAD_JSON_LD = Rule(
    "bad-json-ld",
    "A page's structured data is JSON with a context.",
    "schema.org",
    why="Search engines leave out what they cannot read.",
    remedy="Correct the JSON in the script element.",
)

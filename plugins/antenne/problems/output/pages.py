"""Rules on pages and style sheets."""

from __future__ import annotations

from antenne.problems.problem import Rule, Severity

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
LINKED_DATA = Rule(
    "linked-data",
    "What a page's structured data names by an @id is defined on the page of that address.",
    "JSON-LD 1.1; schema.org",
    why="Machines that follow the name find nothing there, and do not see that two pages speak of one thing.",
    remedy="Build again; when it stays so, look at what the theme writes into the page.",
)
LINKED_FACTS = Rule(
    "linked-facts",
    "Pages say the same of a thing that they name by the same @id.",
    "JSON-LD 1.1",
    why="Search engines join what pages say: a thing then has two names, and none is sure.",
    remedy="Build again; when it stays so, look at what the theme writes into the page.",
)
CANONICAL_SELF = Rule(
    "canonical-self",
    "A page for search engines gives its own address as its canonical one.",
    "RFC 6596",
    why="Search engines leave the page out, and show the other one.",
    remedy="Let the canonical link of the page's head be the page's own address.",
)
SHARE_PICTURE = Rule(
    "share-picture",
    "A page is shared with a picture of 1200 by 630 pixels.",
    "The Open Graph protocol",
    Severity.WARNING,
    why="Other sites show a bare link, or cut the picture where they like.",
    remedy="Give the page a JPEG or PNG of 1200 by 630 pixels as og:image.",
)
HREFLANG_RETURN = Rule(
    "hreflang-return",
    "A page in several languages names all of them, and each names it in return.",
    "HTML, rel=alternate with hreflang",
    why="Search engines believe neither page, and show readers the wrong language.",
    remedy="Give every language of the page the same links, the page's own among them.",
)

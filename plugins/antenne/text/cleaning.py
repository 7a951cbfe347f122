"""HTML from outside made safe: only what the lists below allow is kept (nh3)."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import nh3
from lxml import etree

from antenne.text.tree import INLINE, Node, parse_fragment, write_fragment

_BLOCKS = "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd hr blockquote pre figure figcaption div"
_TABLES = "table caption thead tbody tfoot tr th td"
TAGS = INLINE | frozenset(_BLOCKS.split()) | frozenset(_TABLES.split())
FEED_TAGS = frozenset(("p", "ol", "ul", "li", "a", "b", "i", "strong", "em"))
_COMMENTS = "p br a em strong b i s del q code pre blockquote ul ol li"
COMMENT_TAGS = frozenset(_COMMENTS.split())
SCHEMES = frozenset(("http", "https", "mailto", "tel"))

ATTRIBUTES = {
    "*": {"lang"},
    "a": {"href", "title", "hreflang"},
    "abbr": {"title"},
    "code": {"class"},
    "div": {"id", "class"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "sup": {"class"},
    "td": {"colspan", "rowspan", "class"},
    "th": {"colspan", "rowspan", "scope", "class"},
    "time": {"datetime"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}

_CLASSES = re.compile(r"language-[\w+#.-]{1,40}|footnote-(?:definition|definition-label|reference)|align-\w+")
_TIGHTENED = re.compile(r"[\x00-\x20]")
_FOREIGN = re.compile(r"[/\\]{2}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PARAGRAPHS = ("h1", "h2", "h3", "h4", "h5", "h6", "pre", "tr", "dt", "dd", "figcaption", "caption")
_WRAPPERS = ("table", "thead", "tbody", "tfoot", "td", "th", "figure", "dl", "div", "blockquote")

_WRAPPERS_OF_COMMENTS = tuple(tag for tag in _WRAPPERS if tag != "blockquote")


def clean_html(html: str) -> str:
    """Return the HTML without anything active or foreign; its headings begin at `h2`; refused pictures are gone."""
    cleaned = _CONTENT.clean(html).replace("&nbsp;", "\u00a0")
    return _put_in_order(cleaned) if "<h1" in cleaned or "<img" in cleaned else cleaned


def clean_comment(html: str) -> str:
    """Return the HTML of a reader's comment: words, lists, quotations, code and links that search engines pass by.

    Pictures are gone, headings are paragraphs, and no element has an id, a class or a language.
    """
    root = parse_fragment(nh3.clean(html, tags=set(TAGS), attributes={"a": {"href"}}, link_rel=None))
    for node in list(root.iterdescendants()):
        if node.tag in _PARAGRAPHS and node.tag != "pre":
            node.tag = "p"
    etree.strip_tags(root, *_WRAPPERS_OF_COMMENTS)
    cleaned = nh3.clean(
        write_fragment(root),
        tags=set(COMMENT_TAGS),
        attributes={"*": set(), "a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        url_relative=lambda _: None,
        link_rel="ugc nofollow",
    )
    return _drop_bare_links(cleaned.replace("&nbsp;", "\u00a0")).strip()


def feed_html(html: str, base: str = "") -> str:
    """Return the HTML of a feed: p, ol, ul, li, a, b, i, strong, em; other blocks become paragraphs.

    Addresses are made complete with `base`, the page's own; without it, links that lead inside the site lose theirs.
    """
    if not html.strip():
        return ""
    root = parse_fragment(_KNOWN.clean(html))
    for node in list(root.iterdescendants()):
        _simplify(node)
    etree.strip_tags(root, *_WRAPPERS)
    cleaned = nh3.clean(
        write_fragment(root),
        tags=set(FEED_TAGS),
        attributes={"a": {"href"}},
        url_schemes=set(SCHEMES),
        url_relative=lambda url: urljoin(base, url) if base and _own_address(url) else None,
        link_rel=None,
    )
    return re.sub(r"<p>\s*</p>\s*", "", _drop_bare_links(cleaned.replace("&nbsp;", "\u00a0"))).strip()


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Keep an attribute's value, or return None: only our classes, and pictures of our own site."""
    if name == "class":
        return " ".join(word for word in value.split() if _CLASSES.fullmatch(word)) or None
    if tag == "img" and name == "src":
        # A picture elsewhere would be a request to a third party from our readers' browsers.
        return None if _SCHEME.match(_TIGHTENED.sub("", value)) else value
    return value


def _own_address(url: str) -> str | None:
    """Keep a relative address unless it leads to another host: browsers drop blanks and take `\\` for `/`."""
    return None if _FOREIGN.match(_TIGHTENED.sub("", url)) else url


def _put_in_order(html: str) -> str:
    """Move headings down when one is an h1 (the page's title is the only one), and drop pictures without a source."""
    root = parse_fragment(html)
    shift = any(True for _ in root.iter("h1"))
    for node in list(root.iterdescendants()):
        if shift and re.fullmatch("h[1-5]", str(node.tag)):
            node.tag = f"h{int(node.tag[1]) + 1}"
        elif node.tag == "img" and not node.get("src"):
            node.tag = "refused"
    etree.strip_elements(root, "refused", with_tail=False)
    return write_fragment(root)


def _simplify(node: Node) -> None:
    """Turn one element into what a feed may hold, or into what nh3 then unwraps well."""
    if node.tag in _PARAGRAPHS:
        node.tag = "p"
    elif node.tag in ("td", "th", "br"):
        node.tail = f" {node.tail or ''}"
    elif node.tag == "sup" and (number := "".join(map(str, node.itertext()))).isdecimal():
        node.text, node[:] = f"[{number}]", []


def _drop_bare_links(html: str) -> str:
    """Unwrap the links that lost their address."""
    if not re.search(r"<a(?! href)", html):
        return html
    root = parse_fragment(html)
    for node in list(root.iter("a")):
        if not node.get("href"):
            node.tag = "bare"
    etree.strip_tags(root, "bare")
    return write_fragment(root)


_CONTENT = nh3.Cleaner(
    tags=set(TAGS),
    attributes=ATTRIBUTES,
    attribute_filter=_attribute,
    url_schemes=set(SCHEMES),
    url_relative=_own_address,
    link_rel=None,
)
"""What keeps content: made once, as making it costs more than cleaning a page."""
_KNOWN = nh3.Cleaner(tags=set(TAGS), attributes=ATTRIBUTES, link_rel=None)
"""What keeps the elements that we know, before they are simplified."""

"""Markdown to safe HTML: CommonMark with tables, footnotes, struck text and heading attributes (pyromark)."""

from __future__ import annotations

import re

import pyromark

from antenne.model import LanguageTag, RichText
from antenne.text.cleaning import clean_comment, clean_html
from antenne.text.plain import words_of
from antenne.text.tree import Node, has_class, parse_fragment, write_fragment
from antenne.text.typography import typeset_tree

_ALIGNED = re.compile(r'<(t[hd]) style="text-align: (left|right|center)">')


def render_markdown(source: str, language: LanguageTag) -> RichText:
    """Return a Markdown text as clean, typeset HTML and as plain text."""
    if not source.strip():
        return RichText()
    # An inline style is refused by the pages' content security policy; a class is not.
    html = _ALIGNED.sub(r'<\1 class="align-\2">', pyromark.html(source, options=_options()))
    return _typeset(_name_footnotes(clean_html(html)), language)


def render_comment(source: str, language: LanguageTag) -> RichText:
    """Return the Markdown of a reader's comment as clean, typeset HTML and as plain text."""
    html = pyromark.html(source, options=pyromark.Options.ENABLE_STRIKETHROUGH)
    return _typeset(clean_comment(html), language)


def _typeset(html: str, language: LanguageTag) -> RichText:
    """Return clean HTML with the typography of its language, and its words: it is parsed once for both."""
    if not html.strip():
        return RichText()
    root = parse_fragment(html)
    written = write_fragment(root) if typeset_tree(root, language) else html
    return RichText(written.strip(), words_of(root))


def _options() -> pyromark.Options:
    options = pyromark.Options
    return (
        options.ENABLE_TABLES
        | options.ENABLE_FOOTNOTES
        | options.ENABLE_STRIKETHROUGH
        | options.ENABLE_HEADING_ATTRIBUTES
    )


def _name_footnotes(html: str) -> str:
    """Give footnotes ids of their own kind: a bare `1` could be another thing's on the page."""
    if 'class="footnote-' not in html:
        return html
    root = parse_fragment(html)
    for node in root.iter("div", "a"):
        _name_footnote(node)
    return write_fragment(root)


def _name_footnote(node: Node) -> None:
    if node.tag == "div" and has_class(node, "footnote-definition") and node.get("id"):
        node.set("id", f"note-{node.get('id')}")
        return
    parent = node.getparent()
    if node.tag == "a" and parent is not None and has_class(parent, "footnote-reference"):
        node.set("href", f"#note-{node.get('href', '').removeprefix('#')}")

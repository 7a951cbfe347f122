"""Words: Markdown, safe HTML, typography, plain text and slugs."""

from antenne.text.cleaning import clean_html, feed_html
from antenne.text.markdown import render_markdown
from antenne.text.plain import clean_plain, cut, plain_text
from antenne.text.slug import slugify
from antenne.text.typography import typeset, typeset_html

__all__ = [
    "clean_html",
    "clean_plain",
    "cut",
    "feed_html",
    "plain_text",
    "render_markdown",
    "slugify",
    "typeset",
    "typeset_html",
]

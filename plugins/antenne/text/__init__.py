"""Words: Markdown, safe HTML, typography, plain text, slugs, and the plain forms of speech and of times."""

from antenne.text.cleaning import clean_comment, clean_html, feed_html
from antenne.text.isbn import hyphenated
from antenne.text.linked import linked_files
from antenne.text.markdown import render_comment, render_markdown
from antenne.text.paragraphs import Paragraph, paragraphs
from antenne.text.pictures import Placed, split_pictures
from antenne.text.plain import clean_plain, cut, leading_paragraphs, plain_text
from antenne.text.reading import count_words, reading_minutes
from antenne.text.slug import slugify
from antenne.text.speech import read_spoken, read_time, write_spoken
from antenne.text.times import TimedLine, timed_line, timed_lines
from antenne.text.typography import typeset, typeset_html

__all__ = [
    "Paragraph",
    "Placed",
    "TimedLine",
    "clean_comment",
    "clean_html",
    "clean_plain",
    "count_words",
    "cut",
    "feed_html",
    "hyphenated",
    "leading_paragraphs",
    "linked_files",
    "paragraphs",
    "plain_text",
    "read_spoken",
    "read_time",
    "reading_minutes",
    "render_comment",
    "render_markdown",
    "slugify",
    "split_pictures",
    "timed_line",
    "timed_lines",
    "typeset",
    "typeset_html",
    "write_spoken",
]

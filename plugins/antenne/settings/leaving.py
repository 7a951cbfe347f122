"""What a site may leave out: kinds of pages, and files beside its pages."""

from __future__ import annotations

PAGES = ("archives", "categories", "embeds", "people", "publishers", "series", "shows", "subscribe", "tags", "years")
"""Kinds of pages: those of a section with its list, but `shows` and `subscribe` apart, and the years of the notes."""

FILES = ("cards", "chapters")
"""Files beside pages: the pictures that pages are shared with, and the JSON files of chapters."""

LEAVABLE = (*PAGES, *FILES)
"""All of them, by the words of the setting `without`."""

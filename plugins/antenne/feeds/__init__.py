"""What the site sends out: feeds as RSS, Atom, JSON Feed and OPML; chapters and transcripts as files."""

from antenne.feeds.atom import category_documents, notes_atom, notes_documents, show_atom
from antenne.feeds.chapters import json_chapters
from antenne.feeds.description import episode_description
from antenne.feeds.json_feed import json_feed
from antenne.feeds.opml import opml
from antenne.feeds.press import FeedArt, OtherArt, Press
from antenne.feeds.rss import rss, rss_documents
from antenne.feeds.table import feed_tables
from antenne.feeds.tags import CHANNEL, ITEM, LEFT_OUT, TAGS, Tag
from antenne.feeds.transcript import web_vtt

__all__ = [
    "CHANNEL",
    "ITEM",
    "LEFT_OUT",
    "TAGS",
    "FeedArt",
    "OtherArt",
    "Press",
    "Tag",
    "category_documents",
    "episode_description",
    "feed_tables",
    "json_chapters",
    "json_feed",
    "notes_atom",
    "notes_documents",
    "opml",
    "rss",
    "rss_documents",
    "show_atom",
    "web_vtt",
]

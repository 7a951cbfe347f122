"""What the site sends out: feeds as RSS, Atom, JSON Feed and OPML; chapters and transcripts as files."""

from antenne.feeds.atom import category_documents, notes_atom, notes_documents, show_atom
from antenne.feeds.captions import sub_rip, web_vtt
from antenne.feeds.chapters import json_chapters, with_pictures
from antenne.feeds.description import episode_description
from antenne.feeds.json_feed import json_feed
from antenne.feeds.opml import opml
from antenne.feeds.press import FeedArt, OtherArt, Press
from antenne.feeds.rss import rss, rss_documents
from antenne.feeds.table import feed_tables
from antenne.feeds.tags import CHANNEL, ITEM, LEFT_OUT, TAGS, Tag
from antenne.feeds.transcript import html_transcript, json_transcript, text_transcript, transcript_files

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
    "html_transcript",
    "json_chapters",
    "json_feed",
    "json_transcript",
    "notes_atom",
    "notes_documents",
    "opml",
    "rss",
    "rss_documents",
    "show_atom",
    "sub_rip",
    "text_transcript",
    "transcript_files",
    "web_vtt",
    "with_pictures",
]

"""What the site sends out: RSS for shows, Atom for notes, chapters and transcripts as files."""

from antenne.feeds.atom import notes_atom
from antenne.feeds.chapters import json_chapters
from antenne.feeds.description import episode_description
from antenne.feeds.rss import FeedArt, rss
from antenne.feeds.transcript import web_vtt

__all__ = ["FeedArt", "episode_description", "json_chapters", "notes_atom", "rss", "web_vtt"]

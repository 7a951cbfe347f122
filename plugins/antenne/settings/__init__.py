"""The settings of a site: read once, checked once, then frozen."""

from antenne.settings.config import load_config, needs_pelican
from antenne.settings.model import CommentSettings, FeedSettings, Publishing, RouteSettings, Settings
from antenne.settings.reading import read_settings
from antenne.settings.tables import settings_tables

__all__ = [
    "CommentSettings",
    "FeedSettings",
    "Publishing",
    "RouteSettings",
    "Settings",
    "load_config",
    "needs_pelican",
    "read_settings",
    "settings_tables",
]

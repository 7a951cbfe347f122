"""The settings of a site: read once, checked once, then frozen."""

from antenne.settings.config import load_config, needs_pelican
from antenne.settings.legal import COMPANY, PERSON, HostSettings, LegalSettings
from antenne.settings.model import CommentSettings, FeedSettings, Publishing, RouteSettings, Settings, Spoken
from antenne.settings.reading import read_settings
from antenne.settings.tables import settings_tables

__all__ = [
    "COMPANY",
    "PERSON",
    "CommentSettings",
    "FeedSettings",
    "HostSettings",
    "LegalSettings",
    "Publishing",
    "RouteSettings",
    "Settings",
    "Spoken",
    "load_config",
    "needs_pelican",
    "read_settings",
    "settings_tables",
]

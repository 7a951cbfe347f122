"""The settings of a site: read once, checked once, then frozen."""

from antenne.settings.config import load_config, needs_pelican
from antenne.settings.leaving import LEAVABLE
from antenne.settings.legal import COMPANY, PERSON, HostSettings, LegalSettings
from antenne.settings.model import CommentSettings, FeedSettings, RouteSettings, Settings, Spoken
from antenne.settings.publishing import GitSettings, MediaSettings, Publishing, S3Settings, SshSettings
from antenne.settings.reading import read_settings
from antenne.settings.tables import settings_tables

__all__ = [
    "COMPANY",
    "LEAVABLE",
    "PERSON",
    "CommentSettings",
    "FeedSettings",
    "GitSettings",
    "HostSettings",
    "LegalSettings",
    "MediaSettings",
    "Publishing",
    "RouteSettings",
    "S3Settings",
    "Settings",
    "Spoken",
    "SshSettings",
    "load_config",
    "needs_pelican",
    "read_settings",
    "settings_tables",
]

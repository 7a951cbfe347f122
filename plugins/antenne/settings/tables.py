"""The documentation of the settings, made from their declarations."""

from __future__ import annotations

from antenne.fields import describe
from antenne.settings.reading import SiteKeys


def settings_tables() -> str:
    """Return the Markdown table of all settings."""
    return describe(SiteKeys)

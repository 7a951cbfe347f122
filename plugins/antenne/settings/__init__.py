"""The settings of a site: read once, checked once, then frozen."""

from antenne.settings.model import Publishing, RouteSettings, Settings

__all__ = ["Publishing", "RouteSettings", "Settings"]

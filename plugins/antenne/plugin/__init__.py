"""The only door to Pelican: `PLUGINS = ["antenne.plugin"]`."""

from antenne.plugin.register import register
from antenne.plugin.run import PelicanDoor

__all__ = ["PelicanDoor", "register"]

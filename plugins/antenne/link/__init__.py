"""Content becomes a catalogue: every key is followed once, and one that leads nowhere is a problem."""

from antenne.link.link import link
from antenne.link.translated import in_language

__all__ = ["in_language", "link"]

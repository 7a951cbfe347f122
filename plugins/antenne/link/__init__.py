"""Content becomes a catalogue: every key is followed once, and one that leads nowhere is a problem."""

from antenne.link.link import link

__all__ = ["link"]

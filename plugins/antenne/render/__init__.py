"""The one renderer: a catalogue and a theme make pages; Pelican is not known here."""

from antenne.render.memo import PageMemos
from antenne.render.pictures import Pictures
from antenne.render.renderer import Renderer

__all__ = ["PageMemos", "Pictures", "Renderer"]

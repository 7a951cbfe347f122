"""The one renderer: a catalogue and a theme make pages; Pelican is not known here."""

from antenne.render.making import Making
from antenne.render.memo import PageMemo, PageMemos
from antenne.render.pictures import Pictures
from antenne.render.renderer import Renderer

__all__ = ["Making", "PageMemo", "PageMemos", "Pictures", "Renderer"]

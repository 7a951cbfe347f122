"""The mark of a site of Antenne: an aerial that sends, as the theme's favicon has it."""

from __future__ import annotations

from PIL import ImageDraw

from antenne.media.lettering import Colour

_GRID = 32
"""The side of the drawing's own grid, that of favicon.svg."""


def draw_mark(pen: ImageDraw.ImageDraw, at: tuple[float, float], side: float, ink: Colour, signal: Colour) -> None:
    """Draw the mark into a square of `side` pixels whose upper left corner is at a point."""
    unit = side / _GRID

    def place(x: float, y: float) -> tuple[float, float]:
        return at[0] + x * unit, at[1] + y * unit

    pen.rectangle((*place(14.5, 13), *place(17.5, 30.5)), fill=ink)
    pen.ellipse((*place(11.5, 6.5), *place(20.5, 15.5)), fill=signal)
    # Both waves are of one circle, whose radius is 13.4 and a half of the line's width.
    for start, end in ((140, 220), (-40, 40)):
        pen.arc((*place(1.35, -3.65), *place(30.65, 25.65)), start, end, fill=ink, width=round(2.5 * unit))

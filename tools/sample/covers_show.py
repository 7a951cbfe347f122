"""The show's artwork and the recordings' covers: a book whose pages become waves."""

from __future__ import annotations

from drawing import Canvas, fitted

NIGHT, PAPER, CORAL = "#141B3C", "#F4EEDF", "#F0563A"


def show() -> Canvas:
    """The show's artwork, 3000 by 3000; the bottom fifth carries nothing needed."""
    page = Canvas(3000, 3000, NIGHT)
    emblem(page, 1500, 1370, 1200, PAPER, CORAL)
    size = fitted("Livres à l’antenne", "serif", 2332)
    page.text((334, 2350), "Livres à l’antenne", "serif", size, PAPER)
    page.rule((334, 2560), (2666, 2560), PAPER, 8)
    page.text((334, 2690), "Le podcast d’un site d’exemple", "sans", 88, PAPER)
    return page


def episode(number: int, lines: list[str], ground: str, ink: str, accent: str) -> Canvas:
    """A recording's cover, 1400 by 1400."""
    page = Canvas(1400, 1400, ground)
    emblem(page, 1400 - 120 - 206, 312, 212, ink, accent)
    page.text((120, 345), str(number), "serif", 300, ink, lining=True)
    for index, line in enumerate(lines):
        page.text((116, 1090 - 156 * (len(lines) - 1 - index)), line, "serif", 144, ink)
    page.rule((120, 1180), (1280, 1180), ink, 4)
    page.text((120, 1256), "Livres à l’antenne", "sans", 46, ink)
    return page


def emblem(page: Canvas, x: float, y: float, radius: float, ink: str, accent: str) -> None:
    """An open book at (x, y) under five half circles of growing radius."""
    weight = radius * 0.056
    for index in range(5):
        reach = radius * (0.292 + 0.17 * index) - weight / 2
        page.arc((x, y), reach, 180, 360, accent if index == 0 else ink, weight)
    for index in range(4):
        top, fold = y + weight * (0.9 + 1.6 * index), weight * 1.5
        thick = weight * (1.7 if index == 3 else 1)
        upper = [(x - radius * 0.972, top), (x, top + fold), (x + radius * 0.972, top)]
        page.polygon(upper + [(px, py + thick) for px, py in reversed(upper)], ink)

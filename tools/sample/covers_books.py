"""The three book covers: one grid, one strong colour and one figure for each."""

from __future__ import annotations

import math

from drawing import SCALE, Canvas
from PIL import Image, ImageDraw

WIDTH, HEIGHT, MARGIN = 1600, 2400, 136


def pme() -> Canvas:
    """Bars that climb to the right, the last one lit."""
    ground, paper, leaf, light = "#0E3A33", "#F4EEDF", "#2C6A5A", "#F2B632"
    page = Canvas(WIDTH, HEIGHT, ground)
    _authors(page, ["Sophie Callies", "François Laurent"], paper)
    page.text((MARGIN - 10, 556), "PME,", "serif", 330, paper)
    for line, y in (("gagner en", 790), ("compétitivité", 1010), ("grâce au", 1230), ("marketing", 1450)):
        page.text((MARGIN - 6, y), line, "serif", 228, paper)
    count, gap = 12, 22
    bar = (WIDTH - 2 * MARGIN - gap * (count - 1)) / count
    for index in range(count):
        height = 60 + 500 * (index / (count - 1)) ** 1.9
        left = MARGIN + index * (bar + gap)
        page.box(left, 2130 - height, left + bar, 2130, light if index == count - 1 else leaf)
    _publisher(page, "Dunod", paper)
    return page


def rupture() -> Canvas:
    """Level lines that a fault shifts."""
    ground, ink, paper = "#E5482D", "#1B1310", "#FFF3E6"
    page = Canvas(WIDTH, HEIGHT, ground)
    _authors(page, ["Les Mardis du Luxembourg"], ink)
    for line, y in (("Rupture,", 520), ("vous avez", 768), ("disrupture\u202f?", 1016)):
        page.text((MARGIN - 10, y), line, "serif", 276, ink)
    page.text((MARGIN, 1190), "Le futur est déjà derrière nous", "italic", 92, paper)
    top, bottom, step, shift = 1310, 1854, 34, 17
    for index in range(int((bottom - top) / step) + 1):
        y = top + index * step
        fault = 1010 - (y - top) * 0.42
        weight = 3 + 9 * index / ((bottom - top) / step)
        page.box(0, y, fault - 26, y + weight, ink)
        page.box(fault + 26 - shift * 0.42, y + shift, WIDTH, y + shift + weight, paper)
    names = ["Alexandre Rispal", "Philippe Cahen", "Annabel Ringrave", "Luc Basier", "Jean-Marc Goachet"]
    names += ["Véronique Varlin", "Henri Kaufman", "Jean-Claude Boulay", "Yves Krief", "Christian Gatard"]
    names += ["François Laurent"]
    for index, name in enumerate(names):
        page.text((MARGIN + 456 * (index // 4), 1992 + 50 * (index % 4)), name, "sans", 34, ink)
    _publisher(page, "Kawa", ink)
    return page


def communication() -> Canvas:
    """Two circles, two reputations, and what they share."""
    ground, ink, rose = "#F3EDE0", "#1D2B6B", "#F08A6C"
    page = Canvas(WIDTH, HEIGHT, ground)
    end = _authors(page, ["Hervé Kabla", "Yann Gourvennec"], ink)
    page.text((end + 34, 236), "(dir.)", "italic", 44, ink)
    for line, y in (("La communication", 500), ("digitale", 702)):
        page.text((MARGIN - 4, y), line, "serif", 181, ink)
    for line, y in (("expliquée", 904), ("à mon boss", 1106)):
        page.text((MARGIN, y), line, "italic", 181, ink)
    radius, y = 420, 1660
    left, right = (MARGIN + radius, y), (WIDTH - MARGIN - radius, y)
    page.disc(left, radius, ink)
    page.disc(right, radius, rose)
    _lens(page, left, right, radius, ink, rose)
    _publisher(page, "Kawa", ink)
    return page


def _lens(page: Canvas, left: tuple[float, float], right: tuple[float, float], radius: float, *inks: str) -> None:
    """Stripe the part that two circles share with the colours of both."""
    masks = []
    for x, y in (left, right):
        mask = Image.new("1", page.image.size)
        ImageDraw.Draw(mask).circle((x * SCALE, y * SCALE), radius * SCALE, 1)
        masks.append(mask)
    stripes = Image.new("RGB", page.image.size, inks[0])
    pen = ImageDraw.Draw(stripes)
    pitch = 20
    for row in range(math.floor((left[1] - radius) / pitch), math.ceil((left[1] + radius) / pitch)):
        pen.rectangle((0, row * pitch * SCALE, page.image.width, (row * pitch + pitch / 2) * SCALE - 1), inks[1])
    shared = Image.new("1", page.image.size)
    shared.paste(masks[1], mask=masks[0])
    page.image.paste(stripes, mask=shared)


def _authors(page: Canvas, names: list[str], ink: str) -> float:
    page.rule((MARGIN, MARGIN), (WIDTH - MARGIN, MARGIN), ink, 4)
    x = float(MARGIN)
    for index, name in enumerate(names):
        if index:
            x = page.text((x + 24, 236), "·", "sans", 44, ink) + 24
        x = page.text((x, 236), name, "sans", 44, ink)
    return x


def _publisher(page: Canvas, name: str, ink: str) -> None:
    page.text((MARGIN, HEIGHT - MARGIN), name.upper(), "bold", 46, ink, tracking=0.22)

"""Drawing a card as the site's pages look: paper and ink, a thick and a thin rule, and red where there is sound."""

from __future__ import annotations

import io

from msgspec import Struct
from PIL import Image as Pillow
from PIL import ImageDraw, ImageOps

from antenne.media.card import CARD_SIZE, ShareCard
from antenne.media.draw import flatten, load
from antenne.media.images import Source
from antenne.media.lettering import LABEL, NAMES, TITLE, Colour, Face, Lettering
from antenne.media.mark import draw_mark
from antenne.media.wrapping import Measure, shorten, wrap

PAPER, INK, QUIET, HAIR, SIGNAL = (255, 255, 255), (21, 22, 26), (91, 93, 102), (216, 216, 212), (200, 16, 46)

_SCALE = 2
"""Everything is drawn twice as large: letters then stand where they should, and not on the nearest whole pixel."""
_WIDTH, _HEIGHT = CARD_SIZE
_MARGIN, _GAP = 64, 56
_TOP, _BOTTOM = 164, 577
_PICTURE = (400, _BOTTOM - _TOP)
_SLENDER, _BROAD = 0.5, 1.5
"""Pictures between these ratios are shown whole; others lose of their longer side."""
_TITLE_SIZES = (92, 84, 76, 70, 64, 58, 54, 50, 46, 42, 38)
_BESIDE = 3
"""So many of the sizes are too large for a title beside a picture."""
_LEADING = 1.1
_ASCENT = 0.78
"""The height of letters above their baseline, by their size."""
_AIR = 22
_NAMES_SIZE, _NAMES_LEADING, _NAMES_LINES = 38, 46, 2
_LABEL_SIZE, _SITE_SIZE = 27, 36
_MARK = 340
"""The side of the mark that stands where nothing can be written or shown."""
_MOST = 120_000
"""Bytes; some apps show no larger picture."""


class _Sheet(Struct):
    """A card that is being drawn, in pixels of the finished one."""

    canvas: Pillow.Image
    pen: ImageDraw.ImageDraw
    letters: Lettering

    def write(self, at: tuple[float, float], text: str, face: Face, size: int, ink: Colour = INK) -> None:
        """Write a line whose baseline begins at a point."""
        place = (at[0] * _SCALE, at[1] * _SCALE)
        self.pen.text(place, text, fill=ink, font=self.letters.font(face, size), anchor="ls")

    def bar(self, box: tuple[float, float, float, float], ink: Colour) -> None:
        left, top, right, bottom = (round(side * _SCALE) for side in box)
        self.pen.rectangle((left, top, right - 1, bottom - 1), fill=ink)

    def disc(self, centre: tuple[float, float], radius: float, ink: Colour) -> None:
        x, y = (side * _SCALE for side in centre)
        self.pen.ellipse((x - radius * _SCALE, y - radius * _SCALE, x + radius * _SCALE, y + radius * _SCALE), fill=ink)


def draw_card(card: ShareCard, source: Source | None = None) -> bytes:
    """Return the bytes of a card, a JPEG; its picture is read from `source` where that is given."""
    canvas = Pillow.new("RGB", (_WIDTH * _SCALE, _HEIGHT * _SCALE), PAPER)
    sheet = _Sheet(canvas, ImageDraw.Draw(canvas), Lettering(_SCALE))
    titled = sheet.letters.tells(card.title, TITLE)
    _masthead(sheet, card)
    left = float(_MARGIN)
    if card.picture:
        left += _picture(sheet, source or card.picture.source, centred=not titled) + _GAP
    if titled:
        _words(sheet, card, left)
    elif not card.picture:
        draw_mark(sheet.pen, ((_WIDTH - _MARK) / 2 * _SCALE, (_TOP + 20) * _SCALE), _MARK * _SCALE, INK, SIGNAL)
    return _encode(canvas.resize(CARD_SIZE, Pillow.Resampling.LANCZOS))


def _masthead(sheet: _Sheet, card: ShareCard) -> None:
    """Draw the site's name over its rules, and the bar that means sound at the foot."""
    for line in _lines(sheet.letters, card.place, TITLE, _SITE_SIZE, _WIDTH - 2 * _MARGIN, 1):
        sheet.write((_MARGIN, 84), line, TITLE, _SITE_SIZE)
    sheet.bar((_MARGIN, 108, _WIDTH - _MARGIN, 114), INK)
    sheet.bar((_MARGIN, 119, _WIDTH - _MARGIN, 121), INK)
    if card.sound:
        sheet.bar((0, _HEIGHT - 14, _WIDTH, _HEIGHT), SIGNAL)


def _picture(sheet: _Sheet, source: Source, *, centred: bool) -> float:
    """Put a picture at the head of the column, and return its width; one that stands alone stands in the middle."""
    found = flatten(load(source, (_PICTURE[0] * _SCALE, _PICTURE[1] * _SCALE)))
    ratio = found.width / found.height
    if not _SLENDER <= ratio <= _BROAD:
        side = _SLENDER if ratio < _SLENDER else _BROAD
        size = (round(min(found.width, found.height * side)), round(min(found.height, found.width / side)))
        found = ImageOps.fit(found, (max(1, size[0]), max(1, size[1])))
    shown = ImageOps.contain(found, (_PICTURE[0] * _SCALE, _PICTURE[1] * _SCALE), Pillow.Resampling.LANCZOS)
    width, height = shown.width / _SCALE, shown.height / _SCALE
    left = (_WIDTH - width) / 2 if centred else _MARGIN
    sheet.bar((left - 1, _TOP - 1, left + width + 1, _TOP + height + 1), HAIR)
    sheet.canvas.paste(shown, (round(left * _SCALE), _TOP * _SCALE))
    return width


def _words(sheet: _Sheet, card: ShareCard, left: float) -> None:
    """Write the label, the title and the names below one another, the title as large as leaves room for the names."""
    width = _WIDTH - _MARGIN - left
    top = _TOP + _label(sheet, card, left, width)
    names = _lines(sheet.letters, card.names, NAMES, _NAMES_SIZE, width, _NAMES_LINES)
    room = _BOTTOM - top - (len(names) * _NAMES_LEADING + _AIR if names else 0)
    sizes = _TITLE_SIZES[_BESIDE:] if card.picture else _TITLE_SIZES
    top = _title(sheet, card.title, (left, top), room, sizes) + _AIR
    for line in names:
        sheet.write((left, top + _NAMES_SIZE * _ASCENT), line, NAMES, _NAMES_SIZE, QUIET)
        top += _NAMES_LEADING


def _label(sheet: _Sheet, card: ShareCard, left: float, width: float) -> float:
    """Write what the card is of, and return the height that it takes."""
    ink, indent = (SIGNAL, 30) if card.sound else (QUIET, 0)
    lines = _lines(sheet.letters, card.label, LABEL, _LABEL_SIZE, width - indent, 1)
    if card.sound:
        sheet.disc((left + 9, _TOP + 14), 9, ink)
    for line in lines:
        sheet.write((left + indent, _TOP + 23), line, LABEL, _LABEL_SIZE, ink)
    return 46 if lines or card.sound else 0


def _title(sheet: _Sheet, title: str, at: tuple[float, float], room: float, sizes: tuple[int, ...]) -> float:
    """Write a title in the largest size in which it has room, else cut in the smallest; return where it ends."""
    left, top = at
    width, words = _WIDTH - _MARGIN - left, sheet.letters.shown(title, TITLE)
    for size in sizes:
        most, measure = max(1, int(room / (size * _LEADING))), _measure(sheet.letters, TITLE, size)
        lines = wrap(words, width, measure)
        if len(lines) <= most and all(measure(word) <= width for word in words.split(" ")):
            break
    for number, line in enumerate(shorten(lines, most, width, measure)):
        sheet.write((left, top + size * (_ASCENT + number * _LEADING)), line, TITLE, size)
    return top + size * _LEADING * min(len(lines), most)


def _lines(letters: Lettering, text: str, face: Face, size: int, width: float, most: int) -> list[str]:
    """Return a text in lines of one size, none for a text that the face cannot tell."""
    if not letters.tells(text, face):
        return []
    measure = _measure(letters, face, size)
    return shorten(wrap(letters.shown(text, face), width, measure), most, width, measure)


def _measure(letters: Lettering, face: Face, size: int) -> Measure:
    return lambda text: letters.width(text, face, size)


def _encode(picture: Pillow.Image) -> bytes:
    """Return a JPEG that keeps its letters sharp, and smaller ones of it while it is too heavy."""
    for quality in (88, 80, 70, 55):
        stream = io.BytesIO()
        picture.save(stream, "JPEG", quality=quality, subsampling=0, optimize=True, progressive=True)
        if stream.tell() <= _MOST:
            break
    return stream.getvalue()

"""The queue of pictures: pages ask for variants and get their addresses at once; the pixels are drawn at the end."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Set
from contextlib import closing
from pathlib import Path

import PIL
from msgspec.structs import replace

from antenne.media.card import ShareCard, plan_card
from antenne.media.crews import Crews, near_crews
from antenne.media.draw import ENCODERS
from antenne.media.handing_out import HandingOut, Task
from antenne.media.parcels import Variants
from antenne.media.plan import EXTENSIONS, Recipe, plan_picture
from antenne.media.store import Store
from antenne.model import Image, ImageVariant, Picture
from antenne.probe.files import is_intact, link_or_copy

Progress = Callable[[int, int], None]
"""Called with the number of pictures done and of all."""

Stored = tuple[ImageVariant, Path]
"""A variant, and where the store keeps it."""

_VERSION = 1
"""To be raised when `draw` changes what it draws."""


class Pictures:
    """Remembers which variants and cards were asked for, and makes them."""

    def __init__(self, folder: str = "images") -> None:
        self._folder = folder
        self._asked: dict[tuple[str, str, str], tuple[Image, Recipe, Picture]] = {}
        self._cards: dict[str, ShareCard] = {}

    def picture(self, image: Image, recipe: Recipe) -> Picture:
        """Return the planned variants of a picture and remember them."""
        key = (image.digest, image.name, recipe.name)
        known = self._asked.get(key)
        if known is None:
            known = self._asked[key] = (image, recipe, plan_picture(image, recipe, self._folder))
        return known[2] if known[2].alt == image.alt else replace(known[2], alt=image.alt)

    def card(self, card: ShareCard) -> ImageVariant:
        """Return where a card will stand, and remember it."""
        planned = plan_card(card, self._folder)
        self._cards[planned.path] = card
        return planned

    def paths(self) -> Iterator[str]:
        """Give where the remembered variants and cards stand; a name is for certain bytes alone."""
        for _, _, picture in self._asked.values():
            yield from (variant.path for variant in _variants(picture))
        yield from self._cards

    def render(
        self,
        store: Store,
        out: Path,
        progress: Progress | None = None,
        crews: Crews = near_crews,
        standing: Set[str] = frozenset(),
    ) -> tuple[str, ...]:
        """Put every remembered variant and card below `out`, but those `standing` somewhere else already.

        What the store has is not drawn again. The first of the `crews` draws, and the next ones what it does not bring:
        what is returned says so in sentences.
        Raise MediaError when a source cannot be drawn any more.
        """
        cards = {path: _stored_card(store, card) for path, card in self._cards.items() if path not in standing}
        asked = [
            (image, recipe, picture, [(variant, _made(store, image, recipe, variant)) for variant in wanted])
            for image, recipe, picture in self._asked.values()
            if (wanted := [variant for variant in _variants(picture) if variant.path not in standing])
        ]
        lacking = {stored: self._cards[path] for path, stored in cards.items() if not is_intact(stored)}
        tasks, drawn = [_card_task(card, stored) for stored, card in lacking.items()], set[Path]()
        tasks += [task for one in asked if not one[1].original and (task := _task(*one, drawn)).paths]
        total = len(asked) + len(cards)
        done = total - len(tasks)
        tell = progress or (lambda done, total: None)
        tell(done, total)
        handing = HandingOut(crews=crews(len(tasks)) if tasks else ())
        with closing(handing.draw(tasks)) as drawing:
            for _ in drawing:
                done += 1
                tell(done, total)
        for *_, variants in asked:
            for variant, stored in variants:
                link_or_copy(stored, out / variant.path)
        for path, stored in cards.items():
            link_or_copy(stored, out / path)
        return tuple(handing.notes)


def _task(image: Image, recipe: Recipe, picture: Picture, stored: list[Stored], drawn: set[Path]) -> Task:
    """Return what there is to draw for a picture: what the store lacks, and no other task of this build draws.

    Recordings of a show mostly carry the same picture, each under a name of its own.
    """
    missing = [(variant, path) for variant, path in stored if path not in drawn and not is_intact(path)]
    drawn.update(path for _, path in stored)
    sizes = tuple(sorted({(variant.width, variant.height) for variant in _variants(picture)}, reverse=True))
    wanted = Variants(tuple(variant for variant, _ in missing), sizes, padded=recipe.shape is not None)
    return Task(what=wanted, source=image.source, paths=tuple(path for _, path in missing), name=image.source.name)


def _card_task(card: ShareCard, path: Path) -> Task:
    source = card.picture.source if card.picture else None
    return Task(what=card, source=source, paths=(path,), name=source.name if source else f"of “{card.title}”")


def _variants(picture: Picture) -> list[ImageVariant]:
    return [variant for source in picture.sources for variant in source]


def _made(store: Store, image: Image, recipe: Recipe, variant: ImageVariant) -> Path:
    """Return the file to publish for a variant: what was drawn, or the store's own copy of the author's file."""
    if recipe.original:
        return store.keep(image.source, image.digest)
    return _stored(store, image, recipe, variant)


def _stored(store: Store, image: Image, recipe: Recipe, variant: ImageVariant) -> Path:
    """Return where the store keeps a variant: named by everything that decides its bytes."""
    decides = (
        _VERSION,
        PIL.__version__,
        image.digest,
        recipe.shape is not None,
        variant.width,
        variant.height,
        ENCODERS[variant.media_type],
    )
    key = hashlib.sha256(repr(decides).encode()).hexdigest()
    return store.images / key[:2] / f"{key[2:40]}{EXTENSIONS[variant.media_type]}"


def _stored_card(store: Store, card: ShareCard) -> Path:
    """Return where the store keeps a card: named by all that is drawn, and by the program that draws."""
    key = hashlib.sha256(f"{card.digest} {PIL.__version__}".encode()).hexdigest()
    return store.images / key[:2] / f"{key[2:40]}.jpg"

"""The queue of pictures: pages ask for variants and get their addresses at once; the pixels are drawn at the end."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path

import PIL

from antenne.media.card import ShareCard, plan_card
from antenne.media.draw import ENCODERS, draw, encode
from antenne.media.draw_card import draw_card
from antenne.media.errors import MediaError
from antenne.media.files import is_intact, link_or_copy, write_whole
from antenne.media.plan import EXTENSIONS, Recipe, plan_picture
from antenne.media.store import Store
from antenne.model import Image, ImageVariant, Picture

Progress = Callable[[int, int], None]
"""Called with the number of pictures done and of all."""

_VERSION = 1
"""To be raised when `draw` changes what it draws."""


@dataclass(frozen=True, slots=True)
class Task:
    """One picture's missing variants: plain values, so that any executor can carry it to another process."""

    source: Path
    padded: bool
    missing: tuple[tuple[ImageVariant, Path], ...]


@dataclass(frozen=True, slots=True)
class CardTask:
    """One card that the store lacks, as plain values."""

    card: ShareCard
    path: Path


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

    def render(
        self, store: Store, out: Path, progress: Progress | None = None, executor: Executor | None = None
    ) -> None:
        """Put every remembered variant and card below `out`; what the store has is not drawn again.

        Raise MediaError when a source cannot be drawn any more. Pillow lets other threads run while it encodes,
        so threads are the default; an executor of processes serves as well.
        """
        cards = {path: CardTask(card, _stored_card(store, card)) for path, card in self._cards.items()}
        tasks: list[Task | CardTask] = [task for task in cards.values() if not is_intact(task.path)]
        drawn = set[Path]()
        tasks += [task for asked in self._asked.values() if (task := _task(store, *asked, drawn)).missing]
        total = len(self._asked) + len(cards)
        done = total - len(tasks)
        tell = progress or (lambda done, total: None)
        tell(done, total)
        for _ in _finished(tasks, executor):
            done += 1
            tell(done, total)
        for image, recipe, picture in self._asked.values():
            for variant in _variants(picture):
                link_or_copy(_stored(store, image, recipe, variant), out / variant.path)
        for path, card in cards.items():
            link_or_copy(card.path, out / path)


def render_task(task: Task | CardTask) -> None:
    """Draw and store one picture's missing variants, or one card."""
    try:
        if isinstance(task, Task):
            _render_variants(task)
        else:
            write_whole(task.path, draw_card(task.card))
    except Exception as error:  # Pillow raises of every kind; see images.py
        raise MediaError(f"The picture {_named(task)} cannot be drawn; save it again as JPEG.") from error


def _named(task: Task | CardTask) -> str:
    if isinstance(task, Task):
        return task.source.name
    return task.card.picture.source.name if task.card.picture else f"that stands for “{task.card.title}”"


def _render_variants(task: Task) -> None:
    by_size: dict[tuple[int, int], list[tuple[ImageVariant, Path]]] = {}
    for variant, path in task.missing:
        by_size.setdefault((variant.width, variant.height), []).append((variant, path))
    sizes = sorted(by_size, reverse=True)
    for size, drawn in zip(sizes, draw(task.source, sizes, padded=task.padded), strict=True):
        for variant, path in by_size[size]:
            write_whole(path, encode(drawn, variant.media_type))


def _finished(tasks: list[Task | CardTask], executor: Executor | None) -> Iterator[None]:
    """Carry out tasks side by side and give each end; the first failure stops those that have not begun."""
    own = None if executor else ThreadPoolExecutor(max_workers=os.cpu_count() or 1)
    waiting: list[Future[None]] = []
    try:
        waiting += [(executor or own).submit(render_task, task) for task in tasks]  # type: ignore[union-attr]
        for future in as_completed(waiting):
            yield future.result()
    finally:
        for future in waiting:
            future.cancel()
        if own:
            own.shutdown()


def _task(store: Store, image: Image, recipe: Recipe, picture: Picture, drawn: set[Path]) -> Task:
    """Return what there is to draw for a picture: what the store lacks, and no other task of this build draws.

    Recordings of a show mostly carry the same picture, each under a name of its own.
    """
    stored = [(variant, _stored(store, image, recipe, variant)) for variant in _variants(picture)]
    missing = tuple((variant, path) for variant, path in stored if path not in drawn and not is_intact(path))
    drawn.update(path for _, path in stored)
    return Task(image.source, recipe.shape is not None, missing)


def _variants(picture: Picture) -> list[ImageVariant]:
    return [variant for source in picture.sources for variant in source]


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

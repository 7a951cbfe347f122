"""What a page asks while it is made: the questions to the catalogue with their answers, and the pictures it wants.

A page for which every answer is the same as before comes out the same: it need not be made again (decision 0027).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, SupportsIndex, TypeVar, overload

from msgspec import Struct, field

from antenne.media import Recipe, ShareCard
from antenne.model import Image, ImageVariant, Picture
from antenne.render.pictures import Pictures

T = TypeVar("T")

Question = tuple[object, ...]
"""What is asked, then what about: strings, and objects by their kind and key (`antenne.render.asking`)."""

Wish = tuple[Image, Recipe] | ShareCard
"""A picture that a page shows, or the card that it is shared with."""


class Noted(Struct):
    """What was asked and wanted while one page was made, in that order."""

    answers: dict[Question, object] = field(default_factory=dict)
    wishes: dict[Wish, None] = field(default_factory=dict)


class Watch(Struct):
    """Notes for the page that is being made; between pages it notes nothing."""

    _noted: Noted | None = None

    @contextmanager
    def page(self) -> Iterator[Noted]:
        """Give what is noted from now on, until the page is made."""
        self._noted = Noted()
        try:
            yield self._noted
        finally:
            self._noted = None

    def note(self, question: Question, answer: T) -> T:
        """Note an answer and return it; the same question has the same answer as long as a page is made."""
        if self._noted is not None:
            self._noted.answers.setdefault(question, answer)
        return answer

    def want(self, wish: Wish) -> None:
        """Note a picture or a card that the page will show."""
        if self._noted is not None:
            self._noted.wishes[wish] = None


class WatchedPictures(Struct, frozen=True):
    """Plans pictures as `pictures` does, and notes which page wants them."""

    pictures: Pictures
    watch: Watch

    def picture(self, image: Image, recipe: Recipe) -> Picture:
        """Return the planned variants of a picture."""
        self.watch.want((image, recipe))
        return self.pictures.picture(image, recipe)

    def card(self, card: ShareCard) -> ImageVariant:
        """Return where a card will stand."""
        self.watch.want(card)
        return self.pictures.card(card)


class WatchedTuple(tuple[T, ...]):
    """A list of the catalogue: notes whether one looks at all of it, at some of it, or only whether there is anything.

    So a page that shows the three newest things is made again for a new one, and a page that only asks whether there
    are any is not.
    """

    name: str
    watch: Watch

    @classmethod
    def of(cls, items: tuple[T, ...], name: str, watch: Watch) -> WatchedTuple[T]:
        """Return a list that is called `name`."""
        made = cls(items)
        made.name, made.watch = name, watch
        return made

    def _whole(self) -> tuple[T, ...]:
        return self.watch.note(("all", self.name), tuple(tuple.__iter__(self)))

    def __bool__(self) -> bool:
        return self.watch.note(("any", self.name), tuple.__len__(self) > 0)

    def __len__(self) -> int:
        return self.watch.note(("count", self.name), tuple.__len__(self))

    def __iter__(self) -> Iterator[T]:
        return iter(self._whole())

    @overload
    def __getitem__(self, place: SupportsIndex) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...

    def __getitem__(self, place: Any) -> Any:
        asked = ("part", self.name, place.start, place.stop, place.step) if isinstance(place, slice) else None
        found = tuple.__getitem__(self, place)
        return self.watch.note(asked or ("item", self.name, int(place)), found)

    def __contains__(self, item: object) -> bool:
        return item in self._whole()

    def __reversed__(self) -> Iterator[T]:
        return reversed(self._whole())

    def __add__(self, other: Any) -> Any:
        return self._whole() + other

    def __radd__(self, other: Any) -> Any:
        return other + self._whole()

    def __mul__(self, times: SupportsIndex) -> tuple[T, ...]:
        return self._whole() * times

    def __eq__(self, other: object) -> bool:
        return self._whole() == other

    def __ne__(self, other: object) -> bool:
        return self._whole() != other

    def __lt__(self, other: Any) -> bool:
        return bool(self._whole() < other)

    def __hash__(self) -> int:
        return hash(self._whole())

    def index(self, *of: Any) -> int:
        """Return the place of an item."""
        return self._whole().index(*of)

    def count(self, of: Any) -> int:
        """Return how often an item is in the list."""
        return self._whole().count(of)

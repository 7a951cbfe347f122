"""Makes files from what they ask the catalogue, and only those that would be others than before."""

from __future__ import annotations

from collections.abc import Callable

from antenne.model import Catalog
from antenne.render.memo import PageMemo
from antenne.render.pictures import Pictures
from antenne.render.watch import Watch, WatchedPictures
from antenne.render.watched import WatchedCatalog


class Making:
    """What makers of files are given: a catalogue and pictures that let a `watch` note what each of them asks.

    `search` is the path of the file that the search begins with. Without a memo nothing is noted, and all is made.
    """

    def __init__(self, catalog: Catalog, pictures: Pictures, memo: PageMemo | None, search: str = "") -> None:
        self.watch = Watch()
        self.catalog: Catalog = WatchedCatalog(catalog, self.watch) if memo else catalog
        self.pictures: Pictures = WatchedPictures(pictures, self.watch) if memo else pictures
        self._memo, self._plain = memo, pictures
        self._asked = memo.asked_of(catalog, search) if memo else None

    def made(self, path: str, made_from: object, make: Callable[[], bytes]) -> bytes | None:
        """Return the bytes of the file of a path, None when they are those that the memo knows.

        `made_from` is all that it is made from and does not ask for.
        """
        if self._memo is None or self._asked is None:
            return make()
        if self._memo.recall(path, made_from, self._asked, self._plain):
            return None
        with self.watch.page() as noted:
            data = make()
        self._memo.keep(path, made_from, noted, self._asked)
        return data

"""Values by their keys, kept from one good build to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from antenne.kept.form import Form, Unkeepable

T = TypeVar("T")


class Keep(Generic[T]):
    """What the last good build has kept, and what the one under way keeps for the next one.

    `pack` and `unpack` make bytes of a key's value, and the value of bytes; both raise Unkeepable.
    """

    def __init__(self, pack: Callable[[str, T], bytes], unpack: Callable[[str, bytes], T]) -> None:
        self._pack, self._unpack = pack, unpack
        self._before: dict[str, T] = {}
        self._now: dict[str, T] = {}
        self._rows: dict[str, bytes] = {}

    @classmethod
    def of(cls, form: Form[T]) -> Keep[T]:
        """Return one for values that all have the same form."""
        return cls(lambda _, value: form.pack(value), lambda _, data: form.unpack(data))

    def begin(self) -> None:
        """Begin a build: what one that failed has kept is forgotten."""
        self._now = {}

    def clear(self) -> None:
        """Forget everything."""
        self._before, self._now, self._rows = {}, {}, {}

    def before(self, key: str) -> T | None:
        """Return what the last good build has kept."""
        return self._before.get(key)

    def all(self) -> Iterable[T]:
        """Return all that the last good build has kept."""
        return self._before.values()

    def keep(self, key: str, value: T) -> T:
        """Keep a value, new or of before, for the next build, and return it."""
        self._now[key] = value
        return value

    def commit(self) -> None:
        """Let what this build has kept hold for the next one, and nothing else."""
        same = (key for key in self._rows if self._now.get(key) is self._before.get(key))
        self._rows = {key: self._rows[key] for key in same}
        self._before, self._now = self._now, {}

    def rows(self) -> Iterator[tuple[str, bytes]]:
        """Give what holds for the next build by its keys, as bytes; values that have none are left out."""
        for key, value in self._before.items():
            data = self._rows.get(key)
            if data is None:
                try:
                    data = self._pack(key, value)
                except Unkeepable:
                    continue
            yield key, data

    def load(self, rows: Mapping[str, bytes]) -> None:
        """Take what was kept as bytes for what the last good build has kept; raise Unkeepable."""
        self._before, self._rows = {key: self._unpack(key, data) for key, data in rows.items()}, dict(rows)

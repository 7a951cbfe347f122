"""What a bucket holds: the publication that is live, every object as it was listed, and what is written meanwhile."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from msgspec import Struct, field

from antenne.deploy.live import Live
from antenne.deploy.manifest import Manifest
from antenne.deploy.order import in_order
from antenne.deploy.plan import Plan
from antenne.deploy.releases import NAME
from antenne.deploy.s3.neighbours import folders_of_others
from antenne.deploy.s3.objects import Form, Found
from antenne.deploy.s3.state import CONTROL, KEPT, RELEASES, STATE, State
from antenne.deploy.s3.store import Store


class Inventory(Struct):
    """A bucket's publication and objects; `state` and its `etag` are those that were read last, `files` lists the site.

    `form` says what is to be told of a file; `others` are the folders of other sites, whose objects are not listed;
    `kept` are the digests of the files that are kept for going back.
    """

    store: Store
    form: Callable[[str], Form]
    state: State | None = None
    etag: str = ""
    files: dict[str, Found] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    kept: frozenset[str] = frozenset()
    _control: dict[str, Found] = field(default_factory=dict)

    def look(self) -> Live | None:
        """Read the state, and compare it with what is listed."""
        self.state, self.etag = self.read_state()
        self._list()
        if self.state is None:
            return None
        manifest, told = self.state.manifest, self.state.told
        there = {path for path in manifest.files if self._is_there(path, self.state)}
        return Live(
            generation=manifest.generation,
            manifest=manifest,
            gone=frozenset(manifest.files.keys() - there),
            retold=frozenset(path for path in there if told.get(path) != self._told(path)),
            clock=int(self.store.clock().timestamp()),
        )

    def read_state(self) -> tuple[State | None, str]:
        """Return the state as the store has it now, None for none or a torn one, with its etag."""
        found = self.store.read(self.key(STATE))
        if found is None:
            return None, ""
        try:
            return State.from_bytes(found[0]), found[1].etag
        except ValueError:
            return None, found[1].etag

    def newest(self) -> int:
        """Return the highest number of a publication, also where the state was lost."""
        names = (name.removeprefix(RELEASES) for name in self._control if name.startswith(RELEASES))
        past = [int(name.split("-")[0]) for name in names if NAME.fullmatch(name.removesuffix(".json"))]
        return max([*past, self.state.manifest.generation if self.state else 0])

    def past(self) -> Iterator[Manifest]:
        """Give the publications that are kept and not live, newest first."""
        live = self.state.manifest.name if self.state else ""
        for name in sorted((name for name in self._control if name.startswith(RELEASES)), reverse=True):
            manifest = self._manifest(self.key(name))
            if manifest and manifest.name != live:
                yield manifest

    def lacking(self, plan: Plan) -> list[str]:
        """Return the files that the store does not have as planned, in order."""
        known = self.state.manifest.files if self.state else {}
        state = self.state
        return [
            path
            for path, wanted in sorted(plan.manifest.files.items(), key=lambda item: in_order(item[0]))
            if state is None or known.get(path) != wanted or not self._is_there(path, state)
        ]

    def enter(self, path: str, etag: str, size: int) -> None:
        """Enter a file that was written."""
        self.files[path] = Found(etag=etag, size=size, at=datetime.max.replace(tzinfo=UTC))

    def state_of(self, manifest: Manifest) -> State:
        """Return the state that says that a publication is live, all of whose files are entered."""
        return State(
            manifest=manifest,
            etags={path: self.files[path].etag for path in manifest.files},
            told={path: self._told(path) for path in manifest.files},
        )

    def key(self, name: str) -> str:
        """Return the whole key of a name in the site's folder of the bucket."""
        return f"{self.store.place.prefix}{name}"

    def _is_there(self, path: str, state: State) -> bool:
        found = self.files.get(path)
        return (
            found is not None
            and found.size == state.manifest.files[path].size
            and found.etag == state.etags.get(path, found.etag)
        )

    def _list(self) -> None:
        prefix = self.store.place.prefix
        found = [(name.removeprefix(prefix), entry) for name, entry in self.store.list(prefix)]
        self.others = folders_of_others(path for path, _ in found)
        aside = (CONTROL, *self.others)
        self.files = {path: entry for path, entry in found if not path.startswith(aside)}
        self._control = {path: entry for path, entry in found if path.startswith(CONTROL)}
        self.kept = frozenset(path.removeprefix(KEPT) for path in self._control if path.startswith(KEPT))

    def _told(self, path: str) -> str:
        return hashlib.sha256(repr(self.form(path).told).encode()).hexdigest()[:8]

    def _manifest(self, name: str) -> Manifest | None:
        found = self.store.read(name)
        try:
            return Manifest.from_bytes(found[0]) if found else None
        except ValueError:
            return None

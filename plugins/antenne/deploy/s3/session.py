"""A publication to an object store: recordings first, feeds last and only over what was read, the state as commit."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from threading import Lock

from antenne.deploy.live import Live
from antenne.deploy.manifest import Manifest
from antenne.deploy.order import Kind, in_order, kind_of
from antenne.deploy.plan import Plan
from antenne.deploy.refusal import PublishRefused, TargetIsBusy
from antenne.deploy.releases import NAME
from antenne.deploy.s3.lease import Lease
from antenne.deploy.s3.state import CONTROL, FORM, KEPT, RELEASES, STATE, State
from antenne.deploy.s3.store import Form, Found, NotAsExpected, Store
from antenne.deploy.s3.sweeping import Sweep
from antenne.deploy.s3.writing import Writing
from antenne.deploy.target import Progress

_AT_ONCE = 8


@dataclass(slots=True)
class S3Session:
    """A bucket while it is looked at or held."""

    store: Store
    lease: Lease | None
    form: Callable[[str], Form]
    notes: Callable[[Manifest, bytes], None]
    _state: State | None = None
    _etag: str = ""
    _listed: dict[str, Found] = field(default_factory=dict)
    _control: dict[str, Found] = field(default_factory=dict)
    _done: int = 0
    _total: int = 0
    _counting: Lock = field(default_factory=Lock)

    @property
    def is_public_at_once(self) -> bool:
        """Yes: an object can be asked for as soon as it is written."""
        return True

    def live(self) -> Live | None:
        """Read the state, and compare it with what is listed."""
        self._state, self._etag = _read_state(self.store)
        self._list()
        if self._state is None:
            return None
        manifest, told = self._state.manifest, self._state.told
        there = {path for path in manifest.files if self._is_there(path, self._state)}
        return Live(
            generation=manifest.generation,
            manifest=manifest,
            gone=frozenset(manifest.files.keys() - there),
            retold=frozenset(path for path in there if told.get(path) != self._told(path)),
            clock=int(self.store.clock().timestamp()),
        )

    def next_generation(self) -> int:
        """Return the number of the next publication, also where the state was lost."""
        names = (name.removeprefix(RELEASES) for name in self._control if name.startswith(RELEASES))
        past = [int(name.split("-")[0]) for name in names if NAME.fullmatch(name.removesuffix(".json"))]
        return 1 + max([*past, self._state.manifest.generation if self._state else 0])

    def clean(self) -> None:
        """Leave everything: what a cut publication brought is what the next one need not bring again."""

    def bring(self, plan: Plan, progress: Progress) -> None:
        """Write recordings, pictures, style sheets and scripts: nothing public names them yet."""
        lacking = self._lacking(plan)
        self._done, self._total = 0, sum(plan.manifest.files[path].size for path in lacking)
        for kind in (Kind.MEDIA, Kind.ASSET):
            self._retell(plan, kind)
            self._write(plan, [path for path in lacking if kind_of(path) is kind], progress)

    def note(self, plan: Plan, memo: bytes) -> None:
        """Keep what is to be written down once the plan is live, on this machine."""
        self.notes(plan.manifest, memo)

    def go_live(self, plan: Plan, progress: Progress) -> int:
        """Write chapters and transcripts, pages, then feeds; the state says that it is done."""
        lacking = self._lacking(plan)
        self._confirm()
        for kind in (Kind.SIDECAR, Kind.PAGE):
            self._retell(plan, kind)
            paths = [path for path in lacking if kind_of(path) is kind]
            # A page that is there already leads to new ones, which must be there before it changes.
            changed = [path for path in paths if path in self._listed]
            self._write(plan, [path for path in paths if path not in self._listed], progress)
            self._write(plan, changed, progress)
        self._confirm()
        self._retell(plan, Kind.FEED)
        for path in (path for path in lacking if kind_of(path) is Kind.FEED):
            self._swap(plan, path, progress)
        self._commit(plan.manifest)
        return plan.manifest.generation

    def sweep(self, plan: Plan, keep: int) -> tuple[str, ...]:
        """Take away what neither this nor the `keep` newest publications need."""
        try:
            strays = {path: found for path, found in self._listed.items() if path not in plan.manifest.files}
            Sweep(self.store, strays, keep, self._renew).run()
        except (PublishRefused, NotAsExpected) as refused:
            words = refused if isinstance(refused, PublishRefused) else "Somebody else changed it meanwhile."
            return (f"The site is live, but what is old could not be taken away. {words}",)
        return ()

    def past(self) -> tuple[Manifest, ...]:
        """Return the publications that can be gone back to, newest first."""
        live = self._state.manifest.name if self._state else ""
        names = sorted((self._key(name) for name in self._control if name.startswith(RELEASES)), reverse=True)
        found = (_manifest(self.store, name) for name in names)
        return tuple(manifest for manifest in found if manifest and manifest.name != live)

    def _write(self, plan: Plan, paths: Iterable[str], progress: Progress) -> None:
        """Write several files at once; the first fault stops what has not begun."""
        step, writing = partial(self._step, progress), self._writing(plan)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            tasks = {pool.submit(writing.write, path, step): path for path in paths}
            try:
                for task in as_completed(tasks):
                    self._written(plan, tasks[task], task.result())
                    self._renew()
            except BaseException:
                pool.shutdown(wait=True, cancel_futures=True)
                raise

    def _swap(self, plan: Plan, path: str, progress: Progress) -> None:
        """Write a feed over the very one that was read when the publication began."""
        self._renew()
        try:
            self._written(plan, path, self._writing(plan).swap(path, partial(self._step, progress)))
        except NotAsExpected:
            raise TargetIsBusy(
                f"Somebody else wrote {path} while this publication was under way. Nothing that is public names a "
                "file that is not there. See who publishes besides you, then publish again."
            ) from None

    def _retell(self, plan: Plan, kind: Kind) -> None:
        """Tell anew what is told of files whose bytes stay: a browser goes by it."""
        writing, retold = self._writing(plan), plan.live.retold if plan.live else frozenset()
        for path in sorted(path for path in retold if kind_of(path) is kind):
            wanted = plan.manifest.files.get(path)
            if wanted and self._state and self._state.manifest.files[path] == wanted:
                self._renew()
                self._written(plan, path, writing.tell(path, wanted))

    def _writing(self, plan: Plan) -> Writing:
        kept = {name.removeprefix(KEPT) for name in self._control if name.startswith(KEPT)}
        return Writing(self.store, plan, self._state, self._listed, kept, self.form)

    def _written(self, plan: Plan, path: str, etag: str) -> None:
        self._listed[path] = Found(etag=etag, size=plan.manifest.files[path].size, at=datetime.max.replace(tzinfo=UTC))

    def _commit(self, manifest: Manifest) -> None:
        state = State(
            manifest=manifest,
            etags={path: self._listed[path].etag for path in manifest.files},
            told={path: self._told(path) for path in manifest.files},
        )
        self.store.put(self._key(f"{RELEASES}{manifest.name}.json"), manifest.to_bytes(), FORM)
        self._confirm()
        try:
            self._etag = self.store.put(
                self._key(STATE), state.to_bytes(), FORM, absent=not self._etag, etag=self._etag
            )
        except NotAsExpected:
            if _read_state(self.store)[0] != state:
                raise TargetIsBusy("Another publication went live in the same moment. Publish again.") from None
        self._state = state

    def _lacking(self, plan: Plan) -> list[str]:
        """Return the files that the store does not have as planned, in order."""
        known = self._state.manifest.files if self._state else {}
        state = self._state
        return [
            path
            for path, wanted in sorted(plan.manifest.files.items(), key=lambda item: in_order(item[0]))
            if state is None or known.get(path) != wanted or not self._is_there(path, state)
        ]

    def _is_there(self, path: str, state: State) -> bool:
        found = self._listed.get(path)
        return (
            found is not None
            and found.size == state.manifest.files[path].size
            and found.etag == state.etags.get(path, found.etag)
        )

    def _list(self) -> None:
        prefix = self.store.place.prefix
        found = [(name.removeprefix(prefix), entry) for name, entry in self.store.list(prefix)]
        self._listed = {path: entry for path, entry in found if not path.startswith(CONTROL)}
        self._control = {path: entry for path, entry in found if path.startswith(CONTROL)}

    def _told(self, path: str) -> str:
        return hashlib.sha256(repr(self.form(path).told).encode()).hexdigest()[:8]

    def _confirm(self) -> None:
        if self.lease:
            self.lease.confirm()

    def _key(self, name: str) -> str:
        return f"{self.store.place.prefix}{name}"

    def _renew(self) -> None:
        if self.lease:
            self.lease.renew()

    def _step(self, progress: Progress, size: int) -> None:
        with self._counting:
            self._done += size
            progress(min(self._done, self._total), self._total)


def _read_state(store: Store) -> tuple[State | None, str]:
    found = store.read(f"{store.place.prefix}{STATE}")
    if found is None:
        return None, ""
    try:
        return State.from_bytes(found[0]), found[1].etag
    except ValueError:
        return None, found[1].etag


def _manifest(store: Store, name: str) -> Manifest | None:
    found = store.read(name)
    try:
        return Manifest.from_bytes(found[0]) if found else None
    except ValueError:
        return None

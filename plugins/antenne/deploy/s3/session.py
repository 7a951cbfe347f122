"""A publication to an object store: recordings first, feeds last and only over what was read, the state as commit."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from threading import Lock

from msgspec import Struct, field

from antenne.deploy.live import Live
from antenne.deploy.manifest import Manifest
from antenne.deploy.order import Kind, kind_of
from antenne.deploy.plan import Plan
from antenne.deploy.refusal import PublishRefused, TargetIsBusy
from antenne.deploy.s3.abilities import OVERWRITES, completes
from antenne.deploy.s3.asking import NotAsExpected
from antenne.deploy.s3.inventory import Inventory
from antenne.deploy.s3.lease import Lease
from antenne.deploy.s3.neighbours import refuse_inside, refuse_shared
from antenne.deploy.s3.state import FORM, PROBE, RELEASES, STATE
from antenne.deploy.s3.sweeping import Sweep
from antenne.deploy.s3.upload import goes_in_parts
from antenne.deploy.s3.writing import Writing
from antenne.deploy.target import Progress

_AT_ONCE = 8


class S3Session(Struct):
    """A bucket while it is looked at or held."""

    inventory: Inventory
    lease: Lease | None
    notes: Callable[[Manifest, bytes], None]
    say: Callable[[str], None]
    _done: int = 0
    _total: int = 0
    _counting: Lock = field(default_factory=Lock)

    @property
    def is_public_at_once(self) -> bool:
        """Yes: an object can be asked for as soon as it is written."""
        return True

    def live(self) -> Live | None:
        """Read the state, and compare it with what is listed."""
        return self.inventory.look()

    def next_generation(self) -> int:
        """Return the number of the next publication, also where the state was lost."""
        return self.inventory.newest() + 1

    def clean(self) -> None:
        """Leave everything: what a cut publication brought is what the next one need not bring again."""

    def bring(self, plan: Plan, progress: Progress) -> None:
        """Write recordings, pictures, style sheets and scripts: nothing public names them yet."""
        refuse_shared(self.inventory.store.place, plan.manifest.files, self.inventory.others)
        if self.inventory.state is None:
            refuse_inside(self.inventory.store)
        lacking = self.inventory.lacking(plan)
        self._try_parts(plan, lacking)
        self._done, self._total = 0, sum(plan.manifest.files[path].size for path in lacking)
        for kind in (Kind.MEDIA, Kind.ASSET):
            self._retell(plan, kind)
            self._write(plan, [path for path in lacking if kind_of(path) is kind], progress)

    def note(self, plan: Plan, memo: bytes) -> None:
        """Keep what is to be written down once the plan is live, on this machine."""
        self.notes(plan.manifest, memo)

    def go_live(self, plan: Plan, progress: Progress) -> int:
        """Write chapters and transcripts, pages, then feeds; the state says that it is done."""
        lacking = self.inventory.lacking(plan)
        self._confirm()
        for kind in (Kind.SIDECAR, Kind.PAGE):
            self._retell(plan, kind)
            paths = [path for path in lacking if kind_of(path) is kind]
            # A page that is there already leads to new ones, which must be there before it changes.
            changed = [path for path in paths if path in self.inventory.files]
            self._write(plan, [path for path in paths if path not in self.inventory.files], progress)
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
            strays = {path: it for path, it in self.inventory.files.items() if path not in plan.manifest.files}
            Sweep(self.inventory.store, strays, keep, self._renew, self.inventory.others).run()
        except (PublishRefused, NotAsExpected) as refused:
            words = refused if isinstance(refused, PublishRefused) else "Somebody else changed it meanwhile."
            return (f"The site is live, but what is old could not be taken away. {words}",)
        return ()

    def past(self) -> tuple[Manifest, ...]:
        """Return the publications that can be gone back to, newest first."""
        return tuple(self.inventory.past())

    def _try_parts(self, plan: Plan, paths: Iterable[str]) -> None:
        """Try, before files go in parts, whether the store can end that only where nothing stands."""
        if plan.past or not any(goes_in_parts(plan.manifest.files[path]) for path in paths):
            return
        store, token = self.inventory.store, secrets.token_hex(8)
        store.completes = completes(store, self.inventory.key(f"{PROBE}{token}"), token)
        if not store.completes:
            self.say(OVERWRITES)

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
        state = self.inventory.state
        for path in sorted(path for path in retold if kind_of(path) is kind):
            wanted = plan.manifest.files.get(path)
            if wanted and state and state.manifest.files[path] == wanted:
                self._renew()
                self._written(plan, path, writing.tell(path, wanted))

    def _writing(self, plan: Plan) -> Writing:
        inventory = self.inventory
        return Writing(inventory.store, plan, inventory.state, inventory.files, inventory.kept, inventory.form)

    def _written(self, plan: Plan, path: str, etag: str) -> None:
        self.inventory.enter(path, etag, plan.manifest.files[path].size)

    def _commit(self, manifest: Manifest) -> None:
        inventory, store = self.inventory, self.inventory.store
        state, etag = inventory.state_of(manifest), inventory.etag
        store.put(inventory.key(f"{RELEASES}{manifest.name}.json"), manifest.to_bytes(), FORM)
        self._confirm()
        try:
            inventory.etag = store.put(inventory.key(STATE), state.to_bytes(), FORM, absent=not etag, etag=etag)
        except NotAsExpected:
            if inventory.read_state()[0] != state:
                raise TargetIsBusy("Another publication went live in the same moment. Publish again.") from None
        inventory.state = state

    def _confirm(self) -> None:
        if self.lease:
            self.lease.confirm()

    def _renew(self) -> None:
        if self.lease:
            self.lease.renew()

    def _step(self, progress: Progress, size: int) -> None:
        with self._counting:
            self._done += size
            progress(min(self._done, self._total), self._total)

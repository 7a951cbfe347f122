"""Takes away from an object store what no publication needs any more; what is not ours is never touched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta

from antenne.deploy.manifest import Manifest
from antenne.deploy.order import Kind, is_recording, kind_of
from antenne.deploy.s3.objects import Form, Found
from antenne.deploy.s3.state import CONTROL, KEPT, PROBE, RELEASES
from antenne.deploy.s3.store import Store
from antenne.deploy.s3.writing import DIGEST

GRACE = timedelta(hours=24)
"""How long ago, by the store's clock, a file other than a page must have been needed before it is taken away."""

_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Sweep:
    """The end of a publication: `strays` are the files that the live site does not have.

    `others` are the folders of other sites in the bucket, which sweep for themselves.
    """

    store: Store
    strays: Mapping[str, Found]
    keep: int
    renew: Callable[[], None]
    others: tuple[str, ...] = ()

    def run(self) -> None:
        """Remove pages that left, old files, what was kept of old publications, and uploads that were given up."""
        now = self.store.clock()
        control = dict(self.store.list(f"{self.store.place.prefix}{CONTROL}"))
        needed, over = self._releases(control, now)
        if self.strays or over:
            manifests = [manifest for name in needed if (manifest := self._manifest(name))]
            self._remove_strays(manifests, now)
            self._forget(control, manifests)
            for name in over:
                self.store.delete(name)
        for name, found in control.items():
            if name.startswith(self._key(PROBE)) and now - found.at > GRACE:
                self.store.delete(name)
        for name, upload, begun in self.store.begun(self.store.place.prefix):
            path = name.removeprefix(self.store.place.prefix)
            if now - begun > GRACE and not path.startswith(self.others):
                self.store.abort(name, upload)

    def _releases(self, control: Mapping[str, Found], now: datetime) -> tuple[list[str], list[str]]:
        """Return the publications that are needed, and those that are over: followed by another for long enough."""
        names = sorted((name for name in control if name.startswith(self._key(RELEASES))), reverse=True)
        followed = [now, *(control[name].at for name in names)]
        needed = [name for n, name in enumerate(names) if n < self.keep or (n and now - followed[n] < GRACE)]
        return needed, [name for name in names if name not in needed]

    def _remove_strays(self, manifests: list[Manifest], now: datetime) -> None:
        named = {path for manifest in manifests for path in manifest.files}
        over = [path for path, found in self.strays.items() if self._may_go(path, path in named, now - found.at)]
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            # No list tells what is ours: each file says it of itself.
            for path, found in zip(over, pool.map(self.store.find, map(self._key, over)), strict=True):
                if found is not None and DIGEST in found.metadata:
                    self.renew()
                    self._keep(path, found)
                    self.store.delete(self._key(path))

    def _may_go(self, path: str, is_named: bool, age: timedelta) -> bool:
        """Say whether a file's time is over: a page's at once, since what it was is kept."""
        if kind_of(path) in (Kind.MEDIA, Kind.ASSET):
            return not is_named and age > GRACE
        return True

    def _keep(self, path: str, found: Found) -> None:
        """Keep a page for going back."""
        kept = self._key(f"{KEPT}{found.metadata[DIGEST]}")
        if not is_recording(path) and self.store.find(kept) is None:
            form = Form(type="application/octet-stream", cache="no-store", metadata=found.metadata)
            self.store.copy(self._key(path), kept, form)

    def _forget(self, control: Mapping[str, Found], manifests: list[Manifest]) -> None:
        digests = {entry.sha256 for manifest in manifests for entry in manifest.files.values()}
        for name in control:
            if name.startswith(self._key(KEPT)) and name.removeprefix(self._key(KEPT)) not in digests:
                self.renew()
                self.store.delete(name)

    def _manifest(self, name: str) -> Manifest | None:
        data = self.store.read(name)
        try:
            return Manifest.from_bytes(data[0]) if data else None
        except ValueError:
            return None

    def _key(self, path: str) -> str:
        return f"{self.store.place.prefix}{path}"

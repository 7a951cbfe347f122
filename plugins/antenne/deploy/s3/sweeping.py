"""Takes away from an object store what no publication needs any more; what is not ours is never touched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from antenne.deploy.manifest import Manifest
from antenne.deploy.order import Kind, kind_of
from antenne.deploy.s3.state import CONTROL, KEPT, RELEASES
from antenne.deploy.s3.store import Form, Store
from antenne.deploy.s3.writing import DIGEST

GRACE = timedelta(hours=24)
"""How old a recording or an upload in parts must be, by the store's clock, before it is taken away."""

_FORM = Form(type="application/octet-stream", cache="no-store")


def sweep(store: Store, live: Manifest, keep: int, renew: Callable[[], None]) -> None:
    """Remove pages that are no longer published, old recordings, old publications and uploads that were given up."""
    now, prefix = store.clock(), store.place.prefix
    releases = _releases(store, keep)
    for name, found in list(store.list(prefix)):
        path = name.removeprefix(prefix)
        if not path.startswith(CONTROL) and path not in live.files and _is_over(store, name, path, found.at, now):
            renew()
            _keep(store, name, path)
            store.delete(name)
    needed = {entry.sha256 for manifest in releases for entry in manifest.files.values()}
    for name, _ in list(store.list(f"{prefix}{KEPT}")):
        if name.removeprefix(f"{prefix}{KEPT}") not in needed:
            renew()
            store.delete(name)
    for name, upload, begun in store.begun(prefix):
        if now - begun > GRACE:
            store.abort(name, upload)


def _releases(store: Store, keep: int) -> list[Manifest]:
    """Return the `keep` newest publications, and forget the others."""
    names = sorted((name for name, _ in store.list(f"{store.place.prefix}{RELEASES}")), reverse=True)
    for name in names[keep:]:
        store.delete(name)
    found = []
    for name in names[:keep]:
        data = store.read(name)
        if data is not None:
            found.append(Manifest.from_bytes(data[0]))
    return found


def _is_over(store: Store, name: str, path: str, at: datetime, now: datetime) -> bool:
    """Say whether an object is ours and its time is over: a page at once, a recording after its grace."""
    if kind_of(path) in (Kind.MEDIA, Kind.ASSET) and now - at < GRACE:
        return False
    found = store.find(name)
    return found is not None and DIGEST in found.metadata


def _keep(store: Store, name: str, path: str) -> None:
    found = store.find(name)
    if found is None or kind_of(path) is Kind.MEDIA:
        return
    kept = f"{store.place.prefix}{KEPT}{found.metadata[DIGEST]}"
    if store.find(kept) is None:
        store.copy(name, kept, Form(type=_FORM.type, cache=_FORM.cache, metadata=found.metadata))

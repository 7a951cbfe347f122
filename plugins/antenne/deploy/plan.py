"""Decides what a publication will change, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from antenne.deploy.live import Live
from antenne.deploy.manifest import Fingerprint, Manifest
from antenne.deploy.order import in_order

GRACE = 24 * 60 * 60
"""For how many seconds at least a recording stays that no feed names any more."""

_REMEMBERED = 500
"""How many ledgers of the past a manifest names."""


class Plan(Struct, frozen=True, kw_only=True):
    """The next publication of a build to one target, what is live there, and the difference, in the order of going out.

    The bytes are those of the folder `build`; or, where `past` names a publication, those that the target kept of it.
    """

    build: Path
    past: str = ""
    manifest: Manifest
    live: Live | None
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def base(self) -> Live | None:
        """What is live, when nothing of it is missing."""
        return self.live if self.live and self.live.is_whole else None

    @property
    def is_live(self) -> bool:
        """Whether what is live is whole, is this very site, and is told of as it is to be."""
        base = self.base
        return bool(base and base.manifest and base.manifest.digest == self.manifest.digest and not base.retold)

    @property
    def size(self) -> int:
        """The number of bytes that are not live yet."""
        return sum(self.manifest.files[path].size for path in self.added + self.changed)


def plan_publication(
    build: Path,
    files: Mapping[str, Fingerprint],
    live: Live | None,
    generation: int,
    *,
    keep: int,
    late: Callable[[str], bool],
    ledger: str = "",
    past: str = "",
    site: str = "",
) -> Plan:
    """Compare a build's files with what is live; `late` says which stay for those who read an older feed."""
    kept = _late(files, live, generation, keep, late)
    known = live.manifest if live else None
    carried = {path: known.files[path] for path in kept} if known else {}
    since = {path: known.since.get(path, live.clock) for path in kept} if live and known else {}
    lineage = _lineage(known, ledger)
    before = known.built if known else {}
    return Plan(
        build=build,
        past=past,
        manifest=Manifest(
            generation=generation,
            files={**files, **carried},
            late=kept,
            lineage=lineage,
            since=since,
            site=site or (known.site if known else ""),
        ),
        live=live,
        added=_ordered(files.keys() - before.keys()),
        changed=_ordered({path for path in files.keys() & before.keys() if files[path] != before[path]}),
        removed=_ordered(before.keys() - files.keys() - kept.keys()),
    )


def _late(
    files: Mapping[str, Fingerprint], live: Live | None, generation: int, keep: int, late: Callable[[str], bool]
) -> dict[str, int]:
    """Return the files that apps may still ask for after a feed that they read before.

    They stay for `keep` generations, and for their grace however fast those come.
    """
    if live is None or live.manifest is None:
        return {}
    known, clock = live.manifest, live.clock
    first = {path: known.late.get(path, generation) for path in sorted(known.files) if late(path)}
    return {
        path: number
        for path, number in first.items()
        if path not in files
        and (generation - number < keep or clock - known.since.get(path, clock) < GRACE)
        and live.holds(path)
    }


def _lineage(known: Manifest | None, ledger: str) -> tuple[str, ...]:
    past = known.lineage if known else ()
    if not ledger or past[-1:] == (ledger,):
        return past
    return (*past, ledger)[-_REMEMBERED:]


def _ordered(paths: set[str]) -> tuple[str, ...]:
    return tuple(sorted(paths, key=in_order))

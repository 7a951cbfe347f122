"""Decides what a publication will change, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from antenne.deploy.manifest import Fingerprint, Manifest, fingerprint
from antenne.deploy.order import in_order, is_recording
from antenne.deploy.refusal import PublishRefused
from antenne.deploy.releases import Release, Releases
from antenne.deploy.scan import scan_build
from antenne.deploy.verify import verify_release


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The next release, the live one, and the difference, in the order of publication; `ready` is one made before."""

    manifest: Manifest
    live: Release | None
    base: Release | None
    ready: Release | None
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def is_live(self) -> bool:
        """Whether the live release is whole and is this very site."""
        return self.base is not None and _digest(self.base) == self.manifest.digest

    @property
    def size(self) -> int:
        """The number of bytes that are not in the live release."""
        return sum(self.manifest.files[path].size for path in self.added + self.changed)


def plan_publication(build: Path, releases: Releases, keep: int) -> Plan:
    """Read a built site through and compare it with the live one; raise PublishRefused for what may not go public."""
    files = {path: fingerprint(build / path) for path in scan_build(build)}
    if wrong := verify_release(build):
        raise PublishRefused(f"{wrong[0]} Build the site again. The live site was not touched.")
    live, generation = releases.live(), releases.next_generation()
    late = _late(files, live, generation, keep)
    carried = {path: live.manifest.files[path] for path in late} if live and live.manifest else {}
    manifest = Manifest(generation=generation, files=files | carried, late=late)
    before = _built(live.manifest) if live and live.manifest else {}
    return Plan(
        manifest=manifest,
        live=live,
        base=live if live and live.is_whole() else None,
        ready=_ready(releases, live, manifest),
        added=_ordered(files.keys() - before.keys()),
        changed=_ordered({path for path in files.keys() & before.keys() if files[path] != before[path]}),
        removed=_ordered(before.keys() - files.keys() - late.keys()),
    )


def _late(files: Mapping[str, Fingerprint], live: Release | None, generation: int, keep: int) -> dict[str, int]:
    """Return the recordings that apps may still ask for after a feed that they read before, for `keep` generations."""
    if live is None or live.manifest is None:
        return {}
    since = {path: live.manifest.late.get(path, generation) for path in live.manifest.files if is_recording(path)}
    return {
        path: first
        for path, first in sorted(since.items())
        if path not in files and generation - first < keep and live.holds(path)
    }


def _ready(releases: Releases, live: Release | None, manifest: Manifest) -> Release | None:
    """Return the release of this very site that was whole but not yet live when a publication was killed."""
    newest = live.generation if live else 0
    for release in releases.all():
        if release.generation > newest and _digest(release) == manifest.digest and release.is_whole():
            return release
    return None


def _digest(release: Release) -> str | None:
    return release.manifest.digest if release.manifest else None


def _built(manifest: Manifest) -> dict[str, Fingerprint]:
    return {path: entry for path, entry in manifest.files.items() if path not in manifest.late}


def _ordered(paths: set[str]) -> tuple[str, ...]:
    return tuple(sorted(paths, key=in_order))

"""Publishes a site to a folder of this machine: `releases/` holds the releases, `current` leads to the live one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from antenne.deploy.disk import Disk, LocalDisk, remove_tree
from antenne.deploy.lock import locked
from antenne.deploy.order import is_picture
from antenne.deploy.plan import Plan, plan_publication
from antenne.deploy.refusal import PublishRefused, refusing, sentence
from antenne.deploy.releases import NEXT_LINK, STAGING, Releases
from antenne.deploy.staging import Progress, Staging
from antenne.deploy.unrecorded import forget_what_never_went_live, note_down


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What a publication did, or would do: paths in the order of publication; `size` in bytes that are new.

    `nothing_changed` says that the live site already was the one that was built. `late` are the recordings that no
    feed names any more and that stay for apps that read an older one. `warnings` are sentences about what went wrong
    after the site was live.
    """

    live: Path
    generation: int
    nothing_changed: bool
    published: bool
    dry_run: bool
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    late: tuple[str, ...]
    size: int
    warnings: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether the live site is, or would be, another one."""
        return not self.nothing_changed

    def lines(self, limit: int = 60) -> tuple[str, ...]:
        """Return the changes as lines for the author: `+` added, `~` changed, `-` removed, and what went wrong.

        Pictures come in many sizes each, whose names say nothing to a person: they are only counted.
        """
        signs = (("+", self.added), ("~", self.changed), ("-", self.removed))
        lines = [f"{sign} {path}" for sign, paths in signs for path in paths if not is_picture(path)]
        more = [f"… and {len(lines) - limit} more"] if len(lines) > limit else []
        counts = [(sign, sum(is_picture(path) for path in paths)) for sign, paths in signs]
        pictures = [f"{sign} {n} picture{'' if n == 1 else 's'}" for sign, n in counts if n]
        return (*lines[:limit], *more, *pictures, *self.warnings)

    def summary(self) -> str:
        """Return the changes in numbers."""
        counts = ((self.added, "added"), (self.changed, "changed"), (self.removed, "removed"))
        told = [f"{len(paths)} {word}" for paths, word in counts if paths]
        return f"{', '.join(told)} ({self.size / 1e6:.1f} MB new)" if told else "the damaged live site made whole"


def publish_folder(
    build: Path,
    target: Path,
    *,
    keep: int,
    dry_run: bool = False,
    memo: bytes = b"",
    progress: Progress | None = None,
    disk: Disk | None = None,
) -> Publication:
    """Publish a built site; raise PublishRefused, with the live site as it was, when it cannot be done.

    `keep` releases stay, the live one among them. A dry run writes nothing. `memo` is what the author's files must say
    once the site is live: from the switch on `unrecorded` gives it, until `recorded` is told, whoever is killed.
    """
    if keep < 1:
        raise ValueError("at least one release stays: the live one")
    build, target, disk = build.resolve(), target.resolve(), disk or LocalDisk()
    releases = Releases(target)
    with refusing(target):
        _refuse_overlap(build, target)
        releases.refuse_what_is_not_ours()
        if dry_run:
            return _told(plan_publication(build, releases, keep), releases, dry_run=True)
        disk.make_folder(releases.folder)
        with locked(target / ".lock"):
            return _publish(build, releases, keep, memo, progress, disk)


def _publish(
    build: Path, releases: Releases, keep: int, memo: bytes, progress: Progress | None, disk: Disk
) -> Publication:
    releases.clean(disk)
    forget_what_never_went_live(releases, disk)
    plan = plan_publication(build, releases, keep)
    if plan.is_live:
        return _told(plan, releases, warnings=_prune(releases, keep, disk))
    name = plan.ready.folder.name if plan.ready else _make_release(build, releases, plan, progress, disk)
    if memo:
        note_down(releases, name, memo, disk)
    _go_live(releases, name, disk)
    return _told(plan, releases, published=True, warnings=_prune(releases, keep, disk))


def _make_release(build: Path, releases: Releases, plan: Plan, progress: Progress | None, disk: Disk) -> str:
    """Make the new release beside the live one and return its name; on any error take back what was made."""
    name = plan.manifest.name
    folder, manifest = releases.folder / f"{STAGING}{name}", releases.folder / f"{name}.json"
    try:
        Staging(build=build, folder=folder, plan=plan, disk=disk, progress=progress).fill()
        disk.write(manifest, plan.manifest.to_bytes())
        disk.move(folder, releases.folder / name)
        disk.sync(releases.folder)
    except BaseException:
        with suppress(OSError):
            disk.remove(manifest)
            remove_tree(disk, folder)
        raise
    return name


def _go_live(releases: Releases, name: str, disk: Disk) -> None:
    link = releases.target / NEXT_LINK
    disk.symlink(link, f"releases/{name}")
    disk.move(link, releases.current)


def _prune(releases: Releases, keep: int, disk: Disk) -> tuple[str, ...]:
    """Make the switch last and remove old releases: the site is live, so an error here is only told."""
    try:
        disk.sync(releases.target)
        releases.prune(keep, disk)
    except OSError as error:
        return (f"The site is live, but old releases could not be removed. {sentence(error, releases.target)}",)
    return ()


def _refuse_overlap(build: Path, target: Path) -> None:
    if build.is_relative_to(target) or target.is_relative_to(build):
        raise PublishRefused(
            f"{build} and {target} are one inside the other. Publish to a folder beside the built site."
        )


def _told(
    plan: Plan, releases: Releases, *, published: bool = False, dry_run: bool = False, warnings: tuple[str, ...] = ()
) -> Publication:
    release = plan.base if plan.base and plan.is_live else plan.ready or plan.manifest
    return Publication(
        live=releases.current,
        generation=release.generation,
        nothing_changed=plan.is_live,
        published=published,
        dry_run=dry_run,
        added=plan.added,
        changed=plan.changed,
        removed=plan.removed,
        late=tuple(sorted(plan.manifest.late)),
        size=plan.size,
        warnings=warnings,
    )

"""A folder of this machine as a target: `releases/` holds the releases, `current` leads to the live one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from antenne.deploy.disk import Disk, LocalDisk, remove_tree
from antenne.deploy.live import Live
from antenne.deploy.lock import locked
from antenne.deploy.manifest import Manifest
from antenne.deploy.plan import Plan
from antenne.deploy.refusal import PublishRefused, refusing, sentence
from antenne.deploy.releases import NEXT_LINK, STAGING, Release, Releases
from antenne.deploy.staging import Staging
from antenne.deploy.target import Progress
from antenne.deploy.unrecorded import forget_what_never_went_live, note_down, recorded, unrecorded


class FolderTarget(Struct, frozen=True):
    """A folder of this machine."""

    folder: Path
    disk: Disk = field(default_factory=LocalDisk)

    @property
    def shown(self) -> str:
        """The folder."""
        return str(self.folder)

    def refuse(self, build: Path) -> None:
        """Raise PublishRefused for a build that holds the folder, or stands in it."""
        if build.is_relative_to(self.folder) or self.folder.is_relative_to(build):
            raise PublishRefused(
                f"{build} and {self.folder} are one inside the other. Publish to a folder beside the built site."
            )

    @contextmanager
    def looked_at(self) -> Iterator[FolderSession]:
        """Give the folder for reading alone."""
        releases = Releases(self.folder)
        with refusing(self.folder):
            releases.refuse_what_is_not_ours()
            yield FolderSession(releases, self.disk)

    @contextmanager
    def held(self) -> Iterator[FolderSession]:
        """Give the folder to this publisher alone; raise PublishRefused when another one has it."""
        with self.looked_at() as session:
            self.disk.make_folder(session.releases.folder)
            with locked(self.folder / ".lock"):
                yield session

    def unrecorded(self) -> bytes | None:
        """Return the memo that the live release was published with, while it is not written down."""
        return unrecorded(self.folder)

    def recorded(self) -> None:
        """Say that it was written down; raises OSError."""
        recorded(self.folder)


class FolderSession(Struct):
    """A folder while it is looked at or held."""

    releases: Releases
    disk: Disk
    _made: str = ""

    @property
    def is_public_at_once(self) -> bool:
        """No: a release is public when `current` leads to it."""
        return False

    def live(self) -> Live | None:
        """Return the live release."""
        release = self.releases.live()
        return replace(release.as_live(), clock=int(time.time())) if release else None

    def next_generation(self) -> int:
        """Return the number of the next release."""
        return self.releases.next_generation()

    def clean(self) -> None:
        """Remove what killed publications left."""
        self.releases.clean(self.disk)
        forget_what_never_went_live(self.releases, self.disk)

    def bring(self, plan: Plan, progress: Progress) -> None:
        """Make the new release beside the live one; on any error take back what was made."""
        ready = self._ready(plan)
        if ready:
            self._made = ready.folder.name
            return
        name, live = plan.manifest.name, self.releases.live()
        folder = self.releases.folder / f"{STAGING}{name}"
        try:
            place = live.folder if live else None
            past = self.releases.folder / plan.past if plan.past else None
            Staging(folder=folder, plan=plan, live=place, past=past, disk=self.disk, progress=progress).fill()
            self._finish(folder, plan.manifest)
            self._made = name
        except BaseException:
            with suppress(OSError):
                self.disk.remove(self.releases.folder / f"{name}.json")
                remove_tree(self.disk, folder)
            raise

    def note(self, plan: Plan, memo: bytes) -> None:
        """Keep what is to be written down once the release is live."""
        note_down(self.releases, self._made, memo, self.disk)

    def go_live(self, plan: Plan, progress: Progress) -> int:
        """Let `current` lead to the new release, in one step."""
        link = self.releases.target / NEXT_LINK
        self.disk.symlink(link, f"releases/{self._made}")
        self.disk.move(link, self.releases.current)
        return int(self._made.split("-")[0])

    def sweep(self, plan: Plan, keep: int) -> tuple[str, ...]:
        """Make the switch last and remove old releases: the site is live, so an error here is only told."""
        try:
            self.disk.sync(self.releases.target)
            self.releases.prune(keep, self.disk)
        except OSError as error:
            words = sentence(error, self.releases.target)
            return (f"The site is live, but old releases could not be removed. {words}",)
        return ()

    def past(self) -> tuple[Manifest, ...]:
        """Return the whole releases that are not live, newest first."""
        live = self.releases.live()
        whole = (r for r in self.releases.all() if r.is_whole() and (live is None or r.folder != live.folder))
        return tuple(release.manifest for release in whole if release.manifest)

    def _finish(self, folder: Path, manifest: Manifest) -> None:
        self.disk.write(self.releases.folder / f"{manifest.name}.json", manifest.to_bytes())
        self.disk.move(folder, self.releases.folder / manifest.name)
        self.disk.sync(self.releases.folder)

    def _ready(self, plan: Plan) -> Release | None:
        """Return the release of this very site that was whole but not yet live when a publication was killed."""
        newest = plan.live.generation if plan.live else 0
        for release in self.releases.all():
            same = release.manifest is not None and release.manifest.digest == plan.manifest.digest
            if release.generation > newest and same and release.is_whole():
                return release
        return None

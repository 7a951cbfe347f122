"""A publication to a branch: one commit with no other before it, pushed only over the commit that was read."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress

from msgspec import Struct, field

from antenne.deploy.git.repository import Repository
from antenne.deploy.live import Live
from antenne.deploy.manifest import Manifest
from antenne.deploy.plan import Plan
from antenne.deploy.refusal import PublishRefused
from antenne.deploy.target import Progress

_OURS = frozenset((".nojekyll",))
_MARK = "Antenne-Publication: "


class GitSession(Struct):
    """A branch while it is looked at or held: the lease is the commit that was read."""

    repository: Repository
    notes: Callable[[Manifest, bytes], None]
    _head: str = ""
    _live: Manifest | None = None
    _commit: str = ""
    _past: dict[str, Manifest] = field(default_factory=dict)

    @property
    def is_public_at_once(self) -> bool:
        """No: a commit is public when the branch leads to it."""
        return False

    def live(self) -> Live | None:
        """Read the commit that the branch leads to."""
        self._head = self.repository.head()
        if not self._head:
            return None
        self.repository.fetch(self._head)
        if _MARK not in self.repository.message(self._head):
            raise PublishRefused(
                f"{self.repository.branch.shown} holds a commit that Antenne did not make, and its files would be "
                "replaced. Choose a branch for the site alone, or delete this one."
            )
        self._live = self._manifest(self._head)
        return Live(generation=self._live.generation, manifest=self._live)

    def next_generation(self) -> int:
        """Return the number of the next publication."""
        return (self._live.generation if self._live else 0) + 1

    def clean(self) -> None:
        """Leave everything: nothing that was cut short is public."""

    def bring(self, plan: Plan, progress: Progress) -> None:
        """Make the commit in our own repository."""
        message = _message(plan.manifest)
        if plan.past:
            self._commit = self.repository.tree_again(self.repository.remembered()[plan.past], message)
        else:
            self._commit = self.repository.commit(plan.build, sorted(plan.manifest.files), message)
            self._refuse_other_bytes(plan)
        progress(plan.size, plan.size)

    def note(self, plan: Plan, memo: bytes) -> None:
        """Keep what is to be written down once the plan is live, on this machine."""
        self.notes(plan.manifest, memo)

    def go_live(self, plan: Plan, progress: Progress) -> int:
        """Push the commit over the one that was read."""
        if self._head and self._live:
            self.repository.remember(self._live.name, self._head)
        self.repository.push(self._commit, self._head)
        # It is live: that this machine cannot go back to it one day is no failure of it.
        with suppress(PublishRefused):
            self.repository.remember(plan.manifest.name, self._commit)
        self._head, self._live = self._commit, plan.manifest
        return plan.manifest.generation

    def sweep(self, plan: Plan, keep: int) -> tuple[str, ...]:
        """Forget the commits of old publications."""
        try:
            for name in sorted(self.repository.remembered(), reverse=True)[keep:]:
                self.repository.forget(name)
            self.repository.tidy()
        except PublishRefused as refused:
            return (f"The site is live, but what is old could not be taken away. {refused}",)
        return ()

    def past(self) -> tuple[Manifest, ...]:
        """Return the publications whose commits this machine still has, newest first."""
        names = sorted(self.repository.remembered().items(), reverse=True)
        return tuple(self._manifest(commit) for name, commit in names if commit != self._head)

    def _manifest(self, commit: str) -> Manifest:
        generation, lineage = _read(self.repository.message(commit))
        files = {path: entry for path, entry in self.repository.files(commit) if path not in _OURS}
        return Manifest(generation=generation, files=files, lineage=lineage)

    def _refuse_other_bytes(self, plan: Plan) -> None:
        """Refuse a commit that is not what was planned: the build changed, or git was told to change line ends."""
        if self._manifest(self._commit).digest != plan.manifest.digest:
            raise PublishRefused("The site changed while it was being published. Build the site again, then publish.")


def _message(manifest: Manifest) -> str:
    told = json.dumps({"generation": manifest.generation, "lineage": list(manifest.lineage)})
    return f"Publication {manifest.generation}\n\n{_MARK}{told}\n"


def _read(message: str) -> tuple[int, tuple[str, ...]]:
    """Return generation and lineage from a commit's message; those of a stranger's commit are 0 and nothing."""
    line = next((line for line in message.splitlines() if line.startswith(_MARK)), "")
    try:
        told = json.loads(line.removeprefix(_MARK))
        return int(told["generation"]), tuple(str(one) for one in told["lineage"])
    except (ValueError, KeyError, TypeError):
        return 0, ()

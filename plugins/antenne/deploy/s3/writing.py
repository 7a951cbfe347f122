"""Writes one file of a publication, from the build or from what the store kept of an older publication."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from antenne.deploy.manifest import Fingerprint
from antenne.deploy.order import Kind, kind_of
from antenne.deploy.plan import Plan
from antenne.deploy.refusal import PublishRefused
from antenne.deploy.s3.state import KEPT, State
from antenne.deploy.s3.store import Form, Found, NotAsExpected, Store
from antenne.deploy.s3.upload import send

DIGEST = "sha256"
"""Our metadata: the SHA-256 of an object's bytes in hex, which no engine's etag can be trusted to be."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What is needed to write: what is live by `state`, and what is `listed` there."""

    store: Store
    plan: Plan
    state: State | None
    listed: Mapping[str, Found]
    form: Callable[[str], Form]

    def write(self, path: str, step: Callable[[int], None], *, absent: bool = False) -> None:
        """Write a file; one that must be new and is there with the same bytes is left as it is."""
        wanted = self.plan.manifest.files[path]
        if self._is_there(path, wanted):
            step(wanted.size)
            return
        self._keep_old(path)
        try:
            self._send(path, wanted, step, absent=absent and path not in self.listed)
        except NotAsExpected:
            # Its own answer was lost on the way, or another publisher of the same recording was quicker.
            if not self._is_there(path, wanted, fresh=True):
                raise PublishRefused(
                    f"Another file stands at {self.store.place.shown}{path}, which apps may have. Give the recording "
                    "another file name, then publish again."
                ) from None

    def swap(self, path: str, step: Callable[[int], None]) -> None:
        """Write over the very object that was listed; raise NotAsExpected when it is another one by now."""
        wanted, listed = self.plan.manifest.files[path], self.listed.get(path)
        if self._is_there(path, wanted):
            step(wanted.size)
            return
        self._keep_old(path)
        data = self._bytes(path)
        name, form = self._name(path), self._form(path, wanted)
        try:
            self.store.put(name, data, form, absent=listed is None, etag=listed.etag if listed else "")
        except NotAsExpected:
            if not self._is_there(path, wanted, fresh=True):
                raise
        step(wanted.size)

    def _send(self, path: str, wanted: Fingerprint, step: Callable[[int], None], *, absent: bool) -> None:
        name, form = self._name(path), self._form(path, wanted)
        if self.plan.past:
            self._recall(path, wanted, form)
            step(wanted.size)
        else:
            send(self.store, name, self.plan.build / path, wanted, form, absent=absent, step=step)

    def _recall(self, path: str, wanted: Fingerprint, form: Form) -> None:
        if self.store.find(self._kept(wanted)) is None:
            raise PublishRefused(f"{self.store.place.shown} no longer has {path} of that publication.")
        self.store.copy(self._kept(wanted), self._name(path), form)

    def _bytes(self, path: str) -> bytes:
        if not self.plan.past:
            return (self.plan.build / path).read_bytes()
        kept = self.store.read(self._kept(self.plan.manifest.files[path]))
        if kept is None:
            raise PublishRefused(f"{self.store.place.shown} no longer has {path} of that publication.")
        return kept[0]

    def _keep_old(self, path: str) -> None:
        """Keep the page or feed that is to be written over, so that the site can go back to it."""
        old = self.state.manifest.files.get(path) if self.state else None
        if old is None or path not in self.listed or kind_of(path) is Kind.MEDIA:
            return
        name = self._kept(old)
        if self.store.find(name) is None:
            self.store.copy(self._name(path), name, replace(self._form(path, old), cache="no-store"))

    def _is_there(self, path: str, wanted: Fingerprint, *, fresh: bool = False) -> bool:
        listed = self.listed.get(path)
        if not fresh and (listed is None or listed.size != wanted.size):
            return False
        found = self.store.find(self._name(path))
        return found is not None and found.size == wanted.size and found.metadata.get(DIGEST) == wanted.sha256

    def _form(self, path: str, wanted: Fingerprint) -> Form:
        return replace(self.form(path), metadata={DIGEST: wanted.sha256})

    def _name(self, path: str) -> str:
        return f"{self.store.place.prefix}{path}"

    def _kept(self, entry: Fingerprint) -> str:
        return f"{self.store.place.prefix}{KEPT}{entry.sha256}"

"""Writes one file of a publication, from the build or from what the store kept of an older publication."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from antenne.deploy.manifest import Fingerprint
from antenne.deploy.order import is_recording
from antenne.deploy.plan import Plan
from antenne.deploy.refusal import PublishRefused
from antenne.deploy.s3.asking import NotAsExpected
from antenne.deploy.s3.objects import Form, Found
from antenne.deploy.s3.state import KEPT, State
from antenne.deploy.s3.store import Store
from antenne.deploy.s3.upload import goes_in_parts, send

DIGEST = "sha256"
"""Our metadata: the SHA-256 of an object's bytes in hex, which no engine's etag can be trusted to be."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What is needed to write: what is live by `state`, what is `listed` there, and the digests that are `kept`.

    Each file that is written is returned as its etag.
    """

    store: Store
    plan: Plan
    state: State | None
    listed: Mapping[str, Found]
    kept: Collection[str]
    form: Callable[[str], Form]

    def write(self, path: str, step: Callable[[int], None]) -> str:
        """Write a file; one that is there with the same bytes is left, and a recording is written over nothing else."""
        wanted = self.plan.manifest.files[path]
        if etag := self._found(path, wanted):
            step(wanted.size)
            return etag
        self._keep_old(path)
        try:
            etag = self._send(path, wanted, step, absent=path not in self.listed)
        except NotAsExpected:
            # Its own answer was lost on the way, or another publisher of the same recording was quicker.
            etag = self._there(path, wanted)
            if not etag:
                raise self._other(path) from None
        return etag

    def swap(self, path: str, step: Callable[[int], None]) -> str:
        """Write over the very object that was listed; raise NotAsExpected when it is another one by now."""
        wanted, listed = self.plan.manifest.files[path], self.listed.get(path)
        etag = self._found(path, wanted)
        if not etag:
            self._keep_old(path)
            data = self._bytes(path)
            name, form = self._name(path), self._form(path, wanted)
            try:
                etag = self.store.put(name, data, form, absent=listed is None, etag=listed.etag if listed else "")
            except NotAsExpected:
                etag = self._there(path, wanted)
                if not etag:
                    raise
        step(wanted.size)
        return etag

    def tell(self, path: str, wanted: Fingerprint) -> str:
        """Tell of an object what is to be told of it, its bytes left as they are."""
        name = self._name(path)
        return self.store.copy(name, name, self._form(path, wanted))

    def _send(self, path: str, wanted: Fingerprint, step: Callable[[int], None], *, absent: bool) -> str:
        name, form = self._name(path), self._form(path, wanted)
        if self.plan.past:
            etag = self._recall(path, wanted, form)
            step(wanted.size)
            return etag
        etag = send(self.store, name, self.plan.build / path, wanted, form, absent=absent, step=step)
        # An upload that goes on tells what it was begun with.
        return self._told(path, wanted) if goes_in_parts(wanted) else etag

    def _told(self, path: str, wanted: Fingerprint) -> str:
        found = self.store.find(self._name(path))
        same = found is not None and found.metadata.get(DIGEST) == wanted.sha256
        return found.etag if found and same and found.told == self.form(path).told else self.tell(path, wanted)

    def _recall(self, path: str, wanted: Fingerprint, form: Form) -> str:
        if wanted.sha256 not in self.kept:
            raise PublishRefused(f"{self.store.place.shown} no longer has {path} of that publication.")
        return self.store.copy(self._kept(wanted), self._name(path), form)

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
        if old is None or not self._is_as_published(path) or is_recording(path):
            return
        if old.sha256 not in self.kept:
            self.store.copy(self._name(path), self._kept(old), replace(self._form(path, old), cache="no-store"))

    def _is_as_published(self, path: str) -> bool:
        listed, etag = self.listed.get(path), self.state.etags.get(path) if self.state else None
        return listed is not None and listed.etag == etag

    def _found(self, path: str, wanted: Fingerprint) -> str:
        """Return the etag of an object that has the bytes already; raise PublishRefused for one that is not ours."""
        if path not in self.listed or (self._is_as_published(path) and self._was(path) != wanted):
            return ""
        found = self.store.find(self._name(path))
        if found is None:
            return ""
        if found.size == wanted.size and found.metadata.get(DIGEST) == wanted.sha256:
            return found.etag if found.told == self.form(path).told else self.tell(path, wanted)
        if DIGEST not in found.metadata and self._was(path) is None:
            raise PublishRefused(
                f"{self.store.place.shown}{path} was not made by Antenne, and would be replaced. Move it away, or "
                "publish into another folder of the bucket (“prefix”)."
            )
        if is_recording(path) and self._was(path) != wanted:
            raise self._other(path)
        return ""

    def _there(self, path: str, wanted: Fingerprint) -> str:
        found = self.store.find(self._name(path))
        same = found is not None and found.size == wanted.size and found.metadata.get(DIGEST) == wanted.sha256
        return found.etag if found is not None and same else ""

    def _was(self, path: str) -> Fingerprint | None:
        return self.state.manifest.files.get(path) if self.state else None

    def _other(self, path: str) -> PublishRefused:
        return PublishRefused(
            f"Another file stands at {self.store.place.shown}{path}, which apps may have. Give it another file name, "
            "then publish again."
        )

    def _form(self, path: str, wanted: Fingerprint) -> Form:
        return replace(self.form(path), metadata={DIGEST: wanted.sha256})

    def _name(self, path: str) -> str:
        return f"{self.store.place.prefix}{path}"

    def _kept(self, entry: Fingerprint) -> str:
        return f"{self.store.place.prefix}{KEPT}{entry.sha256}"

"""What a target serves at this moment."""

from __future__ import annotations

from msgspec import Struct

from antenne.deploy.manifest import Manifest


class Live(Struct, frozen=True, kw_only=True):
    """What a target serves: its manifest, None when it was lost, and the files that are not there as it says.

    `retold` are the files whose headers are to change though their bytes do not; `clock` is the target's own time, in
    seconds since 1970.
    """

    generation: int
    manifest: Manifest | None
    gone: frozenset[str] = frozenset()
    retold: frozenset[str] = frozenset()
    clock: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether every file is there with its length."""
        return self.manifest is not None and not self.gone

    def holds(self, path: str) -> bool:
        """Say whether a file of the manifest is there with its length."""
        return self.manifest is not None and path in self.manifest.files and path not in self.gone

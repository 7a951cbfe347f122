"""The store under `.antenne/cache`: by content, made again when lost, shared by builds that run at once."""

from __future__ import annotations

import weakref
from pathlib import Path
from types import TracebackType

from antenne.media.memory import Memory
from antenne.media.prober import Prober
from antenne.probe.files import copy_verified, digest_of, is_intact


class Store:
    """A folder of derived files named by content, and what is known about the author's files.

    `audio/` holds whole copies of recordings, `images/` rendered pictures, `covers/` pictures out of tags.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.memory = Memory(root / "facts.sqlite")
        self.prober = Prober(root / "covers")
        # Whoever forgets to close a store leaves no process behind.
        self._finalizer = weakref.finalize(self, _close, self.memory, self.prober)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the worker and close the memory; the store can still be used."""
        _close(self.memory, self.prober)

    @property
    def covers(self) -> Path:
        """The folder of pictures that recordings carried."""
        return self.root / "covers"

    @property
    def images(self) -> Path:
        """The folder of rendered pictures."""
        return self.root / "images"

    def digest(self, path: Path) -> str:
        """Return the SHA-256 of a file's bytes in hex, read anew only when its size or times changed."""
        digest: str = self.memory.recall(path, "sha256", lambda: digest_of(path))
        return digest

    def keep(self, path: Path, digest: str) -> Path:
        """Return the store's own whole copy of a file, so that output never shares the author's bytes on the disk.

        Raise MediaError when the file has not that digest any more.
        """
        kept = self.root / "audio" / f"{digest}{path.suffix.lower()}"
        if not is_intact(kept) or kept.stat().st_size != path.stat().st_size:
            copy_verified(path, kept, digest)
        return kept


def _close(memory: Memory, prober: Prober) -> None:
    memory.close()
    prober.close()

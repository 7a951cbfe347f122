"""What a release holds: every file with its SHA-256 and its length, and which recordings it only carries on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field


class Fingerprint(Struct, frozen=True, kw_only=True):
    """A file's bytes: their SHA-256 in hex and their number."""

    sha256: str
    size: int


class Manifest(Struct, frozen=True, kw_only=True):
    """A release's files by path; `late` gives those that no page or feed names any more, with the generation since.

    `since` says when they were named no more, by the target's clock, in seconds since 1970.
    `site` is the public address of the site, empty where it has none.
    `lineage` are the digests of the ledgers of the publications up to this one, oldest first, in 16 hex digits.
    """

    generation: int
    files: Mapping[str, Fingerprint]
    late: Mapping[str, int] = field(default_factory=dict)
    lineage: tuple[str, ...] = ()
    since: Mapping[str, int] = field(default_factory=dict)
    site: str = ""

    @property
    def digest(self) -> str:
        """The SHA-256 of what was built, in hex: equal for two releases of the same build."""
        built = [[path, f.sha256, f.size] for path, f in sorted(self.files.items()) if path not in self.late]
        return hashlib.sha256(json.dumps(built).encode("ascii")).hexdigest()

    @property
    def built(self) -> dict[str, Fingerprint]:
        """The files that were built, without those that are only carried on."""
        return {path: entry for path, entry in self.files.items() if path not in self.late}

    @property
    def name(self) -> str:
        """The name of the release's folder."""
        return f"{self.generation:06d}-{self.digest[:8]}"

    def to_bytes(self) -> bytes:
        """Return the manifest as JSON, sorted."""
        files = {path: {"sha256": f.sha256, "size": f.size} for path, f in self.files.items()}
        document = {"generation": self.generation, "digest": self.digest, "files": files, "late": dict(self.late)}
        document |= {"lineage": self.lineage} if self.lineage else {}
        document |= {"since": dict(self.since)} if self.since else {}
        document |= {"site": self.site} if self.site else {}
        return (json.dumps(document, indent=1, sort_keys=True) + "\n").encode("ascii")

    @classmethod
    def from_bytes(cls, data: bytes) -> Manifest:
        """Read a manifest; raise ValueError for one that is torn or was changed."""
        try:
            document = json.loads(data)
            files = {path: Fingerprint(**entry) for path, entry in document["files"].items()}
            lineage = tuple(document.get("lineage", ()))
            manifest = cls(
                generation=document["generation"],
                files=files,
                late=document["late"],
                lineage=lineage,
                since=document.get("since", {}),
                site=document.get("site", ""),
            )
            whole = bool(manifest.digest == document["digest"] and manifest.to_bytes() == data)
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError("not a manifest") from error
        if not whole or not all(is_inside(path) for path in files):
            raise ValueError("a manifest that was changed")
        return manifest


def fingerprint(path: Path) -> Fingerprint:
    """Read a file through and return its fingerprint; raises OSError."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Fingerprint(sha256=digest, size=file.tell())


def is_inside(path: str) -> bool:
    """Say whether a path is relative and climbs out of nothing."""
    return "\0" not in path and not any(step in ("", ".", "..") for step in path.split("/"))

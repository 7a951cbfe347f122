"""What an object store remembers of its publications, under a prefix that nobody reads in public."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from antenne.deploy.manifest import Manifest
from antenne.deploy.s3.store import Form

CONTROL = ".antenne/"
LOCK, STATE, RELEASES, KEPT, PROBE = (
    f"{CONTROL}{name}" for name in ("lock", "state.json", "releases/", "kept/", "probe-")
)

FORM = Form(type="application/json", cache="no-store")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The publication that is live: its manifest, and the etag of each object by its path."""

    manifest: Manifest
    etags: Mapping[str, str]

    def to_bytes(self) -> bytes:
        """Return it as JSON, sorted."""
        document = {"manifest": self.manifest.to_bytes().decode(), "etags": dict(self.etags)}
        return (json.dumps(document, sort_keys=True) + "\n").encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> State:
        """Read it; raise ValueError for what is torn or was changed."""
        try:
            document = json.loads(data)
            return cls(manifest=Manifest.from_bytes(document["manifest"].encode()), etags=dict(document["etags"]))
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("not a state") from error

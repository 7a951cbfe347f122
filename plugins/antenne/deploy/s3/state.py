"""What an object store remembers of its publications, under a prefix that nobody reads in public."""

from __future__ import annotations

import json
from collections.abc import Mapping

from msgspec import Struct, field

from antenne.deploy.manifest import Manifest
from antenne.deploy.s3.objects import Form

CONTROL = ".antenne/"
LOCK, STATE, RELEASES, KEPT, PROBE = (
    f"{CONTROL}{name}" for name in ("lock", "state.json", "releases/", "kept/", "probe-")
)

FORM = Form(type="application/json", cache="no-store")


class State(Struct, frozen=True, kw_only=True):
    """The publication that is live: its manifest, and of each object by its path the etag and what is told of it."""

    manifest: Manifest
    etags: Mapping[str, str]
    told: Mapping[str, str] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """Return it as JSON, sorted."""
        document = {"manifest": self.manifest.to_bytes().decode(), "etags": dict(self.etags), "told": dict(self.told)}
        return (json.dumps(document, sort_keys=True) + "\n").encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> State:
        """Read it; raise ValueError for what is torn or was changed."""
        try:
            document = json.loads(data)
            manifest = Manifest.from_bytes(document["manifest"].encode())
            return cls(manifest=manifest, etags=dict(document["etags"]), told=dict(document.get("told", {})))
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("not a state") from error

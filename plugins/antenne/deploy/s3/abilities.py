"""What an object store can promise: it is tried once per publication, since engines differ and say nothing of it."""

from __future__ import annotations

from base64 import b64encode
from contextlib import suppress
from hashlib import sha256

from msgspec import Struct

from antenne.deploy.refusal import PublishRefused
from antenne.deploy.s3.asking import NotAsExpected, StoreRefused, StoreSilent
from antenne.deploy.s3.objects import Form
from antenne.deploy.s3.store import Store

OVERWRITES = (
    "This store cannot end a large upload only if nothing stands at its name (If-None-Match): it is looked up right "
    "before. Let no other program write to this folder of the bucket meanwhile."
)

_FORM = Form(type="text/plain", cache="no-store")


class Abilities(Struct, frozen=True, kw_only=True):
    """Whether writes hold conditions: `create_only` (If-None-Match: *) and `swap` (If-Match)."""

    create_only: bool
    swap: bool

    def missing(self) -> tuple[str, ...]:
        """Return sentences about the guarantees that this store cannot give."""
        found = []
        if not self.create_only:
            found.append(
                "This store cannot refuse to write over an object (If-None-Match): two publications that begin in the "
                "same second are told apart by reading back only."
            )
        if not self.swap:
            found.append(
                "This store cannot replace an object only if it is the one that was read (If-Match): never publish "
                "from two machines at once."
            )
        return tuple(found)


def try_abilities(store: Store, name: str, token: str) -> Abilities:
    """Try conditional writes on a name that nobody else uses, and take it away again."""
    try:
        etag = store.put(name, token.encode(), _FORM)
        create_only = _tried(store, name, absent=True) == "held"
        return Abilities(create_only=create_only, swap=_swaps(store, name, etag))
    finally:
        # What stays behind is swept one day; why it stayed must not hide what went wrong before.
        with suppress(PublishRefused):
            store.delete(name)


def completes(store: Store, name: str, token: str) -> bool:
    """Say whether an upload in parts is not ended over what is there, on a name that nobody else uses."""
    try:
        store.put(name, token.encode(), _FORM)
        upload = store.begin(name, _FORM)
        digest = b64encode(sha256(b"again").digest()).decode()
        try:
            store.complete(name, upload, {1: (store.part(name, upload, 1, b"again"), digest)}, absent=True)
        except NotAsExpected:
            store.abort(name, upload)
            return True
        except StoreSilent:
            raise
        except StoreRefused:
            # Unknown to this engine, as conditions of writes may be.
            store.abort(name, upload)
        return False
    finally:
        with suppress(PublishRefused):
            store.delete(name)


def _swaps(store: Store, name: str, etag: str) -> bool:
    # Some engines compare the etag as it is typed: Ceph 16 knows it without quotes only.
    for quoted in (True, False):
        store.quoted = quoted
        if _tried(store, name, etag="0" * 32) == "held" and _tried(store, name, etag=etag) == "written":
            return True
    store.quoted = True
    return False


def _tried(store: Store, name: str, *, absent: bool = False, etag: str = "") -> str:
    """Return what became of a write: `written`; `held` back by its condition; `unknown`, as engines call conditions."""
    try:
        store.put(name, b"again", _FORM, absent=absent, etag=etag)
    except NotAsExpected:
        return "held"
    except StoreSilent:
        raise
    except StoreRefused:
        return "unknown"
    return "written"

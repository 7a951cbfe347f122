"""One publication at a time: an object that only one publisher can make, and that must be renewed."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from antenne.deploy.refusal import TargetIsBusy
from antenne.deploy.s3.abilities import Abilities
from antenne.deploy.s3.store import Form, Found, NotAsExpected, Store

LASTS = timedelta(minutes=10)
"""How long a publisher that is killed keeps others waiting."""

_FORM = Form(type="application/json", cache="no-store")


@dataclass(slots=True)
class Lease:
    """The right to publish, by a token that nobody else has; `name` is the key of the lock."""

    store: Store
    name: str
    token: str
    etag: str
    since: float
    clock: Callable[[], float]

    def renew(self) -> None:
        """Renew the lease when a third of it is over; raise TargetIsBusy when somebody else took it."""
        if self.clock() - self.since < LASTS.total_seconds() / 3:
            return
        self.since = self.clock()
        try:
            self.etag = self.store.put(self.name, _document(self.token), _FORM, etag=self.etag)
        except NotAsExpected:
            found = self.store.read(self.name)
            if found is None or _token(found[0]) != self.token:
                raise _busy(self.store) from None
            self.etag = found[1].etag


@contextmanager
def leased(store: Store, name: str, abilities: Abilities, clock: Callable[[], float]) -> Iterator[Lease]:
    """Hold the lock; raise TargetIsBusy when somebody else does and their lease is not over."""
    token = secrets.token_hex(16)
    etag = _taken(store, name, token, abilities)
    lease = Lease(store, name, token, etag, clock(), clock)
    try:
        yield lease
    finally:
        found = store.read(name)
        if found is not None and _token(found[0]) == token:
            store.delete(name)


def _taken(store: Store, name: str, token: str, abilities: Abilities) -> str:
    try:
        if abilities.create_only:
            return store.put(name, _document(token), _FORM, absent=True)
        if store.find(name) is None:
            return _confirmed(store, name, token, store.put(name, _document(token), _FORM))
    except NotAsExpected:
        pass
    found = store.read(name)
    if found is None:
        raise _busy(store)
    if _token(found[0]) == token:
        # The store did it, and its answer was lost on the way.
        return found[1].etag
    return _taken_over(store, name, token, found[1], abilities)


def _taken_over(store: Store, name: str, token: str, found: Found, abilities: Abilities) -> str:
    """Take the lock of a publisher that was killed: by the store's clock its lease is over."""
    if store.clock() - found.at < LASTS:
        raise _busy(store)
    try:
        etag = store.put(name, _document(token), _FORM, etag=found.etag if abilities.swap else "")
    except NotAsExpected:
        raise _busy(store) from None
    return _confirmed(store, name, token, etag)


def _confirmed(store: Store, name: str, token: str, etag: str) -> str:
    found = store.read(name)
    if found is None or _token(found[0]) != token:
        raise _busy(store)
    return etag


def _busy(store: Store) -> TargetIsBusy:
    minutes = int(LASTS.total_seconds() // 60)
    return TargetIsBusy(
        f"Another publication to {store.place.shown} is under way. Wait until it has ended, then publish again. "
        f"One that was killed holds others up for {minutes} minutes at most."
    )


def _document(token: str) -> bytes:
    return json.dumps({"token": token}).encode()


def _token(data: bytes) -> str:
    try:
        return str(json.loads(data)["token"])
    except (ValueError, KeyError, TypeError):
        return ""

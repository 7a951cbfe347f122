"""One publication at a time: an object that only one publisher can make, and that must be renewed."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from threading import Event, Lock, Thread

from msgspec import Struct, field

from antenne.deploy.refusal import PublishRefused, TargetIsBusy
from antenne.deploy.s3.abilities import Abilities
from antenne.deploy.s3.asking import NotAsExpected
from antenne.deploy.s3.objects import Form, Found
from antenne.deploy.s3.store import Store

LASTS = timedelta(minutes=10)
"""How long a publisher that is killed keeps others waiting."""

_FORM = Form(type="application/json", cache="no-store")


class Lease(Struct):
    """The right to publish, by a token that nobody else has; `name` is the key of the lock."""

    store: Store
    name: str
    token: str
    etag: str
    since: float
    clock: Callable[[], float]
    _one: Lock = field(default_factory=Lock)

    def renew(self) -> None:
        """Renew the lease when a third of it is over; raise TargetIsBusy when somebody else took it."""
        with self._one:
            if self.clock() - self.since < LASTS.total_seconds() / 3:
                return
            if not self.store.swaps:
                self.confirm()
            try:
                self.etag = self.store.put(self.name, _document(self.token), _FORM, etag=self.etag)
            except NotAsExpected:
                # The answer to our own renewal may have been lost.
                self.etag = self.confirm().etag
            self.since = self.clock()

    def confirm(self) -> Found:
        """Return the lock while it is ours; raise TargetIsBusy when somebody took it, as after a machine has slept."""
        found = self.store.read(self.name)
        if found is None or _token(found[0]) != self.token:
            raise _busy(self.store)
        return found[1]

    def keep(self, over: Event) -> None:
        """Renew until it is over: one file on a slow line may take longer than the lease lasts."""
        while not over.wait(max(LASTS.total_seconds() / 10, 1)):
            # What is lost is noticed before anything public changes, and a silent network may speak again.
            with suppress(PublishRefused):
                self.renew()


@contextmanager
def leased(store: Store, name: str, abilities: Abilities, clock: Callable[[], float]) -> Iterator[Lease]:
    """Hold the lock; raise TargetIsBusy when somebody else does and their lease is not over."""
    token, since = secrets.token_hex(16), clock()
    lease, over = Lease(store, name, token, _taken(store, name, token, abilities), since, clock), Event()
    keeper = Thread(target=lease.keep, args=(over,), daemon=True)
    keeper.start()
    try:
        yield lease
    finally:
        over.set()
        keeper.join()
        # The publication has ended as it has: a lock that stays is only waited for, and says nothing else.
        with suppress(PublishRefused, NotAsExpected):
            lease.confirm()
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
    etag = ""
    # The answer may be lost on the way: whose lock it is, is read back.
    with suppress(NotAsExpected):
        etag = store.put(name, _document(token), _FORM, etag=found.etag if abilities.swap else "")
    return _confirmed(store, name, token, etag)


def _confirmed(store: Store, name: str, token: str, etag: str) -> str:
    found = store.read(name)
    if found is None or _token(found[0]) != token:
        raise _busy(store)
    return etag or found[1].etag


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

"""A bucket of an object store as a target: Amazon S3, or any engine that speaks its protocol."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct, field

from antenne.deploy.memos import Memos
from antenne.deploy.s3.abilities import try_abilities
from antenne.deploy.s3.inventory import Inventory
from antenne.deploy.s3.lease import leased
from antenne.deploy.s3.objects import Form, Place
from antenne.deploy.s3.session import S3Session
from antenne.deploy.s3.state import LOCK, PROBE
from antenne.deploy.s3.store import Store


class S3Target(Struct, frozen=True, kw_only=True):
    """A bucket; `form` says what is told of a file, `memos` keeps what is still to be written down."""

    place: Place
    form: Callable[[str], Form]
    memos: Memos
    open_store: Callable[[Place], Store] = Store
    clock: Callable[[], float] = time.monotonic
    say: Callable[[str], None] = field(default=lambda sentence: None)

    @property
    def shown(self) -> str:
        """The bucket and the folder in it."""
        return self.place.shown

    def refuse(self, build: Path) -> None:
        """Take every build."""

    @contextmanager
    def looked_at(self) -> Iterator[S3Session]:
        """Give the bucket for reading alone."""
        yield S3Session(Inventory(self.open_store(self.place), self.form), None, self.memos.note, self.say)

    @contextmanager
    def held(self) -> Iterator[S3Session]:
        """Give the bucket to this publisher alone; raise TargetIsBusy when another one has it."""
        store = self.open_store(self.place)
        abilities = try_abilities(store, f"{self.place.prefix}{PROBE}{secrets.token_hex(8)}", secrets.token_hex(8))
        for sentence in abilities.missing():
            self.say(sentence)
        store.swaps = abilities.swap
        store.creates = abilities.create_only
        with leased(store, f"{self.place.prefix}{LOCK}", abilities, self.clock) as lease:
            yield S3Session(Inventory(store, self.form), lease, self.memos.note, self.say)

    def unrecorded(self) -> bytes | None:
        """Return the memo that the live site was published with, while it is not written down."""
        return self.memos.unrecorded(self)

    def recorded(self) -> None:
        """Say that it was written down; raises OSError."""
        self.memos.forget()

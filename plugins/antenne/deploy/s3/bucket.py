"""A bucket by boto3: its connections, the conditions that it can keep, and its own time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Lock
from typing import Any

from antenne.deploy.s3.asking import StoreSilent, asking
from antenne.deploy.s3.line import BRIEF, PATIENT, Patience, connect
from antenne.deploy.s3.objects import Place


class Bucket:
    """A bucket; names are whole keys. Every request raises StoreRefused when it fails for good.

    `creates` and `swaps` say which conditions writes keep, `completes` whether the end of an upload in parts keeps that
    nothing is there, `quoted` how the store wants to read etags. A store that was silent once is waited for briefly
    from then on: giving back a lock must not take as long as finding out.
    """

    patience: Patience = PATIENT
    brief: Patience = BRIEF

    def __init__(self, place: Place) -> None:
        self.place = place
        self.quoted, self.creates, self.swaps, self.completes = True, True, True, True
        self._silent, self._making = False, Lock()
        self._second: Any = None
        # What boto3 finds on this machine may be wrong by itself.
        with asking(place, ""):
            self._first = connect(place, self.patience)

    def clock(self) -> datetime:
        """Return the store's own time: leases and ages are judged by it, never by this machine's."""
        with self._asking(""):
            said = self._client.list_objects_v2(Bucket=self.place.bucket, MaxKeys=1, Prefix=self.place.prefix)
            date = said["ResponseMetadata"]["HTTPHeaders"].get("date")
            return parsedate_to_datetime(date) if date else datetime.now(UTC)

    def condition(self, *, absent: bool = False, etag: str = "") -> dict[str, str]:
        """Return a request's condition as boto3 takes it; none where the store cannot keep it."""
        if absent:
            return {"IfNoneMatch": "*"} if self.creates else {}
        if not self.swaps:
            return {}
        return {"IfMatch": f'"{etag}"' if self.quoted else etag} if etag else {}

    @contextmanager
    def _asking(self, name: str) -> Iterator[None]:
        try:
            with asking(self.place, name):
                yield
        except StoreSilent:
            self._silent = True
            raise

    @property
    def _client(self) -> Any:
        if not self._silent:
            return self._first
        # boto3 makes one client at a time.
        with self._making:
            self._second = self._second or connect(self.place, self.brief)
            return self._second

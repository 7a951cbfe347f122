"""A bucket by boto3: the connection, the conditions that it can keep, and its own time."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import boto3
from botocore.config import Config

from antenne.deploy.s3.asking import asking
from antenne.deploy.s3.objects import Place


class Bucket:
    """A bucket; names are whole keys. Every request raises StoreRefused when it fails for good.

    `creates` and `swaps` say which conditions the store keeps, `quoted` how it wants to read etags in them.
    """

    def __init__(self, place: Place) -> None:
        self.place = place
        self.quoted, self.creates, self.swaps = True, True, True
        self._client = boto3.client(
            "s3",
            endpoint_url=place.endpoint or None,
            region_name=place.region,
            aws_access_key_id=place.key or None,
            aws_secret_access_key=place.secret or None,
            config=Config(
                s3={"addressing_style": "path" if place.endpoint else "auto"},
                retries={"mode": "standard", "max_attempts": 5},
                connect_timeout=10,
                read_timeout=60,
                max_pool_connections=32,
            ),
        )

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

    def _asking(self, name: str) -> AbstractContextManager[None]:
        return asking(self.place, name)

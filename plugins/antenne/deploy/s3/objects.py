"""What an object store is about: where a bucket is, an object as it was found, and what is told of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a bucket is: `endpoint` empty for Amazon's own, `prefix` empty or a folder in the bucket with a slash.

    `key` and `secret` are never shown; empty ones are looked for where boto3 does (environment, profile).
    """

    endpoint: str
    bucket: str
    region: str = "us-east-1"
    prefix: str = ""
    key: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)

    @property
    def shown(self) -> str:
        """The place as the author knows it."""
        return f"s3://{self.bucket}/{self.prefix}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An object that is there: `etag` without quotes, `size` in bytes, `at` by the store's clock.

    A list says nothing of `told`, the media type and the keeping, and of `metadata`.
    """

    etag: str
    size: int
    at: datetime
    told: tuple[str, str] = ("", "")
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What is told of an object besides its bytes: its media type, how long it may be kept, and our own metadata."""

    type: str
    cache: str
    metadata: Mapping[str, str] = field(default_factory=dict)

    @property
    def told(self) -> tuple[str, str]:
        """What a reader is told: the media type and the keeping."""
        return self.type, self.cache

    def arguments(self) -> dict[str, Any]:
        """Return them as boto3 takes them."""
        return {"ContentType": self.type, "CacheControl": self.cache, "Metadata": dict(self.metadata)}


def bare(etag: str) -> str:
    """Return an etag without its quotes."""
    return etag.strip('"')

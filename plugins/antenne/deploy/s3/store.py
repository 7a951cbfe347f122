"""The few requests that publishing makes of an object store: tests count them, stop at each one, or cut it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, BinaryIO

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError, NoCredentialsError

from antenne.deploy.refusal import PublishRefused

_FORBIDDEN = {"AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "403", "Forbidden"}
_ABSENT = {"404", "NoSuchKey", "NotFound", "NoSuchUpload"}
_CONDITION = {"412", "PreconditionFailed", "409", "ConditionalRequestConflict"}


class StoreRefused(PublishRefused):
    """The store did not do what it was asked for; the message says why and what to do."""


class StoreSilent(StoreRefused):
    """The store does not answer."""


class NotAsExpected(Exception):
    """A condition of a request did not hold: somebody else was there before."""


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


class Store:
    """A bucket, by boto3; names are whole keys. Every request raises StoreRefused when it fails for good.

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

    def find(self, name: str) -> Found | None:
        """Return what is there under a name."""
        with self._asking(name):
            try:
                said = self._client.head_object(Bucket=self.place.bucket, Key=name)
            except ClientError as error:
                if _code(error) in _ABSENT:
                    return None
                raise
            return Found(
                etag=_bare(said["ETag"]),
                size=said["ContentLength"],
                at=said["LastModified"],
                told=(said.get("ContentType", ""), said.get("CacheControl", "")),
                metadata=said["Metadata"],
            )

    def read(self, name: str) -> tuple[bytes, Found] | None:
        """Return the bytes under a name, which are few, and what is known of them."""
        with self._asking(name):
            try:
                said = self._client.get_object(Bucket=self.place.bucket, Key=name)
            except ClientError as error:
                if _code(error) in _ABSENT:
                    return None
                raise
            data = said["Body"].read()
            return data, Found(etag=_bare(said["ETag"]), size=len(data), at=said["LastModified"])

    def list(self, prefix: str) -> Iterator[tuple[str, Found]]:
        """Give every object whose name begins so."""
        with self._asking(prefix):
            pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self.place.bucket, Prefix=prefix)
            for page in pages:
                for entry in page.get("Contents", ()):
                    yield entry["Key"], Found(etag=_bare(entry["ETag"]), size=entry["Size"], at=entry["LastModified"])

    def put(self, name: str, body: bytes | BinaryIO, form: Form, *, absent: bool = False, etag: str = "") -> str:
        """Write an object and return its etag; with `absent` or `etag`, raise NotAsExpected unless that holds."""
        with self._asking(name):
            said = self._client.put_object(
                Bucket=self.place.bucket,
                Key=name,
                Body=body,
                ChecksumAlgorithm="SHA256",
                **form.arguments(),
                **self.condition(absent=absent, etag=etag),
            )
            return _bare(said["ETag"])

    def copy(self, source: str, name: str, form: Form) -> str:
        """Copy an object inside the store, and return the copy's etag."""
        with self._asking(name):
            said = self._client.copy_object(
                Bucket=self.place.bucket,
                Key=name,
                CopySource={"Bucket": self.place.bucket, "Key": source},
                MetadataDirective="REPLACE",
                **form.arguments(),
            )
            return _bare(said["CopyObjectResult"]["ETag"])

    def delete(self, name: str) -> None:
        """Remove an object; one that is gone is no error."""
        with self._asking(name):
            self._client.delete_object(Bucket=self.place.bucket, Key=name)

    def begin(self, name: str, form: Form) -> str:
        """Begin an upload in parts and return its id."""
        with self._asking(name):
            said = self._client.create_multipart_upload(
                Bucket=self.place.bucket, Key=name, ChecksumAlgorithm="SHA256", **form.arguments()
            )
            return str(said["UploadId"])

    def begun(self, prefix: str) -> tuple[tuple[str, str, datetime], ...]:
        """Return the name, the id and the begin of every upload in parts that is not complete."""
        with self._asking(prefix):
            pages = self._client.get_paginator("list_multipart_uploads").paginate(
                Bucket=self.place.bucket, Prefix=prefix
            )
            found = [(up["Key"], up["UploadId"], up["Initiated"]) for page in pages for up in page.get("Uploads", ())]
            return tuple(sorted(found))

    def parts(self, name: str, upload: str) -> dict[int, tuple[int, str, str]]:
        """Return size, etag and SHA-256 (base64, or nothing) of each part that is there, by its number from 1."""
        with self._asking(name):
            pages = self._client.get_paginator("list_parts").paginate(
                Bucket=self.place.bucket, Key=name, UploadId=upload
            )
            parts = [part for page in pages for part in page.get("Parts", ())]
            return {p["PartNumber"]: (p["Size"], _bare(p["ETag"]), p.get("ChecksumSHA256", "")) for p in parts}

    def part(self, name: str, upload: str, number: int, body: bytes) -> str:
        """Send one part and return its etag."""
        with self._asking(name):
            said = self._client.upload_part(
                Bucket=self.place.bucket,
                Key=name,
                UploadId=upload,
                PartNumber=number,
                Body=body,
                ChecksumAlgorithm="SHA256",
            )
            return _bare(said["ETag"])

    def complete(self, name: str, upload: str, parts: Mapping[int, tuple[str, str]], *, absent: bool = False) -> None:
        """Make an object of its parts, each with its etag and its SHA-256 (base64).

        Raises NotAsExpected with `absent` when there is one already, and when the upload is over: it may be complete,
        and the answer lost.
        """
        listed = [
            {"PartNumber": number, "ETag": etag, "ChecksumSHA256": digest}
            for number, (etag, digest) in sorted(parts.items())
        ]
        with self._asking(name):
            try:
                self._client.complete_multipart_upload(
                    Bucket=self.place.bucket,
                    Key=name,
                    UploadId=upload,
                    MultipartUpload={"Parts": listed},
                    **self.condition(absent=absent),
                )
            except ClientError as error:
                if _code(error) in _ABSENT:
                    raise NotAsExpected(name) from None
                raise

    def abort(self, name: str, upload: str) -> None:
        """Give up an upload in parts; one that is gone is no error."""
        with self._asking(name):
            try:
                self._client.abort_multipart_upload(Bucket=self.place.bucket, Key=name, UploadId=upload)
            except ClientError as error:
                if _code(error) not in _ABSENT:
                    raise

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
        """Turn what boto3 raises into sentences that hold no secret."""
        try:
            yield
        except ClientError as error:
            if _code(error) in _CONDITION or _status(error) == 412:
                raise NotAsExpected(name) from None
            raise StoreRefused(self._sentence(error, name)) from None
        except NoCredentialsError:
            raise StoreRefused(
                f"There is no key for {self.place.shown}. Set ANTENNE_S3_KEY and ANTENNE_S3_SECRET in the environment, "
                "or put them into the system's keyring (docs/publishing.md)."
            ) from None
        except (BotoCoreError, HTTPClientError) as error:
            raise StoreSilent(
                f"{self.place.shown} does not answer ({type(error).__name__}). Look at the network and at the "
                "endpoint, then publish again: it goes on where it stopped."
            ) from None

    def _sentence(self, error: ClientError, name: str) -> str:
        code = _code(error)
        if code == "NoSuchBucket":
            return f"There is no bucket {self.place.bucket}. Make it at your provider, or correct its name."
        if code in _FORBIDDEN:
            return (
                f"{self.place.shown} refuses this key ({code}). It must be allowed to list the bucket and to read, "
                "write and delete in it."
            )
        return f"{self.place.shown}{name.removeprefix(self.place.prefix)} could not be written or read ({code})."


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))


def _status(error: ClientError) -> int:
    return int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))


def _bare(etag: str) -> str:
    return etag.strip('"')

"""The few requests that publishing makes of an object store: tests count them, stop at each one, or cut it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from botocore.exceptions import ClientError

from antenne.deploy.s3.asking import is_absent
from antenne.deploy.s3.objects import Form, Found, bare
from antenne.deploy.s3.parts import Parts


class Store(Parts):
    """A bucket and its objects, whole or in parts."""

    def find(self, name: str) -> Found | None:
        """Return what is there under a name."""
        with self._asking(name):
            try:
                said = self._client.head_object(Bucket=self.place.bucket, Key=name)
            except ClientError as error:
                if is_absent(error):
                    return None
                raise
            return Found(
                etag=bare(said["ETag"]),
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
                if is_absent(error):
                    return None
                raise
            data = said["Body"].read()
            return data, Found(etag=bare(said["ETag"]), size=len(data), at=said["LastModified"])

    def list(self, prefix: str) -> Iterator[tuple[str, Found]]:
        """Give every object whose name begins so."""
        with self._asking(prefix):
            pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self.place.bucket, Prefix=prefix)
            for page in pages:
                for entry in page.get("Contents", ()):
                    yield entry["Key"], Found(etag=bare(entry["ETag"]), size=entry["Size"], at=entry["LastModified"])

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
            return bare(said["ETag"])

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
            return bare(said["CopyObjectResult"]["ETag"])

    def delete(self, name: str) -> None:
        """Remove an object; one that is gone is no error."""
        with self._asking(name):
            self._client.delete_object(Bucket=self.place.bucket, Key=name)

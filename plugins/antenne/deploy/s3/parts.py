"""Uploads in parts: what was sent of a cut one need not be sent again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from botocore.exceptions import ClientError

from antenne.deploy.s3.asking import NotAsExpected, is_absent
from antenne.deploy.s3.bucket import Bucket
from antenne.deploy.s3.objects import Form, bare


class Parts(Bucket):
    """A bucket that takes large objects in parts."""

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
            return {p["PartNumber"]: (p["Size"], bare(p["ETag"]), p.get("ChecksumSHA256", "")) for p in parts}

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
            return bare(said["ETag"])

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
                    **self.condition(absent=absent and self.completes),
                )
            except ClientError as error:
                if is_absent(error):
                    raise NotAsExpected(name) from None
                raise

    def abort(self, name: str, upload: str) -> None:
        """Give up an upload in parts; one that is gone is no error."""
        with self._asking(name):
            try:
                self._client.abort_multipart_upload(Bucket=self.place.bucket, Key=name, UploadId=upload)
            except ClientError as error:
                if not is_absent(error):
                    raise

"""Sends a file to an object store: small ones whole, large ones in parts that a cut upload need not send again."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path

from antenne.deploy.manifest import Fingerprint
from antenne.deploy.refusal import PublishRefused
from antenne.deploy.s3.asking import NotAsExpected
from antenne.deploy.s3.objects import Form
from antenne.deploy.s3.store import Store

PART = 8 * 1024 * 1024
"""The size of a part: S3 takes 5 MiB to 5 GiB, and 10,000 parts."""

_PARTS = 10_000


def goes_in_parts(wanted: Fingerprint) -> bool:
    """Say whether a file is too large to be sent whole."""
    return wanted.size > PART


def send(
    store: Store, name: str, source: Path, wanted: Fingerprint, form: Form, *, absent: bool, step: Callable[[int], None]
) -> str:
    """Send a file; raise NotAsExpected when `absent` was asked for and something is there.

    Returns the etag of one that was sent whole, else nothing. Raises PublishRefused when the file is not the one that
    was planned.
    """
    if not goes_in_parts(wanted):
        data = source.read_bytes()
        _same(hashlib.sha256(data).hexdigest(), wanted, source)
        etag = store.put(name, data, form, absent=absent)
        step(wanted.size)
        return etag
    _in_parts(store, name, source, wanted, form, absent=absent, step=step)
    return ""


def _in_parts(
    store: Store, name: str, source: Path, wanted: Fingerprint, form: Form, *, absent: bool, step: Callable[[int], None]
) -> None:
    upload = _under_way(store, name, source, wanted.size) or store.begin(name, form)
    there, digest = store.parts(name, upload), hashlib.sha256()
    sent: dict[int, tuple[str, str]] = {}
    for number, data in _cut(source, wanted.size):
        digest.update(data)
        known, checksum = there.get(number), b64encode(hashlib.sha256(data).digest()).decode()
        if known is None or not _is(data, checksum, known):
            known = (len(data), store.part(name, upload, number, data), checksum)
        # Some engines list no checksums of parts, and want all of them in the end.
        sent[number] = (known[1], checksum)
        step(len(data))
    _same(digest.hexdigest(), wanted, source)
    if absent and not store.completes and store.find(name) is not None:
        raise NotAsExpected(name)
    store.complete(name, upload, sent, absent=absent)


def _under_way(store: Store, name: str, source: Path, size: int) -> str:
    """Return the upload of these very bytes that was begun last, and give up the others.

    An upload tells in the end what it was begun with, so one whose first part is another file's is of no use. The
    other parts are compared before they are trusted.
    """
    first = next(_cut(source, size))[1]
    checksum = b64encode(hashlib.sha256(first).digest()).decode()
    begun = sorted((at, upload) for key, upload, at in store.begun(name) if key == name)
    for _, upload in reversed(begun):
        known = store.parts(name, upload).get(1)
        if known and _is(first, checksum, known):
            return upload
        store.abort(name, upload)
    return ""


def _cut(source: Path, size: int) -> Iterator[tuple[int, bytes]]:
    part = max(PART, -(-size // _PARTS))
    with source.open("rb") as file:
        number = 1
        while data := file.read(part):
            yield number, data
            number += 1


def _is(data: bytes, checksum: str, known: tuple[int, str, str]) -> bool:
    size, etag, sha256 = known
    if sha256:
        return sha256 == checksum
    return size == len(data) and hashlib.md5(data, usedforsecurity=False).hexdigest() == etag


def _same(digest: str, wanted: Fingerprint, source: Path) -> None:
    if digest != wanted.sha256:
        raise PublishRefused(f"{source.name} changed while it was being published. Build the site again, then publish.")

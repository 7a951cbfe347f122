"""Asks a public server for single files, as an app would, and says what is wrong with its answers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from urllib.parse import quote

from msgspec import Struct

from antenne.deploy.enclosures import Enclosure
from antenne.deploy.manifest import Fingerprint
from antenne.fetch import Answer, Fetch, FetchRefused, Limits

_FOLDER = " See that the server shows index.html for addresses that end with “/”."
_REWRITTEN = " Where a network in front of it rewrites pages (“minify”, hidden e-mail addresses), switch that off."


class Asking(Struct, frozen=True):
    """A public site at an address without a trailing slash."""

    address: str
    fetch: Fetch
    limits: Limits

    def get(self, path: str) -> Answer:
        """Ask for a file of the site, past caches; raise FetchRefused."""
        place = f"{self.address}/{quote(_address(path))}"
        return self.fetch(place, headers={"Cache-Control": "no-cache"}, limits=self.limits)

    def stale(self, path: str, wanted: Fingerprint) -> str:
        """Return a sentence when a file of the site is not shown as it was published, else nothing."""
        place = f"{self.address}/{quote(_address(path))}"
        try:
            answer = self.get(path)
        except FetchRefused as refused:
            return f"{place} does not answer: {refused}"
        if path == "404.html" and answer.status in (200, 404):
            return ""
        is_page = answer.media_type == "text/html"
        # Buckets answer for a folder with a list of it, and 200.
        folder = _FOLDER if place[-1] == "/" and (answer.status != 200 or not is_page) else ""
        if answer.status != 200:
            return f"{place} answers with {answer.status} instead of 200.{folder}"
        same = len(answer.body) == wanted.size and hashlib.sha256(answer.body).hexdigest() == wanted.sha256
        hint = folder or (_REWRITTEN if is_page else "")
        return "" if same else f"{place} does not show what was published yet.{hint}"

    def lacking(self, enclosure: Enclosure, *, is_new: bool) -> str:
        """Return a sentence when a recording does not answer as its feed says, else nothing; new ones give a part."""
        try:
            return next(self._faults(enclosure, is_new=is_new), "")
        except FetchRefused as refused:
            return f"{enclosure.url} does not answer: {refused}"

    def _faults(self, enclosure: Enclosure, *, is_new: bool) -> Iterator[str]:
        url, length = enclosure.url, enclosure.length
        head = self.fetch(url, method="HEAD", limits=self.limits)
        if head.status != 200:
            yield f"{url} answers with {head.status} instead of 200."
        said = head.headers.get("content-length")
        if said is not None and said != str(length):
            yield f"{url} has {said} bytes at the server; the feed says {length}."
        if enclosure.type and not _same_type(head, enclosure.type):
            yield f"{url} is served as {head.media_type or 'nothing'}; the feed says {enclosure.type}."
        if is_new:
            yield from self._unseekable(url, length)

    def _unseekable(self, url: str, length: int) -> Iterator[str]:
        part = self.fetch(url, headers={"Range": f"bytes={length - 1}-{length - 1}"}, limits=self.limits, most=2)
        if part.status != 206 or not part.headers.get("content-range", "").endswith(f"/{length}"):
            yield f"{url} cannot be asked for its last byte (Range), so apps could not seek in it."


def _address(path: str) -> str:
    """Return where a file of the site is read: a folder's first page under the folder's own address."""
    folder, _, name = path.rpartition("/")
    return (f"{folder}/" if folder else "") if name == "index.html" else path


def _same_type(answer: Answer, wanted: str) -> bool:
    """Say whether a server names a type as the feed does; `audio/x-m4a` and `audio/mp4` are one."""
    alike = {"audio/x-m4a": "audio/mp4", "audio/mp3": "audio/mpeg", "audio/x-flac": "audio/flac"}
    served = answer.media_type
    return alike.get(served, served) == alike.get(wanted, wanted)

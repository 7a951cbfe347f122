"""Asks the public site, as an app would: before the feeds go out for what they name, and after, for what is live."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Protocol, TypeVar
from urllib.parse import quote

from antenne.deploy.enclosures import Enclosure, enclosures_of, served_enclosures
from antenne.deploy.manifest import Fingerprint
from antenne.deploy.order import Kind, is_recording, kind_of
from antenne.deploy.plan import Plan
from antenne.deploy.refusal import LiveIsNotWhole, PublishRefused
from antenne.fetch import Answer, Fetch, FetchRefused, Limits, fetch
from antenne.servers import FOR_HOSTS, is_packed

T = TypeVar("T")

_ASKED_AT_ONCE = 16
_READ_BACK = 40
"""How many changed pages are read back; every changed feed is."""


class Gate(Protocol):
    """What stands between a publication and the public."""

    def before(self, plan: Plan) -> None:
        """Raise PublishRefused when a recording that a feed of the build names does not answer as the feed says."""

    def after(self, plan: Plan) -> None:
        """Raise LiveIsNotWhole when the public site is not what was published."""


@dataclass(frozen=True, slots=True)
class NoGate:
    """No public server is asked: a folder of this machine may have none."""

    def before(self, plan: Plan) -> None:
        """Let everything pass."""

    def after(self, plan: Plan) -> None:
        """Let everything pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicGate:
    """The site at its public address, without a trailing slash; `patience` is how long it may take to show, in s.

    `media` is the address of the recordings, where they have one of their own.
    """

    address: str
    media: str = ""
    patience: float = 60.0
    fetch: Fetch = fetch
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    limits: Limits = field(default_factory=lambda: Limits(size=60_000_000, seconds=30))

    def before(self, plan: Plan) -> None:
        """Ask for every recording that a feed of the build names; new ones are asked for a part as well."""
        self._until_whole(lambda: self._missing(self._named(plan), plan), PublishRefused)

    def after(self, plan: Plan) -> None:
        """Read back every changed feed and the first changed pages, and ask for the recordings again.

        Where nothing has changed, that is every feed and the first page: what went live may not be shown yet.
        """
        changed = (*plan.added, *plan.changed) or ("index.html", *sorted(plan.manifest.built))
        changed = tuple(path for path in changed if not is_packed(path) and path not in FOR_HOSTS)
        paths = [path for path in changed if kind_of(path) is Kind.FEED]
        pages = [path for path in changed if kind_of(path) is Kind.PAGE]
        paths += pages[: _READ_BACK if plan.added or plan.changed else 1]

        def wrong() -> list[str]:
            stale = self._asked(self._stale, [(path, plan.manifest.files[path]) for path in paths])
            try:
                return stale or self._missing(self._shown(plan) if plan.past else self._named(plan), plan)
            except FetchRefused as refused:
                return [str(refused)]

        self._until_whole(wrong, LiveIsNotWhole)

    def _named(self, plan: Plan) -> tuple[Enclosure, ...]:
        return enclosures_of(plan.build, self.media)

    def _shown(self, plan: Plan) -> tuple[Enclosure, ...]:
        """Return what the public feeds name: what is gone back to stands at the target alone, not on this machine."""
        files = plan.manifest.built
        found: dict[str, Enclosure] = {}
        for feed in (path for path in sorted(files) if kind_of(path) is Kind.FEED and path.endswith(".xml")):
            data = self._get(f"{self.address}/{quote(feed)}").body
            named = served_enclosures(data, feed, lambda path: path in files or is_recording(path), self.media)
            found |= {one.url: one for one in named if isinstance(one, Enclosure)}
        return tuple(found.values())

    def _until_whole(self, wrong: Callable[[], list[str]], error: type[PublishRefused]) -> None:
        """Ask again, with longer and longer pauses, until nothing is wrong: a network of caches takes its time."""
        end, pause = self.clock() + self.patience, 0.5
        while found := wrong():
            if self.clock() + pause > end:
                more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
                raise error(f"{found[0]}{more}")
            self.sleep(pause)
            pause = min(pause * 2, 10.0)

    def _missing(self, enclosures: Iterable[Enclosure], plan: Plan) -> list[str]:
        known = plan.live.manifest.files if plan.live and plan.live.manifest else {}
        ours = [one for one in enclosures if one.path]
        # What is gone back to is not new: a part of it was asked for when it was.
        return self._asked(self._lacking, [(one, not plan.past and one.path not in known) for one in ours])

    def _asked(self, ask: Callable[[T], str], items: list[T]) -> list[str]:
        with ThreadPoolExecutor(_ASKED_AT_ONCE) as pool:
            return [sentence for sentence in pool.map(ask, items) if sentence]

    def _lacking(self, asked: tuple[Enclosure, bool]) -> str:
        enclosure, is_new = asked
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

    def _stale(self, expected: tuple[str, Fingerprint]) -> str:
        path, wanted = expected
        place = f"{self.address}/{quote(_address(path))}"
        try:
            answer = self._get(place)
        except FetchRefused as refused:
            return f"{place} does not answer: {refused}"
        if path == "404.html" and answer.status in (200, 404):
            return ""
        if answer.status != 200:
            folder = (
                " See that the server shows index.html for addresses that end with “/”." if place[-1] == "/" else ""
            )
            return f"{place} answers with {answer.status} instead of 200.{folder}"
        same = len(answer.body) == wanted.size and hashlib.sha256(answer.body).hexdigest() == wanted.sha256
        return "" if same else f"{place} does not show what was published yet."

    def _get(self, place: str) -> Answer:
        return self.fetch(place, headers={"Cache-Control": "no-cache"}, limits=self.limits)


def _address(path: str) -> str:
    """Return where a file of the site is read: a folder's first page under the folder's own address."""
    folder, _, name = path.rpartition("/")
    return (f"{folder}/" if folder else "") if name == "index.html" else path


def _same_type(answer: Answer, wanted: str) -> bool:
    """Say whether a server names a type as the feed does; `audio/x-m4a` and `audio/mp4` are one."""
    alike = {"audio/x-m4a": "audio/mp4", "audio/mp3": "audio/mpeg", "audio/x-flac": "audio/flac"}
    served = answer.media_type
    return alike.get(served, served) == alike.get(wanted, wanted)

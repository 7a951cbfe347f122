"""Asks the public site, as an app would: before the feeds go out for what they name, and after, for what is live."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

from msgspec import Struct, field

from antenne.deploy.asking import Asking
from antenne.deploy.enclosures import Enclosure, enclosures_of, served_enclosures
from antenne.deploy.order import Kind, is_recording, kind_of
from antenne.deploy.plan import Plan
from antenne.deploy.refusal import LiveIsNotWhole, PublishRefused
from antenne.deploy.waiting import Waiting, minutes
from antenne.fetch import Fetch, FetchRefused, Limits, fetch
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


class NoGate(Struct, frozen=True):
    """No public server is asked: a folder of this machine may have none."""

    def before(self, plan: Plan) -> None:
        """Let everything pass."""

    def after(self, plan: Plan) -> None:
        """Let everything pass."""


class PublicGate(Struct, frozen=True, kw_only=True):
    """The site at its public address, without a trailing slash; `patience` is how long it may take to show, in s.

    `media` is the address of the recordings, where they have one of their own, and `media_patience` that for them
    before any page names them.
    """

    address: str
    media: str = ""
    patience: float = 60.0
    media_patience: float = 60.0
    waiting: Waiting = Waiting()
    fetch: Fetch = fetch
    limits: Limits = field(default_factory=lambda: Limits(size=60_000_000, seconds=30))

    def before(self, plan: Plan) -> None:
        """Ask for every recording that a feed of the build names; new ones are asked for a part as well."""
        what, patience = f"the recordings at {self.media or self.address}", self.media_patience
        found = self.waiting.until_right(lambda: self._missing(self._named(plan), plan), patience, what)
        if found:
            raise PublishRefused(f"{_first(found)} No page or feed was changed.")

    def after(self, plan: Plan) -> None:
        """Read back every changed feed and the first changed pages, and ask for the recordings again.

        Where nothing has changed, that is every feed and the first page: what went live may not be shown yet.
        """
        paths = _read_back(plan)

        def wrong() -> list[str]:
            stale = self._asked(lambda path: self._asking.stale(path, plan.manifest.files[path]), paths)
            try:
                return stale or self._missing(self._shown(plan) if plan.past else self._named(plan), plan)
            except FetchRefused as refused:
                return [str(refused)]

        found = self.waiting.until_right(wrong, self.patience, f"{self.address} to show what was published")
        if found:
            raise LiveIsNotWhole(
                f"{_first(found)} What was published is live, and after {minutes(self.patience)} its public address "
                "does not show it whole. A host that builds sites may need longer (“patience”); “invoke publish” "
                "looks again, “invoke rollback” goes back."
            )

    @property
    def _asking(self) -> Asking:
        return Asking(self.address, self.fetch, self.limits)

    def _named(self, plan: Plan) -> tuple[Enclosure, ...]:
        return enclosures_of(plan.build, self.media)

    def _shown(self, plan: Plan) -> tuple[Enclosure, ...]:
        """Return what the public feeds name: what is gone back to stands at the target alone, not on this machine."""
        files = plan.manifest.built

        def named(feed: str) -> list[Enclosure]:
            data = self._asking.get(feed).body
            found = served_enclosures(data, feed, lambda path: path in files or is_recording(path), self.media)
            return [one for one in found if isinstance(one, Enclosure)]

        feeds = (path for path in sorted(files) if kind_of(path) is Kind.FEED and path.endswith(".xml"))
        with ThreadPoolExecutor(_ASKED_AT_ONCE) as pool:
            return tuple({one.url: one for found in pool.map(named, feeds) for one in found}.values())

    def _missing(self, enclosures: Iterable[Enclosure], plan: Plan) -> list[str]:
        known = plan.live.manifest.files if plan.live and plan.live.manifest else {}
        ours = [one for one in enclosures if one.path]
        # What is gone back to is not new: a part of it was asked for when it was.
        return self._asked(
            lambda one: self._asking.lacking(one, is_new=not plan.past and one.path not in known),
            ours,
        )

    def _asked(self, ask: Callable[[T], str], items: list[T]) -> list[str]:
        with ThreadPoolExecutor(_ASKED_AT_ONCE) as pool:
            return [sentence for sentence in pool.map(ask, items) if sentence]


def _read_back(plan: Plan) -> list[str]:
    changed = (*plan.added, *plan.changed) or ("index.html", *sorted(plan.manifest.built))
    shown = [path for path in changed if not is_packed(path) and path not in FOR_HOSTS]
    pages = [path for path in shown if kind_of(path) is Kind.PAGE]
    feeds = [path for path in shown if kind_of(path) is Kind.FEED]
    return feeds + pages[: _READ_BACK if plan.added or plan.changed else 1]


def _first(found: list[str]) -> str:
    more = len(found) - 1
    return f"{found[0]} ({more} more like it.)" if more else found[0]

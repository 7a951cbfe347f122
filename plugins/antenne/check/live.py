"""Judges a site as it is served: its feeds, and the newest files that they name."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree, html
from msgspec import Struct
from msgspec.structs import replace

from antenne.check.feed import NAMESPACES, channel_of, find, find_all, name_of, read_root, text_of
from antenne.check.judge import LARGEST
from antenne.check.server_rules import ORIGIN, Named, answer_problems, file_problems, head_problems
from antenne.check.server_site import Whole, keeping_problems, site_problems
from antenne.check.site import parts_of
from antenne.fetch import Answer, Fetch, FetchRefused, Limits
from antenne.model import without_op3, without_prefix
from antenne.problems import Problem, Problems, Where
from antenne.problems.output.server import SERVER_ANSWER, SERVER_FEEDS, SERVER_MOVED

NEWEST = 3
"""How many of a feed's newest episodes are asked for unless told."""

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml")
_PICTURES = ("image/jpeg", "image/png")
_M4A = ("audio/x-m4a", "audio/m4a", "audio/mp4")
_PERMANENT = (301, 308)


class Served(Struct, frozen=True, kw_only=True):
    """A site that is served at `base` and calls itself `public` in its feeds: the same where it is live already.

    `media` is the address of its recordings without a trailing slash, where they are known to have one of their own.
    """

    base: str
    public: str
    media: str = ""

    def asked(self, address: str) -> str:
        """Return where to ask for an address that a feed names: never a service that counts downloads before it."""
        address = without_op3(address)
        for own in filter(None, (self.public, self.media)):
            address = without_prefix(address, f"{own}/")
        if self.public and (address == self.public or address.startswith(f"{self.public}/")):
            return self.base + address.removeprefix(self.public)
        return address


def check_live(address: str, fetch: Fetch, newest: int = NEWEST, media: str = "") -> tuple[Problem, ...]:
    """Return what is wrong with the answers of a server, asked for a site's home page or for one feed.

    The feeds that the page names are read, and their artwork and `newest` episodes asked for; `media` as Served has it.
    """
    problems = Problems()
    problems.extend(_live(address, fetch, newest, media))
    return problems.sorted()


def _live(address: str, fetch: Fetch, newest: int, media: str) -> Iterator[Problem]:
    answer = _get(address, fetch)
    if isinstance(answer, Problem):
        yield answer
        return
    if _is_xml(answer.body):
        yield from _feed(address, answer, fetch, newest, media)
        return
    feeds, public = _named_by(answer)
    served = Served(base=answer.address.rstrip("/"), public=public or answer.address.rstrip("/"), media=media)
    if not feeds:
        yield SERVER_FEEDS.at(Where(answer.address), "The page names no feed.")
    for feed in dict.fromkeys(served.asked(feed) for feed in feeds):
        found = _get(feed, fetch)
        if isinstance(found, Problem):
            yield found
        else:
            yield from _feed(feed, found, fetch, newest, served)
    yield from site_problems(Whole(base=served.base, public=served.public, home=answer, fetch=fetch))


def _feed(address: str, answer: Answer, fetch: Fetch, newest: int, site: Served | str) -> Iterator[Problem]:
    """Judge a feed of a site, or one by itself, whose site's `media` alone is known."""
    named = Named(what="The feed", address=address, types=_FEED_TYPES, is_open=True)
    yield from answer_problems(named, answer)
    yield from head_problems(named, fetch)
    yield from keeping_problems("The feed", answer)
    root = read_root(answer.body, answer.address)
    if isinstance(root, Problem):
        yield root
        return
    if root.tag == f"{{{NAMESPACES['atom']}}}feed":
        return
    channel = channel_of(root, answer.address)
    if isinstance(channel, Problem):
        yield channel
        return
    served = site if isinstance(site, Served) else replace(_served_as(answer.address, channel), media=site)
    yield from _moved(address, answer, channel, served)
    for file in _files(channel, newest, served):
        yield from file_problems(file, fetch)


def _moved(address: str, answer: Answer, channel: etree._Element, served: Served) -> Iterator[Problem]:
    """S6: a feed that leads on does so for good, and the new one says so."""
    new = text_of(channel, "itunes:new-feed-url")
    if any(status not in _PERMANENT for _, status in answer.hops):
        message = f"The feed at {address} leads on to {answer.address}, but not for good (301)."
        yield SERVER_MOVED.at(Where(address), message)
    elif answer.hops and served.asked(new) != answer.address:
        message = f"The feed has moved to {answer.address}, and itunes:new-feed-url there does not say so."
        yield SERVER_MOVED.at(Where(address), message)
    elif not answer.hops and new and served.asked(new) != answer.address:
        message = f"The feed says that it has moved to {new}, and its old address does not lead there."
        yield SERVER_MOVED.at(Where(address), message)


def _files(channel: etree._Element, newest: int, served: Served) -> Iterator[Named]:
    """Give the files to ask for, each once: artwork, and recordings, chapters and transcripts of the newest items."""
    items = channel.findall("item")[:newest]
    seen: set[str] = set()
    for node in (channel, *items):
        for file in (*_pictures(node), *_recordings(node), *_sidecars(node)):
            if file.address and file.address not in seen:
                seen.add(file.address)
                yield replace(file, address=served.asked(file.address))


def _pictures(node: etree._Element) -> Iterator[Named]:
    element = find(node, "itunes:image")
    if element is not None:
        yield Named(what=f"The picture of {name_of(node)}", address=element.get("href", ""), types=_PICTURES)


def _recordings(node: etree._Element) -> Iterator[Named]:
    element = find(node, "enclosure")
    if element is None:
        return
    said, length = element.get("type", ""), element.get("length", "")
    yield Named(
        what=f"The recording of {name_of(node)}",
        address=element.get("url", ""),
        types=(said, *(_M4A if said in _M4A else ())),
        length=int(length) if length.isdecimal() and len(length) < 16 else 0,
        seekable=True,
    )


def _sidecars(node: etree._Element) -> Iterator[Named]:
    for kind in ("chapters", "transcript"):
        for element in find_all(node, f"podcast:{kind}"):
            types = (element.get("type", "").split(";")[0],)
            what = f"The {kind} of {name_of(node)}"
            yield Named(what=what, address=element.get("url", ""), types=types, is_open=True)


def _get(address: str, fetch: Fetch) -> Answer | Problem:
    try:
        answer = fetch(address, headers={"Origin": ORIGIN}, limits=Limits(size=LARGEST))
    except FetchRefused as refused:
        return SERVER_ANSWER.at(Where(address), str(refused))
    if answer.status != 200:
        return SERVER_ANSWER.at(Where(address), f"The server answers with {answer.status}.")
    return answer


def _is_xml(body: bytes) -> bool:
    start = body[:4096]
    return b"<rss" in start or (b"<feed" in start and b"<html" not in start.lower())


def _named_by(answer: Answer) -> tuple[list[str], str]:
    """Return the feeds that a page names, and what it calls itself, without a slash at its end."""
    try:
        root = html.document_fromstring(answer.body, html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return [], ""
    links = [(set((link.get("rel") or "").lower().split()), link) for link in root.iter("link")]
    feeds = [
        urljoin(answer.address, parts_of(link.get("href", "")).geturl())
        for relations, link in links
        if "alternate" in relations and (link.get("type") or "").split(";")[0] in _FEED_TYPES[:2]
    ]
    public = next((link.get("href", "") for relations, link in links if "canonical" in relations), "")
    return feeds, public.rstrip("/") if public.startswith(("http://", "https://")) else ""


def _served_as(address: str, channel: etree._Element) -> Served:
    """Return how a feed's own address stands to the one that it was asked at: they differ before a site is live."""
    link = channel.find("atom:link[@rel='self']", NAMESPACES)
    own, here = parts_of("" if link is None else link.get("href", "")), parts_of(address)
    if own.netloc and own.path == here.path:
        return Served(base=f"{here.scheme}://{here.netloc}", public=f"{own.scheme}://{own.netloc}")
    return Served(base="", public="")

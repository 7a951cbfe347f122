"""podcast:liveItem: a stream that is to come, is on, or is over."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from antenne.feeds.common import image_elements
from antenne.feeds.description import LONGEST
from antenne.feeds.enclosures import stream_element
from antenne.feeds.press import Press
from antenne.feeds.tags import tag
from antenne.feeds.xml import shorten, xml_text
from antenne.model import LiveItem, Show, episode_guid
from antenne.text import cut

_TITLE = 255


def live_elements(show: Show, press: Press) -> Iterator[etree._Element]:
    """Give a podcast:liveItem per live stream of a show."""
    for one in show.live:
        yield tag(
            "podcast:liveItem",
            "",
            *_inside(one, show, press),
            status=one.status,
            start=one.start.isoformat(),
            end=one.end.isoformat() if one.end else "",
        )


def _inside(one: LiveItem, show: Show, press: Press) -> Iterator[etree._Element]:
    yield _plain("title", shorten(one.title, _TITLE))
    yield _plain("description", cut(xml_text(one.summary or one.title), LONGEST))
    yield _plain("link", one.links[0].url if one.links else press.page_or_home(show))
    yield _plain("guid", episode_guid(show.guid, f"live#{one.key}"), isPermaLink="false")
    # A stream has no size: 0 says so (RSS Advisory Board, best practices).
    yield _plain("enclosure", url=one.url, length="0", type=one.media_type)
    yield from image_elements(show.artwork, (), press)
    yield stream_element(one.url, one.media_type)
    for link in one.links:
        yield tag("podcast:contentLink", link.label, href=link.url)


def _plain(name: str, text: str = "", **attributes: str) -> etree._Element:
    made = etree.Element(name)
    made.text = text or None
    for key, value in attributes.items():
        made.set(key, value)
    return made

"""OPML 2.0: every feed of the site in one file, which apps import."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from antenne.channels import Channel
from antenne.feeds.press import Press
from antenne.feeds.xml import xml_text
from antenne.model import Section, Tag


def opml(channels: Iterable[Channel], categories: Iterable[Section | Tag], press: Press) -> bytes:
    """Return the list of a site's feeds in UTF-8: recordings first, then the notes, whole, by category and by tag."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = xml_text(press.settings.site_name)
    body = etree.SubElement(root, "body")
    for channel in channels:
        # Apps import every outline as rss, whatever its format.
        _outline(body, channel.show.title, channel.path, press.routes.address(channel.page), press)
    if press.catalog.notes:
        _outline(body, press.settings.site_name, press.routes.notes_feed(), press.routes.address(""), press)
    for category in categories:
        page = press.page_or_home(category)
        _outline(body, category.name, press.routes.category_feed(category), page, press)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def _outline(body: etree._Element, title: str, path: str, page: str, press: Press) -> None:
    name = xml_text(title)
    address = press.routes.address(path)
    etree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=address, htmlUrl=page)

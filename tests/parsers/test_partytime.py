"""The built feeds, read by the npm package podcast-partytime."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.parsers import partytime
from tests.parsers.conftest import Feed
from tests.parsers.node import read
from tests.parsers.parts import Facts, said, without

pytestmark = pytest.mark.node

NOT_IN_A_CHANNEL = {
    "apple_verify": "does not know it",
    "images": "knows podcast:images only, which is deprecated",
    "podping": "does not know it",
    "frequency": "does not know it",
}
NOT_IN_AN_ITEM = {
    "marks": "does not know psc:chapters",
    "block": "knows itunes:block in the channel only",
    "images": NOT_IN_A_CHANNEL["images"],
    "content_links": "knows podcast:contentLink in a live item only",
    "funding": "knows podcast:funding in the channel only",
}


def test_partytime_reads_every_show_and_view_as_the_model_has_them(feeds: list[Feed]) -> None:
    for feed, document in zip(feeds, read("partytime", *(one.file for one in feeds)), strict=True):
        assert partytime.channel(document) == without(_known(feed.channel), NOT_IN_A_CHANNEL)
        for one, item in zip(feed.items, document["items"], strict=True):
            # Where an item says nothing of payments, those of the channel are meant, and read into the item.
            meant = said(value=feed.channel.get("value")) | _known(one)
            assert partytime.item(item) == without(meant, NOT_IN_AN_ITEM)


def _known(facts: Facts) -> Facts:
    """Return facts as partytime has them."""
    return facts | said(
        description=re.sub("[ \n]+", " ", facts["description"]),
        # It takes HTML that was written for XML apart once too often.
        content=unescape(facts.get("content", "")),
        transcripts=[one | {"type": _type(one["type"])} for one in facts.get("transcripts", [])],
        locations=[without(one, ["rel", "country"]) for one in facts.get("locations", [])],
        # A text of digits alone is a number to it, which is no text.
        txt=[[purpose, "" if text.isdigit() else text] for purpose, text in facts.get("txt", [])],
        license=_license(*facts.get("license", ("", ""))),
    )


def _type(transcript: str) -> str:
    return "application/srt" if transcript == "application/x-subrip" else transcript


def _license(name: str, url: str) -> list[str]:
    """Return a licence with the address of its text, which partytime knows for those of the SPDX list."""
    return [name, url or f"https://spdx.org/licenses/{name.upper()}.html"] if name else []

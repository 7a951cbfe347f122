"""The site that the parsers read leaves nothing out: else they would agree about nothing."""

from __future__ import annotations

import inspect
import re

import pytest

from tests.parsers import facts
from tests.parsers.conftest import BuiltSite, Feed

SIGNS = ("&", "<", ">", "'", "]]>", "«\u202f", "\u00a0:", "👩\u200d🎤")


@pytest.mark.parametrize("built", ["rich"], indirect=True)
def test_the_rich_site_says_all_that_feeds_can_say(built: BuiltSite, feeds: list[Feed]) -> None:
    assert [feed.file.name for feed in feeds] == ["essai.xml", "le-livre.xml", "grace.xml"]
    (show, *_) = feeds
    assert _keys(facts.channel_facts) <= show.channel.keys()
    assert _keys(facts.item_facts) <= {key for one in show.items for key in one} | {"author"}
    assert all(sign in show.channel["description"] for sign in SIGNS)
    assert any(all(sign in one["description"] for sign in SIGNS) for one in show.items)
    # The recordings of the rich site bear no artist's name; those of the sample site do.
    assert {one["type"] for one in show.items} == {"full", "trailer", "bonus"}


def _keys(function: object) -> set[str]:
    """Return the names of the facts that a function knows of."""
    return set(re.findall(r"^        (\w+)=", inspect.getsource(function), re.M))  # type: ignore[arg-type]

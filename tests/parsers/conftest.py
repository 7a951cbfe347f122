"""The sites whose feeds are read, built once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from antenne.channels import Channel, all_channels
from antenne.pipeline import Order, Site, straight
from antenne.settings import load_config, read_settings
from tests.parsers.facts import Facts, channel_facts, item_facts
from tests.parsers.site import rich_site
from tests.support.site import PROJECT


@dataclass(frozen=True)
class Feed:
    """A built feed: the file, and what the model says of it and of each of its items."""

    file: Path
    channel: Facts
    items: list[Facts]


@dataclass(frozen=True)
class BuiltSite:
    """A built site: its folder and its model."""

    folder: Path
    site: Site

    def feed(self, channel: Channel) -> Feed:
        items = [item_facts(one, channel, self.site) for one in channel.episodes]
        return Feed(self.folder / channel.path, channel_facts(channel, self.site), items)

    def feeds(self) -> list[Feed]:
        """Return every RSS feed: the shows' own, and those of books and people."""
        channels = all_channels(self.site.catalog, self.site.routes, self.site.settings)
        return [self.feed(one) for one in channels]


@pytest.fixture(scope="session", params=["rich", "sample"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Build the site that says everything, and the sample site as it is published."""
    folder = tmp_path_factory.mktemp(request.param)
    project = rich_site(folder / "site") if request.param == "rich" else PROJECT
    settings = read_settings(load_config(project / "publishconf.py"), project)
    made = straight(Order(settings=settings, public=True), folder / "made")
    return BuiltSite(made.folder, made.site)


@pytest.fixture
def feeds(built: BuiltSite) -> list[Feed]:
    """Return every RSS feed of a site."""
    return built.feeds()

"""The apps that a link opens at a feed, each by a way in that the app documents or that its source shows."""

from __future__ import annotations

from urllib.parse import quote

from msgspec import Struct


class App(Struct, frozen=True):
    """An app and the devices that it runs on; `before` stands before a feed's address in its links.

    The address stands there without its scheme, or `whole`: as a parameter. One without a name is any other app.
    """

    name: str
    devices: str
    before: str
    whole: bool = False

    def link(self, address: str) -> str:
        """Return what opens the app at a feed's complete address."""
        return self.before + (quote(address, safe="") if self.whole else address.partition("://")[2])


APPS = (
    App("Apple Podcasts", "iPhone, iPad, Mac", "podcast://"),
    App("AntennaPod", "Android", "https://antennapod.org/deeplink/subscribe?url=", whole=True),
    App("Pocket Casts", "Android, iPhone, iPad", "pktc://subscribe/"),
    App("Overcast", "iPhone, iPad", "overcast://x-callback-url/add?url=", whole=True),
    App("", "", "feed://"),
)

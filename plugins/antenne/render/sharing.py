"""Ways to pass a page on: links that are made here, and ask nobody anything before a click."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from markupsafe import Markup
from msgspec import Struct

_POST = 300
"""The longest post on Bluesky, in characters."""


class Way(Struct, frozen=True, kw_only=True):
    """A way to pass a page on: its key in the settings, its name, and its link.

    The device's own sheet (`native`) and Mastodon have no link, but the words of a post: `text`.
    """

    key: str
    name: str = ""
    link: str = ""
    text: str = ""


class Sharing(Struct, frozen=True):
    """The ways that a site's author wants, in their order."""

    wanted: tuple[str, ...]

    def ways(self, title: str, address: str, picture: str = "") -> Iterator[Way]:
        """Give the ways to pass on a page by its title, its complete address and that of a picture, if it has one."""
        made = {
            "native": Way(key="native", text=title),
            "facebook": Way(
                key="facebook",
                name="Facebook",
                link=_link("https://www.facebook.com/sharer/sharer.php", u=address),
            ),
            "pinterest": Way(
                key="pinterest",
                name="Pinterest",
                link=_link(
                    "https://www.pinterest.com/pin/create/button/", url=address, media=picture, description=title
                ),
            ),
            "linkedin": Way(
                key="linkedin",
                name="LinkedIn",
                link=_link("https://www.linkedin.com/sharing/share-offsite/", url=address),
            ),
            "bluesky": Way(
                key="bluesky",
                name="Bluesky",
                link=_link("https://bsky.app/intent/compose", text=_post(title, address)),
            ),
            "mastodon": Way(key="mastodon", name="Mastodon", text=f"{title}\n{address}"),
            "email": Way(key="email", link=mailto("", title, f"{title}\n{address}\n")),
        }
        return (made[key] for key in self.wanted)


def mailto(to: str, subject: str, body: str) -> str:
    """Return the link that begins a letter (RFC 6068): everything in UTF-8 and percent-encoded, lines end in CRLF.

    Words that a template has escaped already are taken as they were before.
    """
    lines = "\r\n".join(_typed(body).split("\n"))
    return f"mailto:{quote(to, safe='@')}?subject={quote(_typed(subject), safe='')}&body={quote(lines, safe='')}"


def _typed(text: str) -> str:
    return text.unescape() if isinstance(text, Markup) else text


def _link(base: str, **values: str) -> str:
    given = "&".join(f"{name}={quote(value, safe='')}" for name, value in values.items() if value)
    return f"{base}?{given}"


def _post(title: str, address: str) -> str:
    room = max(0, _POST - len(address) - 1)
    short = title if len(title) <= room else f"{title[: max(0, room - 1)].rstrip()}…"
    return f"{short}\n{address}"

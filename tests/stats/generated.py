"""A server's log that nobody wrote: the same lines every time, as many as wanted, of a site with many listeners.

It has what real logs have: pages and feeds between the recordings, downloads whole, in ranges and cut short, probes,
bots, HEAD and 304, repeated downloads, both kinds of addresses, lines that are broken.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

START = datetime(2026, 9, 1, tzinfo=UTC)
TITLES = 200
PEOPLE = 60_000
BOT_WORDS = ("bot", "curl/")
"""Words that all bots of the generated logs have in their user agents, and no app has."""

_APPS = (
    "AppleCoreMedia/1.0.0.{0}A{1} (iPhone; U; CPU OS 17_{0} like Mac OS X; fr_fr)",
    "Podcasts/40{1}.{0} CFNetwork/1568 Darwin/24.{0}.0",
    "Overcast/2026.{0} (+http://overcast.fm/; iOS podcast app)",
    "AntennaPod/3.{0}.{1}",
    "PocketCasts/1.0 (Pocket Casts Feed Parser; +http://pocketcasts.com/) v{0}.{1}",
    "Spotify/8.9.{1} Android/3{0} (Pixel {0})",
    "Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/13{0}.0.{1}.0 Safari/537.36",
    "Mozilla/5.0 (X11; Linux x86_64; rv:1{0}0.0) Gecko/20100101 Firefox/1{0}0.{1}",
    "Deezer/7.0.{0}.{1} (Android; 14; Mobile; fr)",
    "Lecteur-maison/{0}.{1}",
)
_BOTS = ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "curl/8.{0}.{1}")
_PAGES = ("/", "/episodes/un-titre/", "/flux/emission.xml", "/theme/css/site.0a1b2c3d.css", "/images/a-640.webp")


def path_of(number: int) -> str:
    """Return the path of the recording of a generated title."""
    return f"/audio/2026-titre-{number:03d}.{number:012x}.mp3"


def length_of(number: int) -> int:
    """Return how many bytes a generated title's recording has."""
    return 8_000_000 + 90_001 * number


def minute_of(number: int) -> int:
    """Return what a minute of a generated title is, in bytes."""
    return 960_000 + 1000 * (number % 7)


def lines(count: int, seed: int = 1, days: int = 60) -> Iterator[str]:
    """Give as many lines of a log as wanted, spread evenly over days from START, each without its newline."""
    rand = random.Random(seed)
    agents = [one.format(rand.randrange(1, 9), rand.randrange(100, 999)) for one in _APPS for _ in range(60)]
    bots = [one.format(rand.randrange(1, 9), rand.randrange(10, 99)) for one in _BOTS for _ in range(4)]
    people = [(_address(rand), rand.choice(agents)) for _ in range(min(PEOPLE, max(20, count // 20)))]
    step = timedelta(days=days) / max(1, count)
    second, stamp = -1, ""
    for number in range(count):
        at = START + step * number
        now = int(at.timestamp())
        if now != second:
            second, stamp = now, at.strftime("%d/%b/%Y:%H:%M:%S +0000")
        yield _line(rand, stamp, *rand.choice(people), bots)


def _line(rand: random.Random, stamp: str, address: str, agent: str, bots: list[str]) -> str:
    chance = rand.random()
    if chance < 0.001:
        return f"{address} - - [{stamp}] broken \x07 {chance}"
    if chance < 0.45:
        page = _PAGES[int(chance * 1000) % len(_PAGES)]
        return f'{address} - - [{stamp}] "GET {page} HTTP/2.0" 200 {int(chance * 90000)} "-" "{agent}"'
    # New episodes are asked for most.
    title = min(int(rand.expovariate(0.05)), TITLES - 1)
    path, length = path_of(title), length_of(title)
    if chance < 0.50:
        return f'{address} - - [{stamp}] "GET {path} HTTP/1.1" 200 {length} "-" "{rand.choice(bots)}"'
    if chance < 0.53:
        return f'{address} - - [{stamp}] "HEAD {path} HTTP/1.1" 200 0 "-" "{agent}"'
    if chance < 0.55:
        return f'{address} - - [{stamp}] "GET {path} HTTP/1.1" 304 0 "-" "{agent}"'
    if chance < 0.60:
        return f'{address} - - [{stamp}] "GET {path} HTTP/1.1" 206 2 "-" "{agent}"'
    if chance < 0.80:
        return f'{address} - - [{stamp}] "GET {path} HTTP/1.1" 200 {length} "-" "{agent}"'
    if chance < 0.84:
        return f'{address} - - [{stamp}] "GET {path}?_from=x HTTP/1.1" 200 {int(chance * 400_000)} "-" "{agent}"'
    return f'{address} - - [{stamp}] "GET {path} HTTP/1.1" 206 {int(rand.random() * 3_000_000)} "-" "{agent}"'


def _address(rand: random.Random) -> str:
    if rand.random() < 0.3:
        return f"2001:db8:{rand.randrange(1 << 16):x}:{rand.randrange(64):x}::{rand.randrange(1 << 16):x}"
    return f"{rand.randrange(1, 224)}.{rand.randrange(256)}.{rand.randrange(256)}.{rand.randrange(256)}"

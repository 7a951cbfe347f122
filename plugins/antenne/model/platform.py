"""Videos on platforms: which video an address names, and the addresses of its page and of its player."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum
from urllib.parse import SplitResult, parse_qs, urlsplit

from msgspec import Struct
from msgspec.structs import replace

YOUTUBE_ID = r"[A-Za-z0-9_-]{11}"
VIMEO_ID, VIMEO_HASH = r"[0-9]{5,12}", r"[0-9a-f]{8,16}"
DAILYMOTION_ID, DAILYMOTION_PLAYER = r"x[0-9a-z]{4,9}", r"x[0-9a-z]{2,9}"
PEERTUBE_ID = r"[1-9A-HJ-NP-Za-km-z]{22}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
"""A UUID, or the same in the 58 signs of short-uuid."""

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?=.{{4,253}}$)(?:{_LABEL}\.)+(?=[a-z]){_LABEL}")
_TIME = re.compile(r"(?:([0-9]{1,3})h)?(?:([0-9]{1,4})m)?(?:([0-9]{1,6})s?)?")


class Platform(Enum):
    """Where a video stands, by the name that readers know."""

    YOUTUBE = "YouTube"
    VIMEO = "Vimeo"
    DAILYMOTION = "Dailymotion"
    PEERTUBE = "PeerTube"


class RemoteVideo(Struct, frozen=True, kw_only=True):
    """A video on a platform: `host` is PeerTube's server, `secret` the hash of an unlisted video on Vimeo.

    `player` is a player's id on Dailymotion, which refuses frames without one; `start` is in seconds.
    """

    platform: Platform
    id: str
    host: str = ""
    secret: str = ""
    player: str = ""
    start: int = 0

    @classmethod
    def parse(cls, address: str) -> RemoteVideo:
        """Read the address of a video's page or player; raise ValueError for any other."""
        parts = _parts(address.strip())
        query = {name: values[0] for name, values in parse_qs(parts.query, max_num_fields=50).items()}
        read = _READERS.get((parts.hostname or "").lower().removeprefix("www.").removeprefix("m."), _peertube)
        found = read(parts, query)
        if found is None:
            raise ValueError("it is not the address of a video on YouTube, Vimeo, Dailymotion or PeerTube")
        return replace(found, start=_start(query, parts.fragment))

    @property
    def name(self) -> str:
        """What readers call the place: the platform, or PeerTube's server."""
        return self.host or self.platform.value

    @property
    def frame_host(self) -> str:
        """The origin that the player's frame comes from; empty where the platform shows none."""
        found = re.match(r"https://[^/]+", self.frame())
        return found[0] if found else ""

    def page(self, start: int | None = None) -> str:
        """Return the address of the video's page on its platform, at a time in seconds."""
        at = self.start if start is None else start
        match self.platform:
            case Platform.YOUTUBE:
                return f"https://www.youtube.com/watch?v={self.id}" + (f"&t={at}s" if at else "")
            case Platform.VIMEO:
                return f"https://vimeo.com/{self.id}" + (f"/{self.secret}" if self.secret else "") + _at("#t=", at, "s")
            case Platform.DAILYMOTION:
                return f"https://www.dailymotion.com/video/{self.id}" + _at("?start=", at)
            case Platform.PEERTUBE:
                path = "w" if len(self.id) == 22 else "videos/watch"
                return f"https://{self.host}/{path}/{self.id}" + _at("?start=", at, "s")

    def frame(self, start: int | None = None) -> str:
        """Return the address of the player, which begins to play by itself; empty where there is none to be framed.

        By the platforms' documents: YouTube's privacy-enhanced mode, Vimeo's `dnt`, PeerTube without peers.
        """
        at = self.start if start is None else start
        match self.platform:
            case Platform.YOUTUBE:
                return f"https://www.youtube-nocookie.com/embed/{self.id}?autoplay=1&rel=0" + _at("&start=", at)
            case Platform.VIMEO:
                secret = f"h={self.secret}&" if self.secret else ""
                return f"https://player.vimeo.com/video/{self.id}?{secret}dnt=1&autoplay=1" + _at("#t=", at, "s")
            case Platform.DAILYMOTION if self.player:
                player = f"https://geo.dailymotion.com/player/{self.player}.html"
                return f"{player}?video={self.id}" + _at("&startTime=", at)
            case Platform.DAILYMOTION:
                return ""
            case Platform.PEERTUBE:
                player = f"https://{self.host}/videos/embed/{self.id}"
                return f"{player}?autoplay=1&p2p=0&warningTitle=0" + _at("&start=", at, "s")


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        plain = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc and parts.port is None
    except ValueError:
        plain = False
    if not plain:
        raise ValueError("it is not the complete address of a page")
    return parts


def _at(before: str, seconds: int, unit: str = "") -> str:
    return f"{before}{seconds}{unit}" if seconds else ""


def _start(query: Mapping[str, str], fragment: str) -> int:
    """Return the time that an address begins at: `90`, `90s`, `1m30s`, `1h2m3s`; 0 for anything else."""
    given = query.get("t") or query.get("start") or query.get("startTime") or ""
    if not given and fragment.startswith("t="):
        given = fragment.removeprefix("t=")
    found = _TIME.fullmatch(given)
    hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    return hours * 3600 + minutes * 60 + seconds


def _youtube(parts: SplitResult, query: Mapping[str, str]) -> RemoteVideo | None:
    path = re.fullmatch(rf"/(?:shorts|embed|live|v)/({YOUTUBE_ID})/?", parts.path)
    found = path[1] if path else query.get("v", "") if parts.path == "/watch" else ""
    return RemoteVideo(platform=Platform.YOUTUBE, id=found) if re.fullmatch(YOUTUBE_ID, found) else None


def _youtu_be(parts: SplitResult, query: Mapping[str, str]) -> RemoteVideo | None:
    path = re.fullmatch(rf"/({YOUTUBE_ID})/?", parts.path)
    return RemoteVideo(platform=Platform.YOUTUBE, id=path[1]) if path else None


def _vimeo(parts: SplitResult, query: Mapping[str, str]) -> RemoteVideo | None:
    path = re.fullmatch(rf"(?:/channels/[\w-]+|/video)?/({VIMEO_ID})(?:/({VIMEO_HASH}))?/?", parts.path)
    secret = (path and path[2]) or query.get("h", "")
    if path is None or (secret and not re.fullmatch(VIMEO_HASH, secret)):
        return None
    return RemoteVideo(platform=Platform.VIMEO, id=path[1], secret=secret)


def _dailymotion(parts: SplitResult, query: Mapping[str, str]) -> RemoteVideo | None:
    path = re.fullmatch(rf"(?:/embed)?/video/({DAILYMOTION_ID})(?:_[\w-]*)?/?", parts.path)
    return RemoteVideo(platform=Platform.DAILYMOTION, id=path[1]) if path else None


def _dai_ly(parts: SplitResult, query: Mapping[str, str]) -> RemoteVideo | None:
    path = re.fullmatch(rf"/({DAILYMOTION_ID})/?", parts.path)
    return RemoteVideo(platform=Platform.DAILYMOTION, id=path[1]) if path else None


def _geo(parts: SplitResult, query: Mapping[str, str]) -> RemoteVideo | None:
    """Read the address of a player of one's own, as Dailymotion's studio gives it."""
    path = re.fullmatch(rf"/player(?:/({DAILYMOTION_PLAYER}))?\.html", parts.path)
    found = query.get("video", "")
    if path is None or not re.fullmatch(DAILYMOTION_ID, found):
        return None
    return RemoteVideo(platform=Platform.DAILYMOTION, id=found, player=path[1] or "")


def _peertube(parts: SplitResult, query: Mapping[str, str]) -> RemoteVideo | None:
    """Read a video on any PeerTube server: which hosts are some nobody can list, but their paths are their own."""
    path = re.fullmatch(rf"/(?:w|videos/(?:watch|embed))/({PEERTUBE_ID})/?", parts.path)
    host = (parts.hostname or "").lower()
    if path is None or not _HOST.fullmatch(host):
        return None
    return RemoteVideo(platform=Platform.PEERTUBE, id=path[1], host=host)


_READERS: Mapping[str, Callable[[SplitResult, Mapping[str, str]], RemoteVideo | None]] = {
    "youtube.com": _youtube,
    "youtube-nocookie.com": _youtube,
    "music.youtube.com": _youtube,
    "youtu.be": _youtu_be,
    "vimeo.com": _vimeo,
    "player.vimeo.com": _vimeo,
    "dailymotion.com": _dailymotion,
    "dai.ly": _dai_ly,
    "geo.dailymotion.com": _geo,
}

"""Rules on what a server answers, asked of a site that is served."""

from __future__ import annotations

from antenne.problems.problem import Rule, Severity

_APPLE = "Apple, podcast requirements"

SERVER_FEEDS = Rule(
    "server-feeds",
    "A site names its feeds.",
    "RSS autodiscovery",
    why="Apps find a show by the address of its site.",
    remedy='Add <link rel="alternate" type="application/rss+xml" href="…"> to the head of the home page.',
)
SERVER_ANSWER = Rule(
    "server-answer",
    "A server answers for everything that a feed names, without asking who it is.",
    "Apple; PSP-1",
    why="Apps have no password, and try only a few times.",
    remedy="Publish the file, or open it for everyone.",
)
SERVER_HEAD = Rule(
    "server-head",
    "A server answers HEAD as it answers GET.",
    f"{_APPLE}; PSP-1",
    why="Apple asks by HEAD for the size of artwork and recordings before it takes them.",
    remedy="Allow HEAD requests, with the type and length that GET has.",
)
SERVER_RANGE = Rule(
    "server-range",
    "A server gives a part of a recording when it is asked for one.",
    f"{_APPLE}; PSP-1; RFC 9110",
    why="Without byte ranges (206, Content-Range) listeners cannot jump, and Apple refuses the show.",
    remedy="Switch byte ranges on in the server, or put the recordings on a server that has them.",
)
SERVER_CORS = Rule(
    "server-cors",
    "A server lets apps in a browser read feeds, chapters and transcripts.",
    "Podcasting 2.0; PSP-1",
    why="A player on the web cannot read them without the header Access-Control-Allow-Origin.",
    remedy="Let the server say Access-Control-Allow-Origin: * for these files.",
)
SERVER_TYPE = Rule(
    "server-type",
    "A server says the right type of every file.",
    "Podcasting 2.0; PSP-1",
    why="Apps that hear another type show nothing: transcripts and chapters are lost most often.",
    remedy="Set the type of this kind of file in the server's settings.",
)
SERVER_LENGTH = Rule(
    "server-length",
    "A recording on the server has the length that the feed says.",
    "Apple, Podcaster's Guide to RSS",
    why="Another length is another file: the upload was cut off, or the feed is older than the recording.",
    remedy="Publish the feed and the recordings again.",
)
SERVER_REDIRECTS = Rule(
    "server-redirects",
    "A recording is reached over at most four redirects.",
    "PRX; Apple",
    Severity.WARNING,
    why="Apps follow only a few, and each takes time.",
    remedy="Take measuring prefixes out of the address, and give the last address where a file has moved.",
)
SERVER_MOVED = Rule(
    "server-moved",
    "A feed that has moved answers 301 at its old address and names the new one.",
    "Apple, Podcaster's Guide to RSS",
    why="Apps that are not told so stay at the old address, and their listeners are lost one day.",
    remedy="Let the old address answer 301, and write the new one into itunes:new-feed-url.",
)

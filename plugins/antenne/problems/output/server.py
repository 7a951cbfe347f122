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
SERVER_POLICY = Rule(
    "server-policy",
    "A server says with each page the headers that the site was built with.",
    "W3C, Content Security Policy; docs/servers.md",
    Severity.WARNING,
    why="Without them nothing keeps a stranger's script out; with another page's, a film or a frame stays empty.",
    remedy="Make the server's configuration anew (invoke servers), and let the server read it again.",
)
SERVER_CACHE = Rule(
    "server-cache",
    "Pages and feeds are asked for again, at the latest after an hour.",
    "RFC 9111; docs/servers.md",
    Severity.WARNING,
    why="A new episode is not seen as long as caches keep the old feed.",
    remedy="Let the server say Cache-Control: no-cache for pages and feeds.",
)
SERVER_KEEP = Rule(
    "server-keep",
    "What has a digest in its name may be kept for ever.",
    "RFC 8246; docs/servers.md",
    Severity.ADVICE,
    why="Visitors load styles, scripts and pictures once, and not at every page.",
    remedy="Let the server say Cache-Control: public, max-age=31536000, immutable for these files.",
)
SERVER_COMPRESSION = Rule(
    "server-compression",
    "A server packs texts for those who take them packed, and says that the answer depends on it.",
    "RFC 9110; docs/servers.md",
    Severity.ADVICE,
    why="Packed texts have a fifth of the bytes. Without Vary, a cache gives them to those who cannot unpack.",
    remedy="Let the server give the .br and .gz files beside each text (invoke servers), or pack by itself.",
)
SERVER_HIDDEN = Rule(
    "server-hidden",
    "A server gives no hidden files.",
    "docs/publishing.md",
    why="They hold what is nobody's: a history, a password, the state of publications.",
    remedy="Let the server refuse every path with a name that begins with a point, .well-known/ aside.",
)
SERVER_MISSING = Rule(
    "server-missing",
    "What is not there is answered with 404.",
    "RFC 9110",
    Severity.WARNING,
    why="An app that asks for a lost recording is given a page instead, and keeps it; search engines list it.",
    remedy="Let the server give 404.html with the status 404.",
)
SERVER_OLD_ADDRESS = Rule(
    "server-old-address",
    "Old addresses lead on for good, as the site's map of redirects says.",
    "docs/servers.md",
    Severity.WARNING,
    why="Links of others and apps that know the old address find the new one.",
    remedy="Make the server's configuration anew (invoke servers), and let the server read it again.",
)

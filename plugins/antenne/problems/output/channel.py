"""Rules on a feed as a document, and on what it says of its show."""

from __future__ import annotations

from antenne.problems.problem import Rule, Severity

_APPLE = "Apple, Podcaster's Guide to RSS"
_WRITER = "Correct it in the program or template that writes the feed."

FEED_UNREADABLE = Rule(
    "feed-unreadable",
    "A feed is well-formed RSS 2.0 or Atom.",
    "PSP-1; RSS 2.0",
    why="Apps read a feed with strict programs: one bad character and the whole show stops being updated.",
    remedy="Open the feed in a browser: it says where the first fault is. Correct what writes that place.",
)
FEED_ENCODING = Rule(
    "feed-encoding",
    "A feed begins with an XML declaration that says UTF-8, and is in UTF-8.",
    "PSP-1",
    why="Without it some apps take another alphabet, and accents turn into signs that nobody can read.",
    remedy='Begin the feed with <?xml version="1.0" encoding="UTF-8"?> and write it in UTF-8.',
)
FEED_CONTROL = Rule(
    "feed-control",
    "A feed has no control characters.",
    "XML 1.0; PSP-1",
    why="They come along when a text is pasted from a word processor; most of them make a feed impossible to read.",
    remedy="Delete the invisible character at this place and write the words around it again.",
)
FEED_DOCTYPE = Rule(
    "feed-doctype",
    "A feed has no document type and no entities of its own.",
    "XML 1.0, security of readers",
    why="Careful readers refuse a feed with a DOCTYPE, for entities can be used to attack them.",
    remedy="Take the DOCTYPE out, and write characters instead of entities such as &eacute;.",
)
FEED_NAMESPACE = Rule(
    "feed-namespace",
    "A feed's namespaces are right to the letter.",
    "PSP-1; Podcasting 2.0",
    why="Apps compare these addresses letter for letter: with one slash too many none of their tags is seen.",
    remedy=f"Copy the address from the documentation of the namespace. {_WRITER}",
)
FEED_SIZE = Rule(
    "feed-size",
    "A feed has at most 5 million bytes.",
    "Podcasting 2.0, RFC 5005",
    Severity.WARNING,
    why="Every app fetches the feed many times a day, and some give up on a long one.",
    remedy="Keep the newest 100 episodes in the feed, and link to older ones as archives (RFC 5005).",
)
FEED_TEXT_LONG = Rule(
    "feed-text-long",
    "A short text has at most 255 characters, and one of the podcast tags 128.",
    "PSP-1; Podcasting 2.0",
    why="Apps cut what is longer, in the middle of a word.",
    remedy="Shorten the text.",
)
FEED_TEXT_SPACES = Rule(
    "feed-text-spaces",
    "A short text has no space before or after it.",
    "PSP-1",
    Severity.WARNING,
    why="Some apps show the space, and some compare the text with it.",
    remedy="Take the spaces and line ends around the text out.",
)
FEED_ADDRESS_ASCII = Rule(
    "feed-address-ascii",
    "The addresses in a feed are in ASCII, without spaces.",
    "Apple, podcast requirements",
    why="Some apps cannot ask for an address with an accent or a space in it.",
    remedy="Name the file without accents and spaces, or write them in the address with % codes.",
)
FEED_CHANNEL_TAG = Rule(
    "feed-channel-tag",
    "A feed says all that directories ask of a show.",
    f"PSP-1; {_APPLE}",
    why="Apple refuses a show that lacks one of these tags, or that leaves it empty.",
    remedy="Add the tag to the channel.",
)
FEED_SELF = Rule(
    "feed-self",
    "A feed names its own address.",
    "PSP-1; RFC 4287",
    why="By this address apps and directories know a feed again that they got another way.",
    remedy='Add <atom:link rel="self" href="…" type="application/rss+xml"/> with the address of the feed.',
)
FEED_RECOMMENDED = Rule(
    "feed-recommended",
    "A feed has a podcast:guid, a podcast:locked and an itunes:author.",
    "PSP-1",
    Severity.WARNING,
    why="They keep the show recognisable when it moves, and safe from being taken to another host.",
    remedy="Add the tag to the channel.",
)
FEED_OWNER = Rule(
    "feed-owner",
    "A feed names its owner's e-mail address.",
    "YouTube; PSP-1",
    Severity.WARNING,
    why="YouTube answers “Missing Owner Email”, and other directories write there to see who asks.",
    remedy="Add <itunes:owner> with <itunes:name> and <itunes:email> to the channel.",
)
FEED_EMPTY = Rule(
    "feed-empty",
    "A feed has an episode before a directory sees it.",
    "Apple; PRX",
    Severity.WARNING,
    why="Directories refuse a show without an episode.",
    remedy="Add an episode before you submit the feed to a directory.",
)
FEED_LANGUAGE = Rule(
    "feed-language",
    "A feed's language has two letters, and a region at most.",
    f"ISO 639; {_APPLE}",
    why="Apple refuses a show whose language it does not know.",
    remedy="Write two letters, and a region where it matters: fr, fr-ca, en-us.",
)
FEED_EXPLICIT = Rule(
    "feed-explicit",
    "Explicit is true or false.",
    f"{_APPLE}; PSP-1",
    why="Older words such as yes, no and clean are not understood any more, and the show may be refused.",
    remedy="Write exactly true or false.",
)
FEED_CATEGORY = Rule(
    "feed-category",
    "A feed's categories are Apple's, to the letter.",
    _APPLE,
    why="A name that is not in the list puts the show into no category at all.",
    remedy="Take a name from Apple's list, with its capitals; write & as &amp;.",
)
FEED_TYPE = Rule(
    "feed-type",
    "A show is episodic or serial.",
    _APPLE,
    why="It says whether apps begin with the newest episode or with the first.",
    remedy="Write episodic or serial.",
)
FEED_SERIAL = Rule(
    "feed-serial",
    "Every full episode of a serial show has a number.",
    f"{_APPLE}; PSP-1",
    why="Apps put the episodes of a serial in order by their numbers.",
    remedy="Add <itunes:episode>1</itunes:episode> and so on to every full episode.",
)
FEED_FLAG = Rule(
    "feed-flag",
    "A tag that can only say Yes says Yes.",
    _APPLE,
    why="Every other word means nothing, and some programs take any word for a yes: the show disappears.",
    remedy="Leave the tag out, or write Yes.",
)
FEED_COPYRIGHT = Rule(
    "feed-copyright",
    "The copyright names its owner, without the word, the sign or a year.",
    "PSP-1",
    Severity.ADVICE,
    why="Apps put the sign and the year before it themselves.",
    remedy="Write only who owns the rights.",
)
FEED_TITLE = Rule(
    "feed-title",
    "A show's title is its name, not a list of words to be found by.",
    f"{_APPLE}; PSP-1",
    Severity.WARNING,
    why="Apple takes shows out of its directory for keywords in their titles.",
    remedy="Keep the name alone; who and what it is about belongs into author and description.",
)
FEED_DESCRIPTION = Rule(
    "feed-description",
    "A description has at most 4000 bytes.",
    f"{_APPLE}; PSP-1",
    why="Apple cuts or refuses what is longer; an accented letter takes two bytes.",
    remedy="Shorten the description; longer show notes belong into content:encoded.",
)
FEED_PODCAST_GUID = Rule(
    "feed-podcast-guid",
    "A show's podcast:guid is a UUID of version 5.",
    "Podcasting 2.0, guid",
    why="It is what the show is known by everywhere, wherever its feed moves.",
    remedy="Make it once from the feed's address without https:// and final slashes, and never change it.",
)
FEED_TWICE = Rule(
    "feed-twice",
    "A tag that can stand once stands once.",
    "RSS 2.0; PSP-1",
    why="One app takes the first, another the last.",
    remedy="Keep one of them.",
)
FEED_PAGING = Rule(
    "feed-paging",
    "A feed in pages leads from each page to another one, first to last.",
    "RFC 5005; Podcasting 2.0",
    why="An app that follows a circle, or a page that is not there, loses the older episodes.",
    remedy="Give next and prev the addresses of the neighbouring pages, and first and last those of the ends.",
)
FEED_HUB = Rule(
    "feed-hub",
    "A hub that a feed names has an https address, and the feed names itself beside it.",
    "WebSub",
    why="A hub tells apps about new episodes at once, by the feed's own address.",
    remedy='Add <atom:link rel="hub" href="https://…"/> and <atom:link rel="self" …/>.',
)
FEED_LINK = Rule(
    "feed-link",
    "What a feed links to on the site is there.",
    "RSS 2.0",
    why="Listeners are led to these pages from their apps.",
    remedy="Add the page, or correct the address.",
)

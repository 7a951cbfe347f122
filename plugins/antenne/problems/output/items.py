"""Rules on a feed's items and their recordings."""

from __future__ import annotations

from antenne.problems.problem import Rule, Severity

_APPLE = "Apple, Podcaster's Guide to RSS"

FEED_ITEM_TAG = Rule(
    "feed-item-tag",
    "An item has a title, a guid and a recording.",
    f"PSP-1; {_APPLE}",
    why="Apps leave an item out that lacks one of them.",
    remedy="Add the tag to the item.",
)
FEED_ITEM_RECOMMENDED = Rule(
    "feed-item-recommended",
    "An item has a date, a description, a link and a duration.",
    "PSP-1",
    Severity.WARNING,
    why="Without a date apps cannot order episodes; the others are what a listener decides by.",
    remedy="Add the tag to the item.",
)
FEED_ITEM_TITLE = Rule(
    "feed-item-title",
    "An item's title has no number and no show's name in it.",
    f"{_APPLE}; PSP-1",
    Severity.WARNING,
    why="Apps show the number and the show beside the title: so they would stand there twice.",
    remedy="Keep the title alone, and write the numbers into itunes:season and itunes:episode.",
)
FEED_TITLE_MARKUP = Rule(
    "feed-title-markup",
    "A title has no HTML in it.",
    "YouTube, RSS feeds",
    why="YouTube refuses such titles, and other apps show the tags as they are.",
    remedy="Write the title as plain text.",
)
FEED_DOUBLE_ESCAPE = Rule(
    "feed-double-escape",
    "A text is escaped once.",
    "RSS 2.0; XML 1.0",
    why="What is escaped twice is read as &amp; or &eacute; by listeners.",
    remedy="Escape the text once: & becomes &amp;, and nothing more.",
)
FEED_GUID = Rule(
    "feed-guid",
    "The items of a feed have different guids.",
    "PSP-1; Apple",
    why="Of two items with one guid apps show only one.",
    remedy="Give the newer of the two a guid of its own; never change a guid that was published.",
)
FEED_GUID_ADDRESS = Rule(
    "feed-guid-address",
    "A guid that is no address does not pass for one.",
    "RSS 2.0; Podcasting 2.0",
    why='A guid is an address unless it says isPermaLink="false", and some readers open it.',
    remedy='Write <guid isPermaLink="false">.',
)
FEED_DATE = Rule(
    "feed-date",
    "A date is written by RFC 2822, with English names and its zone.",
    f"RFC 2822; {_APPLE}",
    why="Apps order the episodes by it; one that they cannot read puts an episode at the end, or hides it.",
    remedy="Write it as Tue, 05 Nov 2013 11:41:00 +0100.",
)
FEED_DURATION = Rule(
    "feed-duration",
    "A duration is in whole seconds.",
    f"{_APPLE}; PSP-1",
    why="What is written as 1:02 is an hour and two minutes for one app and 62 seconds for another.",
    remedy="Write the number of seconds alone, such as 754.",
)
FEED_NUMBER = Rule(
    "feed-number",
    "Season and episode numbers are whole and not zero.",
    f"{_APPLE}; Podcasting 2.0",
    why="Apps leave out a number that they cannot read, and the order with it.",
    remedy="Write whole numbers from 1 on; only podcast:episode may have decimals.",
)
FEED_EPISODE_TYPE = Rule(
    "feed-episode-type",
    "An episode is full, trailer or bonus.",
    _APPLE,
    why="An app takes any other word for a full episode.",
    remedy="Write full, trailer or bonus.",
)
FEED_HTML = Rule(
    "feed-html",
    "Show notes hold only the HTML that apps show.",
    f"{_APPLE}; PSP-1",
    why="Apps throw other tags away, or show them as text.",
    remedy="Use only p, ol, ul, li, a, b, i, strong and em.",
)
ENCLOSURE_ADDRESS = Rule(
    "enclosure-address",
    "Each recording has a complete address.",
    "RSS 2.0; Apple",
    why="It is what apps download.",
    remedy="Write the whole address, from https:// on, into the enclosure's url.",
)
ENCLOSURE_SAME = Rule(
    "enclosure-same",
    "Each recording has its own address.",
    "Apple, podcast requirements",
    why="Of two items with one recording's address apps leave one out.",
    remedy="Give each episode its own file.",
)
ENCLOSURE_MISSING = Rule(
    "enclosure-missing",
    "A recording that a feed names is on the site.",
    "PSP-1",
    why="Listeners get an error instead of the episode.",
    remedy="Put the file where the feed says that it is, or correct the address.",
)
ENCLOSURE_LENGTH = Rule(
    "enclosure-length",
    "An enclosure's length is its file's size in bytes.",
    f"{_APPLE}; PSP-1",
    why="Apps show it, and some stop a download by it. It is no duration, and not in megabytes.",
    remedy="Write the size of the file in bytes, as a number.",
)
ENCLOSURE_TYPE = Rule(
    "enclosure-type",
    "An enclosure's type is one that apps play, and agrees with its address's ending.",
    f"{_APPLE}; PSP-1",
    why="Apple decides by the ending, others by the type, whether they can play the file.",
    remedy="Say audio/mpeg of .mp3, audio/x-m4a of .m4a, video/mp4 of .mp4, and end the address so.",
)
ENCLOSURE_BYTES = Rule(
    "enclosure-bytes",
    "A recording is what its ending says.",
    "PSP-1",
    why="A file that is something else than it says is not played by some apps.",
    remedy="Give the recording the ending that its bytes have, or encode it again.",
)
ENCLOSURE_NOT_LISTED = Rule(
    "enclosure-not-listed",
    "A recording is MP3 or AAC.",
    "Apple, audio requirements",
    Severity.WARNING,
    why="Apple Podcasts lists no other kinds of audio.",
    remedy="Encode the recording as MP3 or AAC (.m4a).",
)
ENCLOSURE_PREFIXES = Rule(
    "enclosure-prefixes",
    "A recording's address has at most four measuring prefixes.",
    "PRX; Apple",
    Severity.WARNING,
    why="Every prefix is a redirect, and apps follow only a few.",
    remedy="Take out the prefixes whose numbers you do not look at.",
)
ENCLOSURE_OP3 = Rule(
    "enclosure-op3",
    "An OP3 prefix is followed by the address without https://.",
    "OP3, setup",
    why="Written otherwise the redirect leads nowhere, and the episode cannot be played.",
    remedy="Write https://op3.dev/e/ and then the recording's address without https://.",
)
AUDIO_RATE = Rule(
    "audio-rate",
    "A recording has 44,100 or 48,000 samples a second.",
    "Apple, audio requirements",
    Severity.WARNING,
    why="Some players play other rates too fast or too slow.",
    remedy="Export the recording with 44.1 kHz.",
)
AUDIO_BITRATE = Rule(
    "audio-bitrate",
    "An MP3 has 96 to 128 kbit/s in mono, 128 to 256 in stereo.",
    "Apple, audio requirements",
    Severity.ADVICE,
    why="Below it speech suffers; above it listeners pay for nothing that they hear.",
    remedy="Export speech as mono with 96 kbit/s, or stereo with 128.",
)
AUDIO_DURATION = Rule(
    "audio-duration",
    "The duration that a feed says is the recording's.",
    "PSP-1",
    Severity.WARNING,
    why="Apps show it before the download, and chapters are placed by it.",
    remedy="Write the length of the file in whole seconds.",
)

"""Every rule that content and settings are judged by (what goes out: `problems/output/`); a code is for life."""

from __future__ import annotations

from antenne.problems.problem import Rule, Severity

# How front matter and settings are written
NOT_YAML = Rule("not-yaml", "Front matter is YAML between two lines of three hyphens.")
NO_FRONT_MATTER = Rule("no-front-matter", "A content file begins with front matter.")
NOT_TEXT = Rule("not-text", "A content file is text in UTF-8.")
UNKNOWN_KEY = Rule("unknown-key", "Every key is one that Antenne knows.")
DUPLICATE_KEY = Rule("duplicate-key", "A key stands once.")
MISSING_KEY = Rule("missing-key", "A required key is there and not empty.")
WRONG_TYPE = Rule("wrong-type", "A value has the type of its key: a text, a number, a list, a group of keys.")
BAD_VALUE = Rule("bad-value", "A value is one of those that its key takes.")
BAD_ISBN = Rule("bad-isbn", "An ISBN has its digits and the right check digit.", "ISO 2108")
BAD_DATE = Rule("bad-date", "A date can be read and exists in the calendar.", "ISO 8601")
BAD_LANGUAGE = Rule("bad-language", "A language is a BCP 47 tag.", "BCP 47")
BAD_ADDRESS = Rule("bad-address", "An address is complete and begins with https:// or http://.")
BAD_SLUG = Rule("bad-slug", "A folder's or file's name can stand in an address.")
BAD_CATEGORY = Rule("bad-category", "A show's category is one of Apple's.", "Apple, Podcaster's Guide to RSS")

# What stands in the content folder
STRAY_FILE = Rule("stray-file", "Every file in the content folder is used.", severity=Severity.WARNING)
MISSING_FILE = Rule("missing-file", "A file that front matter names is there, inside its own folder.")
NO_AUDIO = Rule("no-audio", "An episode has a recording.")
SEVERAL_AUDIO = Rule("several-audio", "An episode has one recording, or says which it takes.")
UNREADABLE_AUDIO = Rule("unreadable-audio", "A recording can be read and has a duration.")
UNREADABLE_IMAGE = Rule("unreadable-image", "A picture is a JPEG, PNG or WebP that can be read.")
UNREADABLE_CHAPTERS = Rule("unreadable-chapters", "A file of chapters can be read.", "Podcasting 2.0, JSON chapters")
UNREADABLE_TRANSCRIPT = Rule("unreadable-transcript", "A transcript is WebVTT or SRT that can be read.", "W3C WebVTT")
UNTIMED_CHAPTERS = Rule("untimed-chapters", "Chapters begin in order, within the recording.")
NO_TITLE = Rule("no-title", "An episode has a title, in its tags or its front matter.")
NO_DATE = Rule("no-date", "An episode or a note has a date.")

# The settings and the programs around
SETTINGS_UNREADABLE = Rule("settings-unreadable", "The settings files can be read and run.")
COPY_FAILED = Rule("copy-failed", "A recording that is taken in is copied whole.")
PELICAN_FAILED = Rule("pelican-failed", "Pelican and the plugins that the site adds do their work.")

# How things refer to one another
UNKNOWN_BOOK = Rule("unknown-book", "A book that is named exists.")
UNKNOWN_PERSON = Rule("unknown-person", "A person who is named exists.")
UNKNOWN_EPISODE = Rule("unknown-episode", "An episode that is named exists.")
UNKNOWN_SHOW = Rule("unknown-show", "A show that is named exists.")
SHOW_NOT_SAID = Rule("show-not-said", "An episode says which show it is of when there are several.")
SAME_ADDRESS = Rule("same-address", "Two pages have two addresses.")
SAME_PART = Rule("same-part", "Two notes of a series have two numbers.")
SAME_GUID = Rule("same-guid", "Two episodes have two guids.", "PSP-1")

# What subscribers already have
LEDGER_UNREADABLE = Rule("ledger-unreadable", "The ledger of what was published can be read.")
GUID_CHANGED = Rule("guid-changed", "A published guid never changes.", "PSP-1")
DATE_CHANGED = Rule("date-changed", "The date of a published episode never changes.")
EPISODE_GONE = Rule("episode-gone", "A published episode stays in its feed.")
SHOW_GONE = Rule("show-gone", "A published show keeps its name and its feed.")
SHOW_GUID_CHANGED = Rule("show-guid-changed", "A published podcast:guid never changes.", "Podcasting 2.0")
GUID_REUSED = Rule("guid-reused", "A guid that subscribers know is never given to another episode.", "PSP-1")
ENCLOSURE_CHANGED = Rule("enclosure-changed", "Other bytes have another address, and the same bytes the same.")
FEED_MOVED = Rule(
    "feed-moved", "A feed keeps its address, or leads its subscribers on.", "Apple, Podcaster's Guide to RSS"
)
LEDGER_LOST = Rule("ledger-lost", "Before a publication the ledger knows what is live.")
LEDGER_UNWRITTEN = Rule("ledger-unwritten", "What was published is written down.")

# What goes out: feeds
FEED_UNREADABLE = Rule("feed-unreadable", "A feed is well-formed RSS 2.0 or Atom in UTF-8.", "PSP-1")
FEED_NAMESPACE = Rule("feed-namespace", "A feed's namespaces are right to the letter.", "PSP-1")
FEED_CHANNEL_TAG = Rule("feed-channel-tag", "A feed says all that directories ask of a show.", "PSP-1")
FEED_SELF = Rule("feed-self", "A feed names its own address.", "PSP-1")
FEED_OWNER = Rule("feed-owner", "A feed names its owner's address.", "YouTube", Severity.WARNING)
FEED_EMPTY = Rule("feed-empty", "A feed has an episode before a directory sees it.", "", Severity.WARNING)
FEED_LANGUAGE = Rule("feed-language", "A feed's language has two letters, and a region at most.", "ISO 639")
FEED_EXPLICIT = Rule("feed-explicit", "Explicit is true or false.", "Apple, Podcaster's Guide to RSS")
FEED_CATEGORY = Rule(
    "feed-category", "A feed's categories are Apple's, to the letter.", "Apple, Podcaster's Guide to RSS"
)
FEED_TYPE = Rule(
    "feed-type", "A show is episodic, or serial with numbered episodes.", "Apple, Podcaster's Guide to RSS"
)
FEED_FLAG = Rule("feed-flag", "A tag that can only say Yes says Yes.", "Apple, Podcaster's Guide to RSS")
FEED_PODCAST_GUID = Rule("feed-podcast-guid", "A show's podcast:guid is a UUID.", "Podcasting 2.0")
FEED_ITEM_TAG = Rule("feed-item-tag", "An item has a title, a guid and a recording.", "PSP-1")
FEED_GUID = Rule("feed-guid", "The items of a feed have different guids.", "PSP-1")
FEED_DATE = Rule("feed-date", "An item's date is written by RFC 2822, with its zone.", "PSP-1")
FEED_DURATION = Rule("feed-duration", "A duration is in whole seconds.", "PSP-1")
FEED_NUMBER = Rule("feed-number", "Season and episode numbers are whole and not zero.", "PSP-1")
FEED_DESCRIPTION = Rule("feed-description", "A description has at most 4000 bytes.", "PSP-1")
FEED_HTML = Rule("feed-html", "Show notes hold only the HTML that apps show.", "PSP-1")
FEED_HTTPS = Rule("feed-https", "Addresses of the podcast tags begin with https.", "Podcasting 2.0", Severity.WARNING)
FEED_LINK = Rule("feed-link", "What a feed links to on the site is there.")
ENCLOSURE_ADDRESS = Rule("enclosure-address", "Each recording has its own address on the site, in ASCII.", "Apple")
ENCLOSURE_LENGTH = Rule("enclosure-length", "An enclosure's length is its file's size in bytes.", "PSP-1")
ENCLOSURE_TYPE = Rule("enclosure-type", "An enclosure's type, ending and bytes agree.", "PSP-1")
ENCLOSURE_NOT_LISTED = Rule("enclosure-not-listed", "A recording is MP3 or AAC.", "Apple", Severity.WARNING)
FEED_CHAPTERS = Rule("feed-chapters", "The chapters that a feed names can be read.", "Podcasting 2.0, JSON chapters")
FEED_TRANSCRIPT = Rule("feed-transcript", "The transcript that a feed names can be read.", "Podcasting 2.0")
FEED_ARTWORK = Rule("feed-artwork", "Artwork is square, 1400 to 3000 px, JPEG or PNG, in RGB.", "Apple")

# What goes out: pages
PAGE_UNREADABLE = Rule("page-unreadable", "A page can be read.")
BROKEN_LINK = Rule("broken-link", "What a page links to on the site is there.")
BROKEN_FRAGMENT = Rule("broken-fragment", "The place on a page that a link leads to is there.")
OUTSIDE_REQUEST = Rule("outside-request", "A page asks no other site for anything.")
INLINE_CODE = Rule("inline-code", "A page holds no script or style of its own.", "Content Security Policy")
ONE_HEADING = Rule("one-heading", "A page has exactly one first heading.")
PAGE_LANGUAGE = Rule("page-language", "A page says its language.", "WCAG 3.1.1")
PAGE_TITLE = Rule("page-title", "A page has a title.", "WCAG 2.4.2")
PICTURE_ALT = Rule("picture-alt", "A picture says what it shows, or that it only decorates.", "WCAG 1.1.1")
PICTURE_SIZE = Rule("picture-size", "A picture says its width and height.")
SAME_ID = Rule("same-id", "A page gives each id once.", "HTML")
BAD_JSON_LD = Rule("bad-json-ld", "A page's structured data is JSON.", "schema.org")

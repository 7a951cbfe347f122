"""Every rule that content and settings are judged by (what goes out: `problems/output/`); a code is for life."""

from __future__ import annotations

from antenne.problems.problem import Rule, Severity

# How front matter and settings are written
NOT_YAML = Rule("not-yaml", "Front matter is YAML between two lines of three hyphens.")
NO_FRONT_MATTER = Rule("no-front-matter", "A content file begins with front matter.")
NOT_TEXT = Rule("not-text", "A content file is text in UTF-8.")
UNKNOWN_KEY = Rule(
    "unknown-key",
    "Every key is one that Antenne knows.",
    why="A key with a slip in it would be passed over, and what it says be lost.",
)
DUPLICATE_KEY = Rule("duplicate-key", "A key stands once.")
MISSING_KEY = Rule("missing-key", "A required key is there and not empty.")
WRONG_TYPE = Rule("wrong-type", "A value has the type of its key: a text, a number, a list, a group of keys.")
BAD_VALUE = Rule("bad-value", "A value is one of those that its key takes.")
BAD_ISBN = Rule(
    "bad-isbn",
    "An ISBN has its digits and the right check digit.",
    "ISO 2108",
    why="Bookshops and libraries find another book by it, or none.",
)
BAD_DATE = Rule("bad-date", "A date can be read and exists in the calendar.", "ISO 8601")
BAD_LANGUAGE = Rule("bad-language", "A language is a BCP 47 tag.", "BCP 47")
BAD_ADDRESS = Rule("bad-address", "An address is complete and begins with https:// or http://.")
BAD_SLUG = Rule(
    "bad-slug",
    "What an address is made of can stand in one: the name of a folder or file, a tag, a category, a series.",
    why="The name becomes part of an address, and addresses have no spaces or accents.",
)
BAD_CATEGORY = Rule("bad-category", "A show's category is one of Apple's.", "Apple, Podcaster's Guide to RSS")

# What stands in the content folder
STRAY_FILE = Rule(
    "stray-file",
    "Every file in the content folder is used.",
    severity=Severity.WARNING,
    why="A file that nothing uses is mostly one whose name has a slip in it.",
)
MISSING_FILE = Rule("missing-file", "A file that front matter names is there, inside its own folder.")
NO_AUDIO = Rule("no-audio", "An episode has a recording.")
SEVERAL_AUDIO = Rule("several-audio", "An episode has one recording, or says which it takes.")
UNREADABLE_AUDIO = Rule("unreadable-audio", "A recording can be read and has a duration.")
UNREADABLE_IMAGE = Rule("unreadable-image", "A picture is a JPEG, PNG or WebP that can be read.")
UNFIT_FILE = Rule(
    "unfit-file",
    "A file that a text links to, or an excerpt, is what it is called and of a kind that readers can open.",
    why="What is called a PDF and is none opens nowhere; other kinds do not open on every device.",
)
UNKNOWN_VIDEO = Rule(
    "unknown-video",
    "A video is a file beside the text, or the address of one on YouTube, Vimeo, Dailymotion or PeerTube.",
    why="Only players that are known can be kept from the reader until a click, and be let into the page after it.",
)
UNREADABLE_VIDEO = Rule("unreadable-video", "A video is an MP4 or WebM with pictures that can be read.")
UNFRAMED_VIDEO = Rule(
    "unframed-video",
    "A video on Dailymotion is shown by a player of one's own.",
    "Dailymotion, Player ID required in embed URLs (September 2026)",
    Severity.WARNING,
    why="Dailymotion refuses frames without a player's id: readers would see an empty rectangle.",
)
NO_CAPTIONS = Rule(
    "no-captions",
    "A video of one's own has captions.",
    "WCAG 1.2.2",
    Severity.ADVICE,
    why="Whoever does not hear it, or is where no sound may be, cannot follow it.",
)
UNREADABLE_CHAPTERS = Rule("unreadable-chapters", "A file of chapters can be read.", "Podcasting 2.0, JSON chapters")
UNREADABLE_TRANSCRIPT = Rule(
    "unreadable-transcript", "A transcript is WebVTT, SRT, JSON or plain text that can be read.", "W3C WebVTT"
)
UNTIMED_CHAPTERS = Rule("untimed-chapters", "Chapters begin in order, and begin and end within the recording.")
OVERLAPPING_CHAPTERS = Rule("overlapping-chapters", "A chapter ends before the next begins.", severity=Severity.WARNING)
EMPTY_CAPTION = Rule("empty-caption", "A caption has words.", severity=Severity.WARNING)
BACKWARDS_CAPTION = Rule("backwards-caption", "A caption does not end before it begins.", "W3C WebVTT")
LATE_CAPTION = Rule("late-caption", "A caption ends with the recording at the latest.", "Podcasting 2.0, transcripts")
UNORDERED_CAPTIONS = Rule(
    "unordered-captions", "Captions stand in the order of their times.", "W3C WebVTT", Severity.WARNING
)
OVERLAPPING_CAPTIONS = Rule(
    "overlapping-captions", "A caption ends before the next of the same voice begins.", severity=Severity.WARNING
)
EMPTY_COMMENT = Rule("empty-comment", "A comment has words.")
UNKNOWN_COMMENT = Rule("unknown-comment", "A comment that another one answers is there, and does not answer that one.")
OTHER_LANGUAGE = Rule(
    "other-language",
    "A translation is in one of the site's further languages.",
    why="Nobody would know under which address it should stand, nor which words should stand around it.",
)
TRANSLATES_NOTHING = Rule("translation-of-nothing", "A translation stands beside its original.")
UNTRANSLATABLE_KEY = Rule(
    "untranslatable-key",
    "A translation gives words alone; dates, numbers, names of files and keys are the original's.",
    why="One recording would have two dates, and one book two lists of authors.",
)
NO_TITLE = Rule("no-title", "An episode has a title, in its tags or its front matter.")
NO_DATE = Rule("no-date", "An episode or a note has a date.")

# The settings and the programs around
SETTINGS_UNREADABLE = Rule("settings-unreadable", "The settings files can be read and run.")
NO_WORDING = Rule(
    "no-wording",
    "The interface has words in every language of the site.",
    severity=Severity.WARNING,
    why="Menus and buttons are in English beside texts in another language.",
)
UNREADABLE_WORDING = Rule(
    "unreadable-wording",
    "A catalogue of the interface's words can be read, and its entries keep the placeholders.",
    "GNU gettext, PO files",
)
LEGAL_MISSING = Rule(
    "legal-missing",
    "A public site says who publishes it and who keeps it on a server.",
    "Loi n° 2004-575 du 21 juin 2004 (LCEN), article 1-1",
    Severity.WARNING,
    why="French law asks it of every site, and readers want to know whom they may write to.",
    remedy='Write ANTENNE["legal"] (docs/settings.md), or a page of your own, content/pages/mentions-legales.md.',
)
LEGAL_INCOMPLETE = Rule(
    "legal-incomplete",
    "A legal notice says all that the law asks of a publisher of its status.",
    "Loi n° 2004-575 du 21 juin 2004 (LCEN), article 1-1",
    Severity.WARNING,
    why="French law asks it, and what is missing is mostly what somebody looks for who was wronged.",
    remedy='Add it to ANTENNE["legal"]; who publishes without profession may choose the status `anonymous`.',
)
PLACEHOLDER = Rule(
    "placeholder",
    "A public site names real people and addresses, and not the guide's examples.",
    severity=Severity.WARNING,
    why="Letters go astray, and directories write to the owner's address to see whose the show is.",
    remedy="Write the name or address that is meant, or take the line away.",
)
NO_THEME = Rule("no-theme", "The theme's folder is there and holds templates/base.html, or extends one that does.")
THEME_CIRCLE = Rule("theme-circle", "A theme does not extend itself, at once or by way of others.")
BAD_TEMPLATE = Rule(
    "bad-template",
    "A theme's templates can be read, and name only what there is.",
    "docs/theme.md",
    remedy="Correct the line; docs/theme.md says which names a template has.",
)
COPY_FAILED = Rule("copy-failed", "A recording that is taken in is copied whole.")
PELICAN_FAILED = Rule("pelican-failed", "Pelican and the plugins that the site adds do their work.")

# How things refer to one another
UNKNOWN_BOOK = Rule("unknown-book", "A book that is named exists.")
UNKNOWN_PERSON = Rule("unknown-person", "A person who is named exists.")
UNKNOWN_EPISODE = Rule("unknown-episode", "An episode that is named exists.")
LATE_MOMENT = Rule(
    "late-moment",
    "A moment that a table of contents leads to is within the recording.",
    why="Whoever follows the link hears the end, or nothing.",
)
SAME_ISBN = Rule(
    "same-isbn",
    "Two editions have two ISBNs.",
    "ISO 2108",
    why="An ISBN is given to one edition for ever: shops and libraries would send another book.",
)
UNKNOWN_SHOW = Rule("unknown-show", "A show that is named exists.")
SHOW_NOT_SAID = Rule("show-not-said", "An episode says which show it is of when there are several.")
SAME_ADDRESS = Rule(
    "same-address", "Two pages have two addresses.", why="One of them would take the place of the other."
)
SAME_NAME = Rule(
    "same-name",
    "Two publishers have two names.",
    why="Books name their publisher, and nobody could tell which of the two is meant.",
)
SAME_PART = Rule("same-part", "Two notes or two books of a series have two numbers.")
SAME_GUID = Rule(
    "same-guid", "Two episodes have two guids.", "PSP-1", why="Of two episodes with one guid apps show only one."
)

# What subscribers already have
LEDGER_UNREADABLE = Rule("ledger-unreadable", "The ledger of what was published can be read.")
GUID_CHANGED = Rule(
    "guid-changed",
    "A published guid never changes.",
    "PSP-1",
    why="Apps take the episode for a new one: every subscriber gets it again.",
)
DATE_CHANGED = Rule(
    "date-changed",
    "The date of a published episode never changes.",
    why="Apps put the episode elsewhere in the list, or tell of it as new.",
)
EPISODE_GONE = Rule(
    "episode-gone",
    "A published episode stays in its feed.",
    why="It disappears from apps, and whoever wanted to hear it later finds nothing.",
)
SHOW_GONE = Rule(
    "show-gone",
    "A published show keeps its name and its feed.",
    why="Every subscriber's app asks at an address where nothing is any more.",
)
SHOW_GUID_CHANGED = Rule(
    "show-guid-changed",
    "A published podcast:guid never changes.",
    "Podcasting 2.0",
    why="Directories take it for another show: followers and payments stay with the old one.",
)
GUID_REUSED = Rule(
    "guid-reused",
    "A guid that subscribers know is never given to another episode.",
    "PSP-1",
    why="Apps that know the older episode by it never show the new one.",
)
ENCLOSURE_CHANGED = Rule(
    "enclosure-changed",
    "Other bytes have another address, and the same bytes the same.",
    why="Some apps download the episode again, and others go on in the middle of other bytes.",
)
FEED_MOVED = Rule(
    "feed-moved",
    "A feed keeps its address, or leads its subscribers on.",
    "Apple, Podcaster's Guide to RSS",
    why="Subscribers stay at the old address, and get nothing new any more.",
)
LEDGER_LOST = Rule(
    "ledger-lost",
    "Before a publication the ledger knows what is live.",
    why="Without it nobody can tell whether a publication would harm those who subscribed.",
)
LEDGER_NOT_MADE = Rule("ledger-not-made", "A ledger is made anew from a feed of this site, and forgets nothing unsaid.")
LEDGER_UNWRITTEN = Rule("ledger-unwritten", "What was published is written down.")

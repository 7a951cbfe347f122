"""Rules on the files beside the recordings: chapters, transcripts and artwork."""

from __future__ import annotations

from antenne.problems.problem import Rule, Severity

_APPLE = "Apple, artwork requirements"

CHAPTERS_TAG = Rule(
    "chapters-tag",
    "A feed gives chapters' address and says application/json+chapters.",
    "Podcasting 2.0, chapters",
    why="Apps look for this very type.",
    remedy='Write <podcast:chapters url="https://…" type="application/json+chapters"/>.',
)
CHAPTERS_MISSING = Rule(
    "chapters-missing",
    "The chapters that a feed names are on the site.",
    "Podcasting 2.0, chapters",
    why="Apps show no chapters, or an error.",
    remedy="Put the file where the feed says that it is, or take the tag out.",
)
CHAPTERS_UNREADABLE = Rule(
    "chapters-unreadable",
    "A file of chapters is JSON with a version and chapters that have a startTime.",
    "Podcasting 2.0, JSON chapters",
    why="Apps show no chapters at all when one of them cannot be read.",
    remedy='Write {"version": "1.2.0", "chapters": [{"startTime": 0, "title": "…"}]}.',
)
CHAPTERS_ORDER = Rule(
    "chapters-order",
    "Chapters begin one after the other, and within the recording.",
    "Podcasting 2.0, JSON chapters",
    why="Apps jump to the wrong place, or leave out what is not in order.",
    remedy="Put the chapters in the order of their times, all before the end of the recording.",
)
SIMPLE_CHAPTERS = Rule(
    "simple-chapters",
    "Podlove simple chapters have times in order, and titles.",
    "Podlove Simple Chapters; Spotify",
    why="Spotify and many apps take chapters from there.",
    remedy='Write <psc:chapter start="00:01:05" title="…"/>, in the order of the times.',
)
DESCRIBED_CHAPTERS = Rule(
    "described-chapters",
    "A list of times in a description begins at 0:00, ascends, and has three lines at least.",
    "Apple, chapters; Spotify, chapters",
    Severity.ADVICE,
    why="Apple and Spotify make chapters of such a list, and of another one nothing.",
    remedy="Write a line such as 00:00 Title for each chapter, in their order, the first at 00:00.",
)
TRANSCRIPT_TAG = Rule(
    "transcript-tag",
    "A feed gives a transcript's address and one of the types that apps read.",
    "Podcasting 2.0, transcript",
    why="Apps choose by the type among transcripts.",
    remedy="Say text/vtt, application/x-subrip, application/json, text/html or text/plain.",
)
TRANSCRIPT_MISSING = Rule(
    "transcript-missing",
    "The transcript that a feed names is on the site.",
    "Podcasting 2.0, transcript",
    why="Whoever cannot hear the episode gets nothing.",
    remedy="Put the file where the feed says that it is, or take the tag out.",
)
TRANSCRIPT_UNREADABLE = Rule(
    "transcript-unreadable",
    "A transcript is what its type says.",
    "W3C WebVTT; Podcasting 2.0, transcripts",
    why="Apps show nothing of a transcript whose first lines or times they cannot read.",
    remedy="Export the transcript again as WebVTT, in UTF-8.",
)
TRANSCRIPT_ORDER = Rule(
    "transcript-order",
    "The captions of a transcript come in order, each ends after it begins, and none is beyond the recording.",
    "W3C WebVTT; Podcasting 2.0, transcripts",
    why="Apps follow the recording from caption to caption.",
    remedy="Put the captions in the order of their times; a caption out of its place was mostly moved by hand.",
)
TRANSCRIPT_LINES = Rule(
    "transcript-lines",
    "A line of WebVTT has at most 65 characters; a caption of SRT two lines of 32.",
    "Podcasting 2.0, transcripts",
    Severity.ADVICE,
    why="Longer lines do not fit on a telephone.",
    remedy="Break long lines between words.",
)
ARTWORK_MISSING = Rule(
    "artwork-missing",
    "The artwork that a feed names is on the site.",
    _APPLE,
    why="The show stands in the directories without a picture, or not at all.",
    remedy="Put the picture where the feed says that it is, or correct the address.",
)
ARTWORK_FORMAT = Rule(
    "artwork-format",
    "Artwork is a JPEG or a PNG.",
    _APPLE,
    why="Directories refuse other kinds, such as WebP, whatever their names end in.",
    remedy="Export the picture as JPEG or PNG.",
)
ARTWORK_CUT = Rule(
    "artwork-cut",
    "Artwork is a whole file.",
    _APPLE,
    why="A picture that was cut off while it was copied shows grey, or is refused.",
    remedy="Copy or export the picture again.",
)
ARTWORK_SQUARE = Rule(
    "artwork-square",
    "Artwork is square.",
    _APPLE,
    why="Apple refuses a picture that is not.",
    remedy="Cut the picture to a square, best of 3000 by 3000 pixels.",
)
ARTWORK_SIZE = Rule(
    "artwork-size",
    "Artwork has 1400 to 3000 pixels on each side.",
    _APPLE,
    why="Apple refuses smaller and larger pictures.",
    remedy="Export the picture with 3000 by 3000 pixels.",
)
ARTWORK_SMALL = Rule(
    "artwork-small",
    "Artwork of 3000 by 3000 pixels is best.",
    _APPLE,
    Severity.ADVICE,
    why="Directories show a small picture in fewer places.",
    remedy="Export the picture with 3000 by 3000 pixels if you have it in that size.",
)
ARTWORK_ENDING = Rule(
    "artwork-ending",
    "Artwork's address ends as its kind does: .jpg or .png.",
    "Apple, Podcaster's Guide to RSS",
    why="Apple looks at the ending, and refuses a PNG that is called .jpg.",
    remedy="Name the file by what it is.",
)
ARTWORK_COLOUR = Rule(
    "artwork-colour",
    "Artwork is in RGB colours.",
    _APPLE,
    why="Pictures made for print (CMYK) or in grey show wrong colours, or are refused.",
    remedy="Export the picture in RGB.",
)
ARTWORK_TRANSPARENT = Rule(
    "artwork-transparent",
    "Artwork is transparent nowhere.",
    _APPLE,
    why="Apple refuses pictures with an alpha channel.",
    remedy="Put a background behind the picture, and export it without transparency.",
)
ARTWORK_DENSITY = Rule(
    "artwork-density",
    "Artwork says 72 dots an inch, or nothing.",
    _APPLE,
    Severity.ADVICE,
    why="Apple asks for it, though no app looks.",
    remedy="Export the picture for the web, with 72 dpi.",
)
ARTWORK_HEAVY = Rule(
    "artwork-heavy",
    "Artwork has at most 512 KB.",
    "PRX, Captivate, Podigee",
    Severity.ADVICE,
    why="Apps fetch it for every listener, and some give up on a heavy one.",
    remedy="Export the picture as JPEG with a quality of 80.",
)

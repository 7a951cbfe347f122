"""The settings of the measured site: what the other tools do not make is left out where that can be said."""

SITENAME = "The Lantern Shelf"
SITEURL = "https://example.org"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["antenne.plugin"]

ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
JINJA_ENVIRONMENT = {"autoescape": True}

ANTENNE = {
    "legal": {"status": "demonstration"},
    "routes": {
        "books": "books",
        "shows": "shows",
        "people": "people",
        "tags": "tags",
        "feeds": "feeds",
    },
    "feeds": {"books": False, "everything": False, "categories": False, "json": False, "opml": False},
    "shops": [],
    "share": [],
    "search": False,
    "search_transcripts": False,
    "comments": {"open": False},
    # One list of episodes and notes on the home page, by ten, as the others have it.
    "latest": 10,
    "page_size": 0,
    "without": [
        "archives",
        "cards",
        "categories",
        "chapters",
        "embeds",
        "people",
        "publishers",
        "series",
        "shows",
        "subscribe",
        "tags",
        "years",
    ],
}

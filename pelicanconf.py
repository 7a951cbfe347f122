"""The site's settings while one works on it; `publishconf.py` says what differs in public."""

# What Pelican itself asks
SITENAME = "L'antenne de François Laurent"
SITEURL = "http://127.0.0.1:8000"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["antenne.plugin"]

# Antenne makes every page and feed itself: Pelican's own generators rest.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
JINJA_ENVIRONMENT = {"autoescape": True}

# What Antenne asks; docs/settings.md lists every key.
ANTENNE = {
    "tagline": "Des livres, des entretiens, des notes",
    "description": "Les livres de François Laurent, ses entretiens à écouter et ses notes, réunis.",
    "email": "redaction@antenne.example",
    "legal": {"status": "demonstration"},  # nobody publishes an example; a real site says who does
    "private": True,
    "languages": [
        {
            "language": "en",
            "tagline": "Books, interviews, notes",
            "description": "The books of François Laurent, interviews to listen to and his notes, in one place.",
        },
    ],
    "publishing": {"target": "folder", "folder": "public", "keep": 5},
}

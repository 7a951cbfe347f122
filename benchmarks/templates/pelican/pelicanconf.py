"""The settings of the site that Pelican makes without Antenne."""

SITENAME = "The Lantern Shelf"
SITEURL = "https://example.org"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PLUGINS: list[str] = []
ARTICLE_PATHS = ["episodes", "notes"]
PAGE_PATHS = ["books"]
PAGE_URL = "books/{slug}/"
PAGE_SAVE_AS = "books/{slug}/index.html"
STATIC_PATHS = ["audio", "covers", "images"]
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
DIRECT_TEMPLATES = ["index", "books", "feed", "notes", "sitemap"]
BOOKS_SAVE_AS = "books/index.html"
FEED_SAVE_AS = "feed.xml"
NOTES_SAVE_AS = "notes.atom"
SITEMAP_SAVE_AS = "sitemap.xml"
TEMPLATE_EXTENSIONS = [".html", ".xml"]
PAGINATED_TEMPLATES = {"index": 10}
PAGINATION_PATTERNS = [(1, "", "index.html"), (2, "page/{number}/", "page/{number}/index.html")]
MARKDOWN = {
    "extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.meta": {}},
    "output_format": "html5",
}

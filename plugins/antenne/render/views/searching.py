"""The page on which one searches."""

from __future__ import annotations

import json
from collections.abc import Iterator
from gettext import NullTranslations

from msgspec.structs import replace

from antenne.render.site import Site
from antenne.render.view import View
from antenne.render.views.lists import list_view


def search_views(site: Site, translations: NullTranslations) -> Iterator[View]:
    """Give the search page of a site that has a search; search engines stay away from it."""
    if site.has_search:
        words = json.dumps(_words(translations), ensure_ascii=False)
        yield replace(list_view(site, "search"), listed=False, context={"words_of_search": words})


def _words(translations: NullTranslations) -> dict[str, object]:
    """Return what the script says, in the page's language: it has no words of its own."""
    _ = translations.gettext
    return {
        "searching": _("Searching…"),
        "count": _("Results: {count}"),
        "partial": _("No page has all these words. Pages with some of them: {count}"),
        "none": _("Nothing found for “{query}”. Try fewer words, or another form of them."),
        "changed": _("The site has changed since you opened this page. Load it again to search."),
        "offline": _("The search cannot be reached: are you online? Try again in a moment."),
        "kinds": {
            "book": _("Book"),
            "episode": _("Interview"),
            "show": _("Show"),
            "note": _("Note"),
            "person": _("Person"),
            "publisher": _("Publisher"),
            "page": _("Page"),
        },
    }

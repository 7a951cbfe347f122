"""In which language something is told, where that is another than the page's: for voices, for hyphens, for links."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from antenne.markup import Subject
from antenne.model import Book, Episode, LanguageTag, Show
from antenne.render.words import Words
from antenne.routes import Place, Routes
from antenne.settings import Settings

_IN_THE_WORKS_OWN = frozenset({"title", "subtitle", "body", "chapters", "contents"})
"""The words that a book, a show or an episode has in its own language, whatever the site's."""


class Told(Struct, frozen=True):
    """Gives templates the attributes of another language: empty, or with a space before them."""

    settings: Settings
    routes: Routes
    words: Words

    def told(self, thing: Subject, field: str = "title") -> Markup:
        """Return the `lang`, and the `dir` where it differs, of the words of a thing: its title, or another field."""
        language = self._language(thing, field)
        if language == self.settings.language:
            return Markup("")
        return Markup(' lang="{}"{}').format(language, self.words.turned(language))

    def leads(self, place: Place) -> Markup:
        """Return the `hreflang` of a link to a place whose page is in another language."""
        own = (self.settings.own or self.settings).language
        translation = None if isinstance(place, str) else getattr(place, "translation", None)
        language = translation.language if translation else own
        if isinstance(place, str) or language == self.settings.language:
            return Markup("")
        return Markup(' hreflang="{}"').format(language)

    def _language(self, thing: Subject, field: str) -> LanguageTag:
        own = (self.settings.own or self.settings).language
        if thing is None:
            return self.settings.language
        if thing.translation and field in thing.translation.fields:
            return thing.translation.language
        if isinstance(thing, Book | Episode | Show) and field in _IN_THE_WORKS_OWN:
            return thing.language
        return own

"""A site in each of its languages: the same content, settings in that language, and addresses of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from antenne.link import in_language
from antenne.model import Catalog
from antenne.problems import Problems
from antenne.read import Translated
from antenne.routes import Routes
from antenne.settings import Settings
from antenne.wording import read_wording


class Tongue(Struct, frozen=True, kw_only=True):
    """A site in one language: `settings` have its words and routes, `catalog` has its lists."""

    settings: Settings
    catalog: Catalog

    @property
    def routes(self) -> Routes:
        """The addresses of the pages in this language, and of all that is told in another."""
        return Routes(self.settings)


def tongues_of(settings: Settings, catalog: Catalog, translations: Iterable[Translated]) -> Iterator[Tongue]:
    """Give a site in its own language, then in each further one in which something is told."""
    translations = tuple(translations)
    yield Tongue(settings=settings, catalog=catalog)
    for spoken in settings.languages:
        told = in_language(catalog, translations, spoken.language)
        if told is not None:
            yield Tongue(settings=settings.in_language(spoken), catalog=told)


def judge_wording(settings: Settings, problems: Problems) -> None:
    """Tell of languages for which the interface has no words, and of words that cannot be used."""
    for language in (settings.language, *(one.language for one in settings.languages)):
        read_wording(settings.locales, language, settings.project, problems)

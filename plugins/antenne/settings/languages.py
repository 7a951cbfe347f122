"""The further languages of a site: its words in each, and where their pages stand."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from babel import Locale, UnknownLocaleError

from antenne.fields import Record, key, language, slug, text
from antenne.model import LanguageTag
from antenne.problems import Problem, Where, rules
from antenne.settings.model import RouteSettings, Settings, Spoken
from antenne.text import typeset

ENGLISH = {
    "books": "books",
    "shows": "shows",
    "episodes": "episodes",
    "people": "people",
    "publishers": "publishers",
    "notes": "notes",
    "categories": "categories",
    "series": "series",
    "tags": "tags",
    "archives": "archives",
    "legal": "legal-notice",
    "privacy": "privacy",
    "subscribe": "subscribe",
    "excerpt": "excerpt",
    "embed": "embed",
    "search": "search",
}
"""What the pages of a further language stand under unless the settings say otherwise; files stand in one place.

French has the words of a French site's own pages.
"""


def _route_words() -> type[Any]:
    declared = {field.name: field for field in dataclasses.fields(RouteSettings)}
    fields = [(name, str, key(slug, "", doc=declared[name].metadata["doc"])) for name in ENGLISH]
    return dataclasses.make_dataclass("RouteWords", fields, frozen=True, slots=True, kw_only=True)


RouteWords = _route_words()
RouteWords.__doc__ = "The first part of each section's address in a further language, after the language's own."


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageKeys:
    """A language beside the site's own; its pages stand under its tag, such as `/en/`."""

    language: LanguageTag = key(language, doc="Translations stand in files that are called after it: `index.en.md`.")
    name: str = key(text(), "", doc="The site's name in it. Default: the same.")
    tagline: str = key(text(), "", doc="A few words under the site's name.")
    description: str = key(text(1000), "", doc="One or two sentences, for search engines and shared links.")
    routes: Any = key(Record(RouteWords), RouteWords(), doc="The first part of each section's address.")


def read_languages(given: Iterable[LanguageKeys], routes: RouteSettings) -> tuple[Spoken, ...]:
    """Return the further languages of a site, whose own pages have some routes."""
    return tuple(
        Spoken(
            language=one.language,
            site_name=typeset(one.name, one.language),
            tagline=typeset(one.tagline, one.language),
            description=typeset(one.description, one.language),
            routes=replace(routes, **_words(one)),
        )
        for one in given
    )


def _words(given: LanguageKeys) -> dict[str, str]:
    words = dataclasses.asdict(RouteSettings()) if given.language.language == "fr" else ENGLISH
    return {name: getattr(given.routes, name) or words[name] for name in ENGLISH}


def _has_dates(tag: LanguageTag) -> bool:
    try:
        Locale.parse(str(tag), sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def judge_languages(settings: Settings) -> Iterator[Problem]:
    """Give what is wrong with the further languages: one that stands twice, or whose address is a section's."""
    for tag in (settings.language, *(one.language for one in settings.languages)):
        if not _has_dates(tag):
            at = Where("DEFAULT_LANG" if tag == settings.language else "ANTENNE.languages")
            message = f"Nobody has written down how “{tag}” writes dates and numbers."
            hint = f"Take the language alone, “{tag.language}”, or another that Unicode's CLDR knows."
            yield rules.BAD_LANGUAGE.at(at, message, hint)
    taken = {str(settings.language).lower(): "the site's own language"}
    sections = {word: f"the section `{name}`" for name, word in dataclasses.asdict(settings.routes).items()}
    where = Where("ANTENNE.languages")
    for one in settings.languages:
        if (other := taken.get(one.prefix.rstrip("/"))) is not None:
            message = f"“{one.language}” is {other} already."
            yield rules.BAD_VALUE.at(where, message, "Name each language once, and only those beside DEFAULT_LANG.")
        elif (section := sections.get(one.prefix.rstrip("/"))) is not None:
            message = f"The pages in “{one.language}” would stand at the address of {section}."
            yield rules.SAME_ADDRESS.at(where, message, "Give the section another word in ANTENNE.routes.")
        taken.setdefault(one.prefix.rstrip("/"), "one of the languages")

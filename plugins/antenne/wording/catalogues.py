"""From the .po files of a theme to what gettext asks: read by Babel at every build, with nothing to compile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from antenne.model import LanguageTag
from antenne.problems import Problem, Problems, Where
from antenne.problems.rules import NO_WORDING, UNREADABLE_WORDING
from antenne.wording.entries import faults, is_translated

SOURCE = LanguageTag("en")
"""The language that the interface is written in: its words need no catalogue."""

_SUFFIX = ".po"


def languages_of(folders: Iterable[Path]) -> tuple[LanguageTag, ...]:
    """Return the languages that the interface knows with some locale folders, that of its source among them."""
    found = {tag for folder in folders for tag, _ in _files(folder)}
    return tuple(sorted({SOURCE, *found}, key=str))


def read_wording(folders: Iterable[Path], language: LanguageTag, project: Path, problems: Problems) -> NullTranslations:
    """Return the interface's words in a language; of two folders the first goes before the second.

    A language with a region takes its own words first, then those of the language. What no catalogue translates
    stays English.
    """
    folders = tuple(folders)
    catalogues = tuple(_catalogues(folders, language, project, problems))
    if not catalogues and language.language != SOURCE.language:
        problems.add(_unknown(language, folders))
    wording = NullTranslations()
    for catalogue in reversed(catalogues):
        catalogue.add_fallback(wording)
        wording = catalogue
    return wording


def _catalogues(
    folders: tuple[Path, ...], language: LanguageTag, project: Path, problems: Problems
) -> Iterator[GNUTranslations]:
    for tag in dict.fromkeys((language, LanguageTag(language.language))):
        for folder in folders:
            for found, path in _files(folder):
                if found == tag and (catalogue := _read(path, tag, project, problems)):
                    yield catalogue


def _files(folder: Path) -> Iterator[tuple[LanguageTag, Path]]:
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        try:
            tag = LanguageTag.parse(path.stem)
        except ValueError:
            continue
        yield tag, path


def _read(path: Path, language: LanguageTag, project: Path, problems: Problems) -> GNUTranslations | None:
    where = path.relative_to(project).as_posix() if path.is_relative_to(project) else path.name
    try:
        with path.open("rb") as file:
            entries = read_po(file, locale=_locale(language), abort_invalid=True)
        return _compiled(_usable(entries, where, problems))
    except (PoFileError, ValueError, OSError) as error:
        line = error.lineno + 1 if isinstance(error, PoFileError) else 0
        message = f"This catalogue of words cannot be read: {error}."
        hint = "It is UTF-8 text with a header; every entry has a msgid and a msgstr in quotes."
        problems.add(UNREADABLE_WORDING.at(Where(where, line), message, hint))
        return None


def _usable(entries: Catalog, where: str, problems: Problems) -> Catalog:
    """Return a catalogue without the entries that are not translated, and those that would break a page."""
    for entry in tuple(entries):
        wrong = tuple(faults(entry))
        problems.extend(UNREADABLE_WORDING.at(Where(where, entry.lineno or 0), *fault) for fault in wrong)
        if entry.id and (wrong or not is_translated(entry)):
            entries.delete(entry.id, entry.context)
    return entries


def _compiled(entries: Catalog) -> GNUTranslations:
    """Return what gettext asks; raise ValueError for plural forms that are none."""
    compiled = BytesIO()
    write_mo(compiled, entries)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _locale(language: LanguageTag) -> Locale | None:
    try:
        return Locale.parse(str(language), sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _unknown(language: LanguageTag, folders: Iterable[Path]) -> Problem:
    known = ", ".join(map(str, languages_of(folders)))
    message = f"The interface has no words in this language, “{language}”; it has {known}."
    hint = f"Take one of these, or write theme/locale/{language.language}.po (docs/languages.md says how)."
    return NO_WORDING.at(Where("DEFAULT_LANG"), message, hint)

"""Translations: `index.en.md` beside `index.md`, `NOTE.en.md` beside `NOTE.md`; the rest is the original's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from antenne.fields import Document, keys_of, load_document, parse
from antenne.model import Book, Episode, Image, LanguageTag, Note, Page, Person, Publisher, Show
from antenne.problems import nearest, rules
from antenne.read.content import Translated
from antenne.read.desk import Desk, first_sentences
from antenne.read.folders import Bundle
from antenne.read.opened import Opened
from antenne.read.translation_keys import DECLARED

Translatable = Book | Episode | Note | Page | Person | Publisher | Show


def language_in(stem: str) -> tuple[str, LanguageTag] | None:
    """Return a file's name without its language, and the language: `note.en` is `note` in English; None without one."""
    name, point, tag = stem.rpartition(".")
    try:
        return (name, LanguageTag.parse(tag)) if point and name else None
    except ValueError:
        return None


def translations_in(bundle: Bundle) -> Mapping[str, Sequence[tuple[str, LanguageTag]]]:
    """Return the translations in a folder with their languages, by what the original is called, in small letters."""
    found: dict[str, list[tuple[str, LanguageTag]]] = {}
    for file in bundle.all_with([".md"]):
        if spoken := language_in(file.rpartition(".")[0]):
            found.setdefault(spoken[0].lower(), []).append((file, spoken[1]))
    return found


def read_translations(
    kind: str,
    original: Translatable | None,
    bundle: Bundle,
    files: Sequence[tuple[str, LanguageTag]],
    desk: Desk,
) -> Iterator[Translated]:
    """Give the translations of an object that stand in some files, None for one that has problems itself."""
    for file, language in files:
        path = bundle.take(file)
        if path is None or not _is_spoken(language, path, desk) or original is None:
            continue
        document = load_document(path, desk.settings.project, desk.problems)
        if document is not None and (said := _said(kind, original, document, language, bundle, desk)):
            yield Translated(kind=kind, key=original.key, language=language, fields=said)


def lost_translation(path: Path, desk: Desk) -> None:
    """Tell of a translation without an original."""
    found = language_in(path.stem)
    name = found[0] if found else path.stem
    others = sorted(one.stem for one in path.parent.glob("*.md") if language_in(one.stem) is None)
    guess = nearest(name, others)
    hint = f"Did you mean {guess}.{found[1] if found else ''}.md?" if guess else f"Write the original, {name}.md."
    desk.tell(
        rules.TRANSLATES_NOTHING, desk.where(path), f"There is no {name}.md of which this is a translation.", hint
    )


def _is_spoken(language: LanguageTag, path: Path, desk: Desk) -> bool:
    settings = desk.settings
    if settings.spoken(language):
        return True
    if language == settings.language:
        message = f"The name says “{language}”, which is the site's own language."
        hint = f"What is in the site's own language stands in the file without it, {path.name.split('.')[0]}.md."
    else:
        known = ", ".join(str(one.language) for one in settings.languages) or "none yet"
        message = f"The name says “{language}”, which is no further language of the site ({known})."
        hint = f'Add {{"language": "{language}"}} to `languages` in ANTENNE, in the settings, or rename the file.'
    desk.tell(rules.OTHER_LANGUAGE, desk.where(path), message, hint)
    return False


def _said(
    kind: str,
    original: Translatable,
    document: Document,
    language: LanguageTag,
    bundle: Bundle,
    desk: Desk,
) -> dict[str, object] | None:
    """Return the fields that a translation gives, or None having told of a key that is the same everywhere."""
    declared, all_keys = DECLARED[kind]
    translatable = keys_of(declared)
    fixed = [one for one in document.keys.entries if one.key in keys_of(all_keys) and one.key not in translatable]
    for entry in fixed:
        message = f"`{entry.key}` is the same in every language: it is taken from the original."
        hint = f"Take the line away. A translation may say {', '.join(f'`{name}`' for name in translatable)}."
        desk.tell(rules.UNTRANSLATABLE_KEY, entry.where, message, hint)
    given = replace(document.keys, entries=tuple(e for e in document.keys.entries if e not in fixed))
    words = parse(declared, given, desk.reading)
    if words is None or fixed:
        return None
    at = Opened(desk=desk, bundle=bundle, document=document, language=language)
    said: dict[str, object] = {name: at.words(value) for name in translatable if (value := getattr(words, name))}
    if document.body.strip():
        said["body"] = body = at.body()
        if "summary" in translatable and kind != "show":
            said.setdefault("summary", first_sentences(body))
    return dict(_with_pictures(said, original))


def _with_pictures(said: Mapping[str, object], original: Translatable) -> Iterator[tuple[str, object]]:
    """Give the fields of the model: `cover_alt` is what the original's cover says."""
    for name, value in said.items():
        if not name.endswith("_alt"):
            yield name, value
            continue
        # A recording has its cover as the feeds call it.
        field = "image" if isinstance(original, Episode) else name.removesuffix("_alt")
        image = getattr(original, field)
        if isinstance(image, Image):
            yield field, replace(image, alt=str(value))

"""The whole content folder, read in order of names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace

from antenne.fields import Reading
from antenne.model import Episode, LanguageTag
from antenne.problems import Problems, Where, rules
from antenne.read.book import read_book
from antenne.read.content import Content, Translated
from antenne.read.desk import Desk, Probe, ProbeVideo, TakePicture
from antenne.read.episode import read_episode
from antenne.read.folders import Bundle, Listing, list_folder
from antenne.read.kept import ReadMemo, Told
from antenne.read.names import Name, read_name
from antenne.read.note import read_note, read_page
from antenne.read.person import read_person
from antenne.read.publisher import read_publisher
from antenne.read.show import read_show
from antenne.read.strays import SECTIONS, is_text, leads_out, unused
from antenne.read.translation import Translatable, language_in, lost_translation, read_translations, translations_in
from antenne.settings import Settings

K = TypeVar("K", bound=Translatable)

_LEDGER = "published.json"
_DATED = ("episode", "note")


def read_content(
    settings: Settings,
    probe: Probe,
    picture: TakePicture,
    problems: Problems,
    *,
    video: ProbeVideo,
    memo: ReadMemo | None = None,
) -> Content:
    """Return all that the content folder holds; whatever is wrong is told, and hides nothing else.

    `probe` reads a recording, `picture` a picture with the description of it, `video` a video; each raises MediaError.
    What a `memo` has kept is not read again.
    """
    reading = Reading(problems)
    desk = Desk(settings=settings, problems=problems, reading=reading, probe=probe, picture=picture, video=video)
    memo = memo or ReadMemo()
    _look_around(desk)
    shows = _bundles("shows", "show", read_show, desk, memo)
    by_key = {show.key: show for show in shows}

    def episode(bundle: Bundle, name: Name, at: Desk) -> Episode | None:
        return read_episode(bundle, name, at, by_key)

    return Content(
        books=_bundles("books", "book", read_book, desk, memo),
        people=_bundles("people", "person", read_person, desk, memo),
        publishers=_bundles("publishers", "publisher", read_publisher, desk, memo),
        shows=shows,
        episodes=_bundles("episodes", "episode", episode, desk, memo),
        notes=_files("notes", "note", read_note, desk, memo),
        pages=_files("pages", "page", read_page, desk, memo),
        translations=tuple(desk.translations),
        references=tuple(reading.references),
        known={kind: frozenset(names) for kind, names in sorted(desk.known.items())},
        places=dict(desk.places),
    )


def _look_around(desk: Desk) -> None:
    """Tell what stands in the content folder beside the folders of its kinds."""
    content = desk.settings.content
    if not content.is_dir():
        hint = "Make the folder, or correct PATH in the settings."
        desk.tell(rules.MISSING_FILE, desk.where(content), "There is no content folder here.", hint)
        return
    listing = list_folder(content, content)
    desk.problems.extend(leads_out(path, desk) for path in listing.outside)
    strangers = [path for name, path in listing.folders.items() if name not in SECTIONS]
    strangers += [path for name, path in listing.files.items() if name != _LEDGER]
    desk.problems.extend(unused(path, "", desk) for path in strangers)


def _bundles(
    section: str, kind: str, read: Callable[[Bundle, Name, Desk], K | None], desk: Desk, memo: ReadMemo
) -> tuple[K, ...]:
    """Read the bundles of one kind."""
    folder = _open(section, desk)
    desk.problems.extend(unused(path, section, desk) for path in folder.listing.files.values())
    found = []
    for path in folder.listing.folders.values():
        name, as_it_was = _enter(kind, path.name, path, desk), f"{section}/{path.name}"
        told = memo.bundle(as_it_was)
        if told is None:
            told = _read_bundle(section, kind, path, name, read, desk)
            memo.keep(as_it_was, told)
        found.append(_file_away(kind, name, told, desk))
    return tuple(one for one in found if one is not None)


def _read_bundle(
    section: str, kind: str, path: Path, name: Name, read: Callable[[Bundle, Name, Desk], K | None], desk: Desk
) -> Told:
    """Read a bundle, and see to what nobody uses in it."""
    bundle, at = Bundle(path=path, listing=list_folder(path, desk.settings.content)), desk.apart()
    one = read(bundle, name, at)
    translations = tuple(read_translations(kind, one, bundle, translations_in(bundle).get("index", ()), at))
    place = at.where(path / "index.md" if "index.md" in bundle.used else path)
    at.problems.extend(leads_out(link, at) for link in bundle.listing.outside)
    strays = tuple(bundle.unused())
    if at.problems.has_errors or _in_error(path, desk):
        # Which files are meant is not known where something is wrong: only a text may be what is missing.
        strays = tuple(one for one in strays if "index.md" not in bundle.used and is_text(one))
    at.problems.extend(unused(stray, section, at) for stray in strays)
    return _told(one, place, translations, at)


def _files(
    section: str, kind: str, read: Callable[[Path, Name, Bundle, Desk], K | None], desk: Desk, memo: ReadMemo
) -> tuple[K, ...]:
    """Read the files of one kind."""
    folder = _open(section, desk)
    translated = translations_in(folder)
    found = []
    for file in folder.all_with([".md"]):
        path = folder.listing.files[file]
        folder.take(file)
        if language_in(path.stem):
            # Its original reads it, where there is one.
            if f"{path.stem.rpartition('.')[0]}.md" not in folder.listing.files:
                lost_translation(path, desk)
            continue
        name, as_it_was = _enter(kind, path.stem, path, desk), f"{section}/{path.name}"
        told = memo.text(as_it_was)
        if told is None:
            spoken = translated.get(path.stem.lower(), ())
            told = _read_file(kind, path, partial(read, path, name), spoken, folder, desk)
            memo.keep(as_it_was, told)
        folder.used.update(told.used)
        found.append(_file_away(kind, name, told, desk))
    # A file that nothing uses may be the one that a note with an error means.
    if not any(_in_error(folder.listing.files[file], desk) for file in folder.all_with([".md"])):
        desk.problems.extend(unused(stray, section, desk) for stray in folder.unused())
    return tuple(one for one in found if one is not None)


def _read_file(
    kind: str,
    path: Path,
    read: Callable[..., K | None],
    spoken: Sequence[tuple[str, LanguageTag]],
    folder: Bundle,
    desk: Desk,
) -> Told:
    """Read a file and its translations, with what they take of the folder that they stand in."""
    own, at = replace(folder, used=set()), desk.apart()
    one = read(own, at)
    translations = tuple(read_translations(kind, one, own, spoken, at))
    return _told(one, at.where(path), translations, at, frozenset(own.used))


def _told(
    one: K | None, place: Where, translations: tuple[Translated, ...], at: Desk, used: frozenset[str] = frozenset()
) -> Told:
    return Told(
        one=one,
        place=place,
        used=used,
        references=tuple(at.reading.references),
        problems=at.problems.sorted(),
        translations=translations,
    )


def _file_away(kind: str, name: Name, told: Told, desk: Desk) -> Any:
    """Put what reading came to where it belongs, and return the object."""
    desk.places[kind, name.key] = told.place
    desk.problems.extend(told.problems)
    desk.reading.references.extend(told.references)
    desk.translations.extend(told.translations)
    return told.one


def _open(section: str, desk: Desk) -> Bundle:
    content = desk.settings.content
    # By the listing, which leaves out a link that leads elsewhere.
    path = list_folder(content, content).folders.get(section)
    listing = list_folder(path, content) if path else Listing(files={}, folders={}, outside=())
    folder = Bundle(path=path or content / section, listing=listing)
    desk.problems.extend(leads_out(link, desk) for link in folder.listing.outside)
    return folder


def _in_error(path: Path, desk: Desk) -> bool:
    """Return whether an error was told of a file, or of anything in a folder."""
    shown = desk.where(path).path
    return any(one == shown or one.startswith(f"{shown}/") for one in desk.problems.wrong)


def _enter(kind: str, given: str, path: Path, desk: Desk) -> Name:
    """Note the names that an object may be called by, whether or not it can be read, and its place."""
    name = read_name(given, desk.where(path), desk, dated=kind in _DATED)
    desk.known[kind] |= {given, name.key, name.slug}
    return name

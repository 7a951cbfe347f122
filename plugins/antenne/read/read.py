"""The whole content folder, read in order of names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from antenne.fields import Reading
from antenne.model import Episode
from antenne.problems import Problems, rules
from antenne.read.book import read_book
from antenne.read.content import Content
from antenne.read.desk import Desk, Probe, ProbeVideo, TakePicture
from antenne.read.episode import read_episode
from antenne.read.folders import Bundle, Listing, list_folder
from antenne.read.names import Name, read_name
from antenne.read.note import read_note, read_page
from antenne.read.person import read_person
from antenne.read.publisher import read_publisher
from antenne.read.show import read_show
from antenne.read.strays import SECTIONS, is_text, leads_out, unused
from antenne.read.translation import Translatable, language_in, lost_translation, read_translations
from antenne.settings import Settings

K = TypeVar("K", bound=Translatable)

_LEDGER = "published.json"
_DATED = ("episode", "note")


def read_content(
    settings: Settings, probe: Probe, picture: TakePicture, problems: Problems, *, video: ProbeVideo
) -> Content:
    """Return all that the content folder holds; whatever is wrong is told, and hides nothing else.

    `probe` reads a recording, `picture` a picture with the description of it, `video` a video; each raises MediaError.
    """
    reading = Reading(problems)
    desk = Desk(settings=settings, problems=problems, reading=reading, probe=probe, picture=picture, video=video)
    _look_around(desk)
    shows = _bundles("shows", "show", read_show, desk)
    by_key = {show.key: show for show in shows}

    def episode(bundle: Bundle, name: Name, at: Desk) -> Episode | None:
        return read_episode(bundle, name, at, by_key)

    return Content(
        books=_bundles("books", "book", read_book, desk),
        people=_bundles("people", "person", read_person, desk),
        publishers=_bundles("publishers", "publisher", read_publisher, desk),
        shows=shows,
        episodes=_bundles("episodes", "episode", episode, desk),
        notes=_files("notes", "note", read_note, desk),
        pages=_files("pages", "page", read_page, desk),
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


def _bundles(section: str, kind: str, read: Callable[[Bundle, Name, Desk], K | None], desk: Desk) -> tuple[K, ...]:
    """Read the bundles of one kind."""
    folder = _open(section, desk)
    desk.problems.extend(unused(path, section, desk) for path in folder.listing.files.values())
    found = []
    for path in folder.listing.folders.values():
        bundle = Bundle(path=path, listing=list_folder(path, desk.settings.content))
        name = _enter(kind, bundle.key, path, desk)
        one = read(bundle, name, desk)
        found.append(one)
        desk.translations.extend(read_translations(kind, one, bundle, "index", desk))
        desk.places[kind, name.key] = desk.where(path / "index.md" if "index.md" in bundle.used else path)
        desk.problems.extend(leads_out(link, desk) for link in bundle.listing.outside)
        strays = tuple(bundle.unused())
        if _in_error(path, desk):
            # Which files are meant is not known where something is wrong: only a text may be what is missing.
            strays = tuple(one for one in strays if "index.md" not in bundle.used and is_text(one))
        desk.problems.extend(unused(stray, section, desk) for stray in strays)
    return tuple(one for one in found if one is not None)


def _files(section: str, kind: str, read: Callable[[Path, Name, Bundle, Desk], K | None], desk: Desk) -> tuple[K, ...]:
    """Read the files of one kind."""
    folder = _open(section, desk)
    found = []
    for file in folder.all_with([".md"]):
        path = folder.listing.files[file]
        folder.take(file)
        if language_in(path.stem):
            # Its original reads it, where there is one.
            if f"{path.stem.rpartition('.')[0]}.md" not in folder.listing.files:
                lost_translation(path, desk)
            continue
        name = _enter(kind, path.stem, path, desk)
        desk.places[kind, name.key] = desk.where(path)
        one = read(path, name, folder, desk)
        found.append(one)
        desk.translations.extend(read_translations(kind, one, folder, path.stem, desk))
    # A file that nothing uses may be the one that a note with an error means.
    if not any(_in_error(folder.listing.files[file], desk) for file in folder.all_with([".md"])):
        desk.problems.extend(unused(stray, section, desk) for stray in folder.unused())
    return tuple(one for one in found if one is not None)


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
    errors = (problem.where.path for problem in desk.problems.sorted() if problem.is_error)
    return any(one == shown or one.startswith(f"{shown}/") for one in errors)


def _enter(kind: str, given: str, path: Path, desk: Desk) -> Name:
    """Note the names that an object may be called by, whether or not it can be read, and its place."""
    name = read_name(given, desk.where(path), desk, dated=kind in _DATED)
    desk.known[kind] |= {given, name.key, name.slug}
    return name

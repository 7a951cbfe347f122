"""A recording from anywhere on the machine becomes the bundle of an episode."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from antenne.intake.copying import CopyFailed, copy_whole
from antenne.media import MediaError, Store, probe_audio
from antenne.model import PartialDate, Recording
from antenne.problems import Problems, Where, nearest
from antenne.problems.rules import COPY_FAILED, UNKNOWN_BOOK, UNKNOWN_SHOW, UNREADABLE_AUDIO
from antenne.settings import Settings
from antenne.text import slugify


class Taken(Struct, frozen=True):
    """The bundle of a recording, whether it was there before, and the title made of its name where tags have none."""

    folder: Path
    existed: bool
    made_title: str = ""


def take_recording(
    recording: Path, settings: Settings, *, today: date, books: tuple[str, ...] = (), show: str = ""
) -> Taken:
    """Copy a recording into a bundle of its own, named by the date and title of its tags; raise ProblemsFound.

    The file is copied whole and read again before the bundle appears. What the tags do not say is taken from the
    file's name and from `today`. A recording that a bundle has already is not copied a second time.
    """
    problems = Problems()
    _judge_names("book", books, settings.content / "books", problems)
    _judge_names("show", (show,) if show else (), settings.content / "shows", problems)
    store = Store(settings.cache)
    try:
        probed = probe_audio(recording, store)
    except MediaError as error:
        hint = "Give the path of an MP3, M4A, Ogg, Opus or FLAC file that plays from beginning to end."
        problems.add(UNREADABLE_AUDIO.at(Where(str(recording)), str(error), hint))
        probed = None
    problems.raise_errors()
    assert probed is not None
    episodes = settings.content / "episodes"
    there = _same_recording(probed, episodes, store)
    if there:
        return Taken(there, existed=True)
    folder = _free(episodes / _name(probed, today))
    try:
        _make(folder, probed, _front_matter(probed, books, show))
    except (CopyFailed, OSError) as error:
        problems.add(
            COPY_FAILED.at(Where(str(recording)), _sentence(error), "Make room or give access, then try again.")
        )
        problems.raise_errors()
    return Taken(folder, existed=False, made_title="" if probed.tags.title else _words(probed.file.source.stem))


def _judge_names(kind: str, names: tuple[str, ...], folder: Path, problems: Problems) -> None:
    known = {path.name for path in folder.iterdir() if path.is_dir()} if folder.is_dir() else set()
    rule = UNKNOWN_BOOK if kind == "book" else UNKNOWN_SHOW
    for name in names:
        if name not in known:
            near = nearest(name, known)
            hint = (
                f"Did you mean --{kind} {near}?" if near else f"The {kind}s are the folders in content/{folder.name}."
            )
            problems.add(rule.at(Where(f"--{kind}"), f"No {kind} is called {name}.", hint))


def _same_recording(probed: Recording, episodes: Path, store: Store) -> Path | None:
    """Find the bundle that holds the very same bytes; only files of the same length are read."""
    for path in sorted(episodes.glob("[!.]*/*")):
        if path.is_file() and path.stat().st_size == probed.file.length and store.digest(path) == probed.file.digest:
            return path.parent
    return None


def _name(probed: Recording, today: date) -> str:
    tagged = probed.tags.date
    if isinstance(tagged, PartialDate):
        day = str(tagged) if tagged.day else today.isoformat()
    else:
        day = tagged.date().isoformat() if isinstance(tagged, datetime) else today.isoformat()
    return f"{day}-{slugify(probed.tags.title or probed.file.source.stem) or 'episode'}"


def _free(folder: Path) -> Path:
    """Return the folder, or the first of its namesakes with a number that is free."""
    candidate, number = folder, 2
    while candidate.exists():
        candidate, number = folder.with_name(f"{folder.name}-{number}"), number + 1
    return candidate


def _front_matter(probed: Recording, books: tuple[str, ...], show: str) -> str:
    """Write what the tags do not say, in the YAML of an index.md; nothing when they say it all."""
    lines = [] if probed.tags.title else [f"title: {_quoted(probed.file.source.stem)}"]
    lines += [f"show: {show}"] if show else []
    lines += ["books:", *(f"  - {book}" for book in books)] if books else []
    return "\n".join(["---", *lines, "---", ""]) if lines else ""


def _quoted(text: str) -> str:
    return '"' + _words(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _words(name: str) -> str:
    return " ".join(name.replace("_", " ").split())


def _make(folder: Path, probed: Recording, front_matter: str) -> None:
    """Make the bundle under a hidden name, which nobody reads, and let it appear whole."""
    hidden = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(hidden, ignore_errors=True)
    hidden.mkdir(parents=True)
    try:
        copy_whole(probed.file.source, hidden / f"audio{probed.file.type.extension}", probed.file.digest)
        if front_matter:
            (hidden / "index.md").write_text(front_matter, encoding="utf-8")
        hidden.rename(folder)
    except BaseException:
        shutil.rmtree(hidden, ignore_errors=True)
        raise


def _sentence(error: Exception) -> str:
    return f"The recording could not be copied: {error}." if isinstance(error, OSError) else str(error)

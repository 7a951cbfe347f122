"""Files that nobody uses: a warning for each that guesses what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from antenne.media import ATTACHMENTS
from antenne.model import AudioType, VideoType
from antenne.problems import Problem, nearest, rules
from antenne.read.desk import Desk
from antenne.text import slugify

AUDIO = tuple(kind.extension for kind in AudioType)
COMMENTS = ".comments"
VIDEOS = tuple(kind.extension for kind in VideoType)
PICTURES = (".jpg", ".jpeg", ".png", ".webp")
_OTHER_AUDIO = (".wav", ".aif", ".aiff", ".aac", ".wma", ".mp4", ".m4b", ".mov", ".oga", ".webm")
_OTHER_PICTURES = (".gif", ".tif", ".tiff", ".heic", ".bmp", ".svg", ".avif", ".psd")
_TEXTS = (".md", ".markdown", ".mdown", ".txt", ".docx", ".odt", ".rst", ".html")

_BUNDLES = {
    "books": "a book",
    "episodes": "an episode",
    "people": "a person",
    "publishers": "a publisher",
    "shows": "a show",
}
_PICTURE_NAMES = {"people": "portrait", "publishers": "logo", "shows": "artwork"}
SECTIONS = (*_BUNDLES, "notes", "pages")


def is_text(path: Path) -> bool:
    """Return whether a file is a text, in whatever form."""
    return path.suffix.lower() in _TEXTS


def leads_out(path: Path, desk: Desk) -> Problem:
    """Return the warning about a link that leaves the content folder, or leads nowhere."""
    hint = "Put the file itself here instead of the link."
    return rules.STRAY_FILE.at(desk.where(path), "This link leads out of the content folder and is not followed.", hint)


def unused(path: Path, section: str, desk: Desk) -> Problem:
    """Return the warning about a file or folder that nobody uses; `section` is the folder of its kind, or empty."""
    what = "folder" if path.is_dir() else "file"
    hint = _hint_for_folder(path, section) if path.is_dir() else _hint_for_file(path, section, desk)
    return rules.STRAY_FILE.at(desk.where(path), f"This {what} is not used.", hint)


def _hint_for_folder(path: Path, section: str) -> str:
    if section == "notes" and path.name.endswith(COMMENTS):
        return f"Comments stand beside the note that they are about: call the folder like its file, NOTE{COMMENTS}."
    if section in ("notes", "pages"):
        return f"Each of the {section} is a file of its own in content/{section}: move the files there."
    if section:
        return "The folder of an object holds files alone: move its files up, or take it away."
    guess = nearest(path.name, SECTIONS)
    return f"Did you mean `{guess}`?" if guess else f"The folders of content are {', '.join(SECTIONS)}."


def _hint_for_file(path: Path, section: str, desk: Desk) -> str:
    extension = path.suffix.lower()
    if path.parent == desk.settings.content / section and section in _BUNDLES and extension in (*_TEXTS, *AUDIO):
        return _hint_for_loose_file(path, section)
    return next(iter(_hints_by_extension(path, extension, section)), "Take it away, or move it out of content.")


def _hint_for_loose_file(path: Path, section: str) -> str:
    folder = slugify(path.stem) or "NAME"
    name = "index.md" if path.suffix.lower() in _TEXTS else path.name
    what = _BUNDLES[section]
    return f"{what.capitalize()} is a folder: move the file to content/{section}/{folder}/{name}."


def _hints_by_extension(path: Path, extension: str, section: str) -> Iterator[str]:
    if extension in AUDIO and section == "books":
        yield f"Call it excerpt{extension} if it is an excerpt. An interview stands in a folder of content/episodes."
    if extension in AUDIO and section != "episodes":
        yield "A recording stands in a folder of its own, such as content/episodes/2013-11-05-entretien."
    if extension in VIDEOS and section in ("books", "episodes", "notes"):
        yield f"If it is to be seen, name it in the front matter: `videos: [{path.name}]`; else export its sound."
    if extension in _OTHER_AUDIO:
        yield f"Export the recording as one of {' '.join(AUDIO)}; {extension} is not taken."
    if extension in _OTHER_PICTURES:
        yield f"Save the picture as JPEG, PNG or WebP; {extension} is not taken."
    if extension in PICTURES and section in _BUNDLES:
        name = _PICTURE_NAMES.get(section, "cover")
        yield f"Call the picture {name}{extension}, or name it in index.md: `{name}: {path.name}`."
    if extension in (".vtt", ".srt", ".json", ".psc") and section == "episodes":
        name = "chapters" if extension in (".json", ".psc") else "transcript"
        yield f"Name the file in index.md: `{name}: {path.name}`."
    if extension in (".docx", ".odt") and section in ("notes", "pages"):
        yield f"Save it as plain text, under a name that ends in .md: {slugify(path.stem) or 'name'}.md."
    if extension in _TEXTS and section in ("notes", "pages"):
        yield f"The name ends in .md: {slugify(path.stem) or 'name'}.md."
    if extension == ".txt" and section == "episodes":
        yield "Call it transcript.txt or chapters.txt if it is one; the text of the folder stands in its file index.md."
    if extension in ATTACHMENTS and extension not in _TEXTS:
        yield f"Link to it from the text: `[…]({path.name})`."
    if extension in _TEXTS and section in _BUNDLES:
        yield "The text of the folder stands in its file index.md."
    if extension in _TEXTS:
        yield "Notes stand in content/notes, the site's own pages in content/pages."

"""The recording of an episode: which file of the bundle it is, and what its bytes say."""

from __future__ import annotations

from pathlib import Path

from antenne.fields import Document
from antenne.media import MediaError
from antenne.model import Recording
from antenne.problems import rules
from antenne.read.desk import Desk
from antenne.read.folders import Bundle
from antenne.read.opened import Opened
from antenne.read.strays import AUDIO


def read_recording(
    name: str, document: Document | None, bundle: Bundle, desk: Desk, others: tuple[str, ...] = ()
) -> Recording | None:
    """Return the recording that front matter names, else the only one in the bundle; or None having told why.

    `others` are files that hold the same recording once more.
    """
    path = _file(name, document, bundle, desk, others)
    if path is None:
        return None
    try:
        return desk.probe(path)
    except MediaError as error:
        desk.tell_media(rules.UNREADABLE_AUDIO, path, error)
        return None


def _file(name: str, document: Document | None, bundle: Bundle, desk: Desk, others: tuple[str, ...]) -> Path | None:
    if name:
        at = Opened(desk=desk, bundle=bundle, document=document, language=desk.settings.language)
        return at.file("audio", name)
    found = tuple(file for file in bundle.all_with(AUDIO) if file not in others)
    paths = [bundle.take(one) for one in found]
    if len(paths) == 1:
        return paths[0]
    where = desk.where(bundle.path)
    if found:
        hint = f"Leave one, or say in index.md which it is: `audio: {found[0]}`."
        desk.tell(rules.SEVERAL_AUDIO, where, f"The folder has several recordings: {', '.join(found)}.", hint)
    else:
        hint = f"Put the recording in the folder: one file that ends in {' '.join(AUDIO)}."
        desk.tell(rules.NO_AUDIO, where, "The folder has no recording.", hint)
    return None

"""Recordings: what the worker says of an audio file, checked and cleaned into the model."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

from babel.core import get_global

from antenne.media.images import read_image
from antenne.media.store import Store
from antenne.model import (
    AudioFile,
    AudioTags,
    AudioType,
    Chapter,
    Image,
    LanguageTag,
    PartialDate,
    Recording,
    can_go_out,
)
from antenne.probe.errors import MediaError
from antenne.probe.version import READER
from antenne.text import clean_plain

_TITLE = 500
_COVER = "artwork"
"""What the picture that a recording carries is called: those of a show's recordings are mostly one."""
_AGAIN = "export it again as MP3 or M4A."
_ANSWERS = {
    "damaged": f"This recording is damaged and cannot be read; {_AGAIN}",
    "short": "This recording is cut short; copy it again from where it came, or export it again.",
    "empty": f"This recording has no sound in it (it lasts no time); {_AGAIN}",
}
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?")


def probe_audio(path: Path, store: Store) -> Recording:
    """Return an audio file's facts and tags; raise MediaError for what cannot be played or published."""
    try:
        facts = _facts(path, store)
        file = AudioFile(
            source=path,
            digest=store.digest(path),
            length=path.stat().st_size,
            type=AudioType[facts["type"]],
            duration=float(facts["duration"]),
            bitrate=int(facts["bitrate"]),
            channels=int(facts["channels"]),
            sample_rate=int(facts["sample_rate"]),
        )
    except OSError:
        raise MediaError("This recording cannot be opened; look whether the file is there and may be read.") from None
    return Recording(file=file, tags=_tags(facts["tags"], path, store, utc=file.type is AudioType.MP3))


def _facts(path: Path, store: Store) -> dict[str, Any]:
    path.stat()
    facts: dict[str, Any] = store.memory.recall(path, f"audio-1 {READER}", lambda: _ask(path, store))
    cover = facts.get("tags", {}).get("cover")
    if cover and not (store.covers / cover).exists():
        facts = _ask(path, store)
    if "error" in facts:
        raise MediaError(_ANSWERS.get(facts["error"]) or _lie(path))
    return facts


def _ask(path: Path, store: Store) -> dict[str, Any]:
    facts = store.prober.ask(path)
    if facts is None:
        # Not remembered: a slow disk or a full memory may be to blame this time.
        raise MediaError(_ANSWERS["damaged"])
    return facts


def _lie(path: Path) -> str:
    kind = AudioType.of(path.suffix)
    if kind is None:
        return f"This file is no recording that Antenne knows; {_AGAIN}"
    return f"This file is named {kind.extension} but holds no {kind.name} sound; {_AGAIN}"


def _tags(tags: dict[str, Any], path: Path, store: Store, *, utc: bool) -> AudioTags:
    return AudioTags(
        title=clean_plain(tags["title"], _TITLE),
        artist=clean_plain(tags["artist"], _TITLE),
        album=clean_plain(tags["album"], _TITLE),
        date=_date(tags["date"], utc=utc),
        description=clean_plain(tags["description"], lines=True),
        language=_language(tags["language"]),
        chapters=tuple(_chapter(chapter) for chapter in tags["chapters"]),
        cover=_cover(tags["cover"], store),
    )


def _chapter(chapter: dict[str, Any]) -> Chapter:
    url = clean_plain(chapter["url"], 2000)
    return Chapter(
        start=float(chapter["start"]),
        end=None if chapter["end"] is None else float(chapter["end"]),
        title=clean_plain(chapter["title"], _TITLE),
        url=url if re.fullmatch(r"https?://[^\s/\\\"<>][^\s\"<>]*", url) else "",
        toc=bool(chapter["toc"]),
    )


def _date(text: str, *, utc: bool) -> PartialDate | datetime | None:
    """Read a tag's date with the precision that it has, or None for one at which nothing can have gone out.

    An hour counts only with its zone (ID3's is always UTC).
    """
    text = text.split(",")[0].strip()
    moment = _MOMENT.fullmatch(text)
    try:
        if moment and (moment[3] or utc):
            exact = datetime.fromisoformat(f"{moment[1]}T{moment[2]}{moment[3] or 'Z'}")
            return exact if can_go_out(exact) else None
        partial = PartialDate.parse(moment[1] if moment else text)
    except ValueError:
        return None
    return partial if can_go_out(date(partial.year, 1, 1)) else None


def _language(text: str) -> LanguageTag | None:
    """Read `fr`, `fr-CA`, or the three letters of ISO 639-2 (`fre`, `fra`), which tags prefer."""
    known = text.strip().lower()
    if known in ("", "und", "xxx", "mis", "mul", "zxx"):
        return None
    try:
        return LanguageTag.parse(get_global("language_aliases").get(known, text))
    except ValueError:
        return None


def _cover(name: str, store: Store) -> Image | None:
    """Read the picture that a recording carries; one that cannot be shown is as good as none."""
    if not re.fullmatch(r"[0-9a-f]{64}\.(?:jpg|png|webp)", name):
        return None
    try:
        return read_image(store.covers / name, store, name=_COVER)
    except MediaError:
        return None

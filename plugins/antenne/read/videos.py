"""Videos: the files beside a text and the addresses that its front matter names, with stills and captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from msgspec.structs import replace

from antenne.fields import load_text
from antenne.media import MediaError
from antenne.model import Captions, Chapter, Image, LanguageTag, RemoteVideo, Transcript, Video, VideoFile
from antenne.problems import Where, rules
from antenne.read.caption_rules import judge_captions
from antenne.read.captions import parse_srt, parse_vtt
from antenne.read.chapters import clock
from antenne.read.opened import Opened
from antenne.read.script import BadTranscript
from antenne.read.strays import PICTURES
from antenne.read.video_keys import CaptionKeys, VideoKeys

_PARSERS = {".vtt": parse_vtt, ".srt": parse_srt}
_MOST_BYTES = 4 * 1024 * 1024


def read_videos(given: tuple[VideoKeys, ...], at: Opened) -> tuple[Video, ...]:
    """Return the videos that front matter names; what is wrong with one is told."""
    found = (_remote(keys, at) if isinstance(keys.source, RemoteVideo) else _local(keys, at) for keys in given)
    return tuple(video for video in found if video)


def _remote(keys: VideoKeys, at: Opened) -> Video:
    assert isinstance(keys.source, RemoteVideo)
    if not keys.source.frame_host:
        message = f"{keys.source.name} shows a video in a page only by a player of one's own: the page will link to it."
        hint = "Write the address that its studio gives: https://geo.dailymotion.com/player/xPLAYER.html?video=xVIDEO."
        at.desk.tell(rules.UNFRAMED_VIDEO, _where(at), message, hint)
    if keys.captions:
        message = f"Captions of a video on {keys.source.name} are shown there, not here."
        at.desk.tell(rules.BAD_VALUE, _where(at), message, "Take the key `captions` away.")
    poster = at.picture("poster", keys.poster, keys.poster_alt) if keys.poster else None
    return Video(title=at.words(keys.title), remote=keys.source, poster=poster, chapters=_chapters(keys, 0.0, at))


def _local(keys: VideoKeys, at: Opened) -> Video | None:
    path = at.file("videos", str(keys.source))
    poster = _poster(keys, path, at)
    if path is None:
        return None
    try:
        file = at.desk.video(path)
    except MediaError as error:
        at.desk.tell_media(rules.UNREADABLE_VIDEO, path, error)
        return None
    captions = tuple(_captions(keys, file, at))
    if not captions:
        name = f"{path.stem}.{at.language.language}.vtt"
        message = "The video has no captions, and whoever does not hear it cannot follow it."
        at.desk.tell(rules.NO_CAPTIONS, at.desk.where(path), message, f"Put a file {name} beside it.")
    return Video(
        title=at.words(keys.title),
        file=file,
        poster=poster,
        captions=captions,
        chapters=_chapters(keys, file.duration, at),
    )


def _poster(keys: VideoKeys, path: Path | None, at: Opened) -> Image | None:
    """Return the still that is named, else the picture that is called like the film."""
    if keys.poster:
        return at.picture("poster", keys.poster, keys.poster_alt)
    found = at.bundle.named(path.stem.lower(), PICTURES) if path else None
    return at.desk.image(found, at.words(keys.poster_alt)) if found else None


def _captions(keys: VideoKeys, file: VideoFile, at: Opened) -> Iterator[Captions]:
    """Give the captions in each language once."""
    taken: set[LanguageTag] = set()
    for one in keys.captions or _beside(file.source, at):
        path = at.file("captions", one.file)
        spoken = one.language or _language_in(one.file) or at.language
        transcript = _transcript(path, spoken, file, at) if path else None
        if transcript and spoken not in taken:
            taken.add(spoken)
            yield Captions(language=spoken, transcript=transcript)


def _beside(path: Path, at: Opened) -> tuple[CaptionKeys, ...]:
    """Return the files that are called like a video, with a language: `entretien.fr.vtt`."""
    named = (name for name in at.bundle.all_with(tuple(_PARSERS)) if name.lower().startswith(f"{path.stem.lower()}."))
    return tuple(CaptionKeys(file=name) for name in named if _language_in(name))


def _language_in(name: str) -> LanguageTag | None:
    found = re.search(r"\.([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,4}){0,2})\.[a-z]+$", name)
    try:
        return LanguageTag.parse(found[1]) if found else None
    except ValueError:
        return None


def _transcript(path: Path, language: LanguageTag, file: VideoFile, at: Opened) -> Transcript | None:
    where, parser = at.desk.where(path), _PARSERS.get(path.suffix.lower())
    if parser is None:
        message = f"Captions are not read from a file that ends in {path.suffix or 'nothing'}."
        at.desk.tell(rules.UNREADABLE_TRANSCRIPT, where, message, f"Give it as one of {' '.join(_PARSERS)}.")
        return None
    source = load_text(path, where, at.desk.problems, _MOST_BYTES)
    try:
        script = parser(source) if source is not None else None
    except BadTranscript as error:
        hint = "A caption is a line 00:00:01.000 --> 00:00:04.000, then its words, then an empty line."
        at.desk.tell(rules.UNREADABLE_TRANSCRIPT, replace(where, line=error.line), str(error), hint)
        return None
    if script is None:
        return None
    judge_captions(script, where, file.duration or float("inf"), at.desk)
    return script.transcript(language)


def _chapters(keys: VideoKeys, duration: float, at: Opened) -> tuple[Chapter, ...]:
    """Return a video's chapters; those that are not in order, or begin after its end, are told."""
    for before, after in pairwise(keys.chapters):
        if after.start <= before.start:
            message = f"A chapter of the video begins at {clock(after.start)}, not after {clock(before.start)}."
            hint = "Put the chapters in order of time, each with its own."
            at.desk.tell(rules.UNTIMED_CHAPTERS, _where(at), message, hint)
    if duration and keys.chapters and max(one.start for one in keys.chapters) >= duration:
        message = f"A chapter of the video begins after its end, at {clock(duration)}."
        at.desk.tell(rules.UNTIMED_CHAPTERS, _where(at), message, "Correct its time, or take it away.")
    return tuple(Chapter(start=one.start, title=at.words(one.title), url=one.url) for one in keys.chapters)


def _where(at: Opened) -> Where:
    return at.document.place("videos") if at.document else Where()

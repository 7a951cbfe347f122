"""An episode: a recording, whose tags say all that no front matter beside it says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from antenne.model import (
    Alternate,
    AudioTags,
    Broadcast,
    Chapter,
    Episode,
    FeedImage,
    Image,
    LanguageTag,
    Recording,
    Show,
    Transcript,
    Video,
)
from antenne.problems import rules
from antenne.read.chapters import read_chapters
from antenne.read.desk import Desk, first_sentences
from antenne.read.episode_keys import BroadcastKeys, EpisodeKeys
from antenne.read.folders import Bundle
from antenne.read.license import license_of
from antenne.read.moments import moment_in, tagged_day
from antenne.read.names import Name
from antenne.read.opened import Opened, read_index
from antenne.read.person import credits_of, links_of
from antenne.read.recording import read_recording
from antenne.read.tags import alternates_of, images_of, locations_of, social_of, soundbites_of, value_of
from antenne.read.transcripts import read_transcript
from antenne.read.videos import read_videos


def read_episode(bundle: Bundle, name: Name, desk: Desk, shows: Mapping[str, Show]) -> Episode | None:
    """Return the episode of a bundle, its guid and enclosure left open, or None having told what is wrong.

    Its recording is read even where its front matter has problems, so that all are told at once.
    """
    given, document = read_index(EpisodeKeys, bundle, desk)
    broken = given is None and bool(bundle.used)
    keys = given or EpisodeKeys()
    recording = read_recording(keys.audio, document, bundle, desk, tuple(one.file for one in keys.alternates))
    if recording is None:
        return None
    spoken = keys.language or recording.tags.language or _language_of_show(keys, shows) or desk.settings.language
    at = Opened(desk=desk, bundle=bundle, document=document, language=spoken)
    parts = _read_parts(keys, recording, at)
    return None if broken else _episode(name, keys, recording, parts, at)


class _Parts(Struct, frozen=True, kw_only=True):
    """What stands in files beside the recording, or inside it."""

    chapters: tuple[Chapter, ...]
    transcript: Transcript | None
    cover: Image | None
    alternates: tuple[Alternate, ...]
    images: tuple[FeedImage, ...]
    videos: tuple[Video, ...]


def _read_parts(keys: EpisodeKeys, recording: Recording, at: Opened) -> _Parts:
    return _Parts(
        chapters=read_chapters(keys.chapters, recording, at),
        transcript=read_transcript(keys.transcript, recording.file, at),
        cover=at.picture("cover", keys.cover, keys.cover_alt) or recording.tags.cover,
        alternates=alternates_of(keys.alternates, at),
        images=images_of(keys.images, at),
        videos=read_videos(keys.videos, at),
    )


def _episode(name: Name, keys: EpisodeKeys, recording: Recording, parts: _Parts, at: Opened) -> Episode | None:
    tags, body = recording.tags, at.body()
    title, published = _title(keys, tags, at), _date(keys, tags, name, at)
    if not title or published is None:
        return None
    return Episode(
        key=name.key,
        slug=name.slug,
        show=keys.show,
        guid=keys.guid,
        title=title,
        subtitle=at.words(keys.subtitle),
        summary=at.words(keys.summary or tags.description) or first_sentences(body),
        pub_date=moment_in(at.desk.settings.timezone, published),
        language=at.language,
        audio=recording.file,
        enclosure_path="",
        artist=at.words(tags.artist),
        number=keys.number,
        season=keys.season,
        type=keys.type,
        explicit=keys.explicit,
        image=parts.cover,
        chapters=parts.chapters,
        transcript=parts.transcript,
        tags=at.tags(keys.tags),
        books=keys.books,
        people=credits_of(keys.people),
        broadcast=_broadcast(keys.broadcast, at),
        number_display=at.words(keys.number_display),
        season_name=at.words(keys.season_name),
        block=keys.block,
        alternates=parts.alternates,
        soundbites=soundbites_of(keys.soundbites, recording.file.duration, at),
        content_links=links_of(keys.content_links, at),
        funding=links_of(keys.funding, at),
        license=license_of(keys.license, at),
        locations=locations_of(keys.locations, at),
        value=value_of(keys.value, at),
        txt=keys.txt,
        social=social_of(keys.social, at),
        chat=keys.chat,
        images=parts.images,
        videos=parts.videos,
        body=body,
    )


def _language_of_show(keys: EpisodeKeys, shows: Mapping[str, Show]) -> LanguageTag | None:
    show = shows.get(keys.show) or (next(iter(shows.values())) if len(shows) == 1 else None)
    return show.language if show else None


def _title(keys: EpisodeKeys, tags: AudioTags, at: Opened) -> str:
    title = at.words(keys.title or tags.title)
    if not title:
        hint = "Write a title into the recording's tags, or an index.md beside it with a line `title: …`."
        at.desk.tell(rules.NO_TITLE, at.desk.where(at.bundle.path), "The episode has no title.", hint)
    return title


def _date(keys: EpisodeKeys, tags: AudioTags, name: Name, at: Opened) -> date | None:
    published = keys.date or tagged_day(tags.date) or name.date
    if published is None:
        hint = f"Call the folder 2013-11-05-{name.slug} with the right date, or write a line `date: …` in its index.md."
        where = at.desk.where(at.bundle.path)
        at.desk.tell(rules.NO_DATE, where, "The episode has no date that is known to the day.", hint)
    return published


def _broadcast(keys: BroadcastKeys | None, at: Opened) -> Broadcast | None:
    if keys is None:
        return None
    return Broadcast(
        station=at.words(keys.station),
        programme=at.words(keys.programme),
        date=keys.date,
        url=keys.url,
        rights=at.words(keys.rights),
    )

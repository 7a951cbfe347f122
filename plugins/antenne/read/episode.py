"""An episode: a recording, whose tags say all that no front matter beside it says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from antenne.fields import (
    Either,
    ListOf,
    Record,
    Ref,
    address,
    boolean,
    choice,
    file_name,
    integer,
    key,
    language,
    moment,
    partial_date,
    text,
)
from antenne.model import (
    AudioTags,
    Broadcast,
    Chapter,
    Episode,
    Image,
    LanguageTag,
    PartialDate,
    Recording,
    Show,
    Transcript,
)
from antenne.problems import rules
from antenne.read.desk import Desk, first_sentences
from antenne.read.folders import Bundle
from antenne.read.moments import moment_in, tagged_day
from antenne.read.names import Name
from antenne.read.opened import Opened, read_index
from antenne.read.person import GuestKeys, credits_of
from antenne.read.recording import read_recording
from antenne.read.sidecars import ChapterKeys, read_chapters, read_transcript

_TAGS = "Default: the recording's tags."


@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastKeys:
    """Where a recording was first on air."""

    station: str = key(text(), doc="The station's name.")
    programme: str = key(text(), "", doc="The programme's.")
    date: PartialDate | None = key(partial_date, None, doc="First on air.")
    url: str = key(address, "", doc="The programme's page.")
    rights: str = key(text(1000), "", doc="Who allows it to be heard here.")


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeKeys:
    """The front matter of an episode."""

    title: str = key(text(), "", doc=_TAGS)
    subtitle: str = key(text(), "")
    summary: str = key(text(4000), "", doc=f"Plain sentences for feeds and lists. {_TAGS[:-1]}, else the body's first.")
    language: LanguageTag | None = key(language, None, doc=f"{_TAGS[:-1]}, else the show's.")
    date: date | None = key(moment, None, doc=f"Publication. {_TAGS[:-1]}, else the folder's name.")
    show: str = key(Ref("show"), "", doc="Default: the only show.")
    number: int | None = key(integer(), None)
    season: int | None = key(integer(), None)
    type: str = key(choice("full", "trailer", "bonus"), "full")
    explicit: bool = key(boolean, False, doc="Whether it is for adults only.")
    guid: str = key(text(), "", doc="Only for an episode that had one elsewhere.")
    books: tuple[str, ...] = key(ListOf(Ref("book")), (), doc="That the episode is about.")
    people: tuple[GuestKeys, ...] = key(ListOf(Record(GuestKeys, short="person")), (), doc="Who is heard.")
    broadcast: BroadcastKeys | None = key(Record(BroadcastKeys), None, doc="Where it was first on air.")
    audio: str = key(file_name, "", doc="Default: the only recording in the folder.")
    chapters: str | tuple[ChapterKeys, ...] = key(
        Either(file_name, ListOf(Record(ChapterKeys))), "", doc="Default: `chapters.json`, else the recording's tags."
    )
    transcript: str = key(file_name, "", doc="Default: `transcript.vtt` or `transcript.srt`.")
    cover: str = key(file_name, "", doc="Default: the file called `cover`, else the picture in the tags.")
    cover_alt: str = key(text(1000), "", doc="What the cover shows, for those who do not see it.")


def read_episode(bundle: Bundle, name: Name, desk: Desk, shows: Mapping[str, Show]) -> Episode | None:
    """Return the episode of a bundle, its guid and enclosure left open, or None having told what is wrong.

    Its recording is read even where its front matter has problems, so that all are told at once.
    """
    given, document = read_index(EpisodeKeys, bundle, desk)
    broken = given is None and bool(bundle.used)
    keys = given or EpisodeKeys()
    recording = read_recording(keys.audio, document, bundle, desk)
    if recording is None:
        return None
    spoken = keys.language or recording.tags.language or _language_of_show(keys, shows) or desk.settings.language
    at = Opened(desk=desk, bundle=bundle, document=document, language=spoken)
    parts = _read_parts(keys, recording, at)
    return None if broken else _episode(name, keys, recording, parts, at)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What stands in files beside the recording, or inside it."""

    chapters: tuple[Chapter, ...]
    transcript: Transcript | None
    cover: Image | None


def _read_parts(keys: EpisodeKeys, recording: Recording, at: Opened) -> _Parts:
    return _Parts(
        chapters=read_chapters(keys.chapters, recording, at),
        transcript=read_transcript(keys.transcript, recording.file.source, at),
        cover=at.picture("cover", keys.cover, keys.cover_alt) or recording.tags.cover,
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
        books=keys.books,
        people=credits_of(keys.people),
        broadcast=_broadcast(keys.broadcast, at),
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

"""An episode: a recording, whose tags say all that no front matter beside it says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from antenne.fields import (
    Document,
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
from antenne.media import MediaError
from antenne.model import AudioTags, Broadcast, Episode, Image, LanguageTag, PartialDate, Recording, Show
from antenne.problems import rules
from antenne.read.bundle_files import bundle_picture, named_file, read_index
from antenne.read.desk import Desk
from antenne.read.folders import Bundle
from antenne.read.moments import moment_in, tagged_day
from antenne.read.names import Name
from antenne.read.person import GuestKeys, credits_of
from antenne.read.sidecars import ChapterKeys, read_chapters, read_transcript
from antenne.read.strays import AUDIO

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
    read, document = read_index(EpisodeKeys, bundle, desk)
    keys = read or EpisodeKeys()
    recording = _recording(keys, bundle, document, desk)
    if recording is None:
        return None
    tags = recording.tags
    spoken = keys.language or tags.language or _language_of_show(keys, shows) or desk.settings.language
    chapters = read_chapters(keys.chapters, recording, bundle, document, desk, spoken)
    transcript = read_transcript(keys.transcript, recording.file.source, bundle, document, desk, spoken)
    cover = _cover(keys, tags, bundle, document, desk, spoken)
    if read is None and "index.md" in (used.lower() for used in bundle.used):
        return None
    title, published = _title(keys, tags, bundle, desk, spoken), _date(keys, tags, name, bundle, desk)
    if not title or published is None:
        return None
    body = desk.body(document, spoken)
    return Episode(
        key=name.key,
        slug=name.slug,
        show=keys.show,
        guid=keys.guid,
        title=title,
        subtitle=desk.words(keys.subtitle, spoken),
        summary=desk.summary(keys.summary or tags.description, body, spoken),
        pub_date=moment_in(desk.settings.timezone, published),
        language=spoken,
        audio=recording.file,
        enclosure_path="",
        artist=desk.words(tags.artist, spoken),
        number=keys.number,
        season=keys.season,
        type=keys.type,
        explicit=keys.explicit,
        image=cover,
        chapters=chapters,
        transcript=transcript,
        books=keys.books,
        people=credits_of(keys.people),
        broadcast=_broadcast(keys.broadcast, desk, spoken),
        body=body,
    )


def _recording(keys: EpisodeKeys, bundle: Bundle, document: Document | None, desk: Desk) -> Recording | None:
    path = _audio(keys, bundle, document, desk)
    if path is None:
        return None
    try:
        return desk.probe(path)
    except MediaError as error:
        hint = "Play it from beginning to end, and export it anew if it does not play."
        desk.tell(rules.UNREADABLE_AUDIO, desk.where(path), f"The recording cannot be read: {error}", hint)
        return None


def _audio(keys: EpisodeKeys, bundle: Bundle, document: Document | None, desk: Desk) -> Path | None:
    if keys.audio:
        return named_file(bundle, keys.audio, "audio", document, desk)
    names = bundle.all_with(AUDIO)
    for name in names:
        bundle.take(name)
    if len(names) == 1:
        return bundle.take(names[0])
    where = desk.where(bundle.path)
    if names:
        hint = f"Leave one, or say in index.md which it is: `audio: {names[0]}`."
        desk.tell(rules.SEVERAL_AUDIO, where, f"The folder has several recordings: {', '.join(names)}.", hint)
    else:
        hint = f"Put the recording in the folder: one file that ends in {' '.join(AUDIO)}."
        desk.tell(rules.NO_AUDIO, where, "The folder has no recording.", hint)
    return None


def _language_of_show(keys: EpisodeKeys, shows: Mapping[str, Show]) -> LanguageTag | None:
    show = shows.get(keys.show) or (next(iter(shows.values())) if len(shows) == 1 else None)
    return show.language if show else None


def _title(keys: EpisodeKeys, tags: AudioTags, bundle: Bundle, desk: Desk, spoken: LanguageTag) -> str:
    title = desk.words(keys.title or tags.title, spoken)
    if not title:
        hint = "Write a title into the recording's tags, or an index.md beside it with a line `title: …`."
        desk.tell(rules.NO_TITLE, desk.where(bundle.path), "The episode has no title.", hint)
    return title


def _date(keys: EpisodeKeys, tags: AudioTags, name: Name, bundle: Bundle, desk: Desk) -> date | None:
    published = keys.date or tagged_day(tags.date) or name.date
    if published is None:
        hint = f"Call the folder 2013-11-05-{name.slug} with the right date, or write a line `date: …` in its index.md."
        desk.tell(rules.NO_DATE, desk.where(bundle.path), "The episode has no date that is known to the day.", hint)
    return published


def _cover(
    keys: EpisodeKeys, tags: AudioTags, bundle: Bundle, document: Document | None, desk: Desk, spoken: LanguageTag
) -> Image | None:
    return bundle_picture(bundle, "cover", keys.cover, keys.cover_alt, document, desk, spoken) or tags.cover


def _broadcast(keys: BroadcastKeys | None, desk: Desk, spoken: LanguageTag) -> Broadcast | None:
    if keys is None:
        return None
    return Broadcast(
        station=desk.words(keys.station, spoken),
        programme=desk.words(keys.programme, spoken),
        date=keys.date,
        url=keys.url,
        rights=desk.words(keys.rights, spoken),
    )

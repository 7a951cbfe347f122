"""The front matter of an episode."""

from __future__ import annotations

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
    Chat,
    LanguageTag,
    Location,
    PartialDate,
    SocialInteract,
    Soundbite,
    Txt,
    Value,
)
from antenne.read.chapters import PicturedChapterKeys
from antenne.read.license import LICENSE, LicenseKeys
from antenne.read.opened import TAGS, TAGS_DOC
from antenne.read.person import GuestKeys, LinkKeys
from antenne.read.tag_keys import (
    ALTERNATES,
    CHAT,
    IMAGES,
    LOCATIONS,
    SOCIALS,
    SOUNDBITES,
    TXTS,
    AlternateKeys,
    ImageKeys,
)
from antenne.read.value_keys import VALUES
from antenne.read.video_keys import VIDEO_LIST, VIDEOS_DOC, VideoKeys

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
    tags: tuple[str, ...] = key(TAGS, (), doc=TAGS_DOC)
    people: tuple[GuestKeys, ...] = key(ListOf(Record(GuestKeys, short="person")), (), doc="Who is heard.")
    broadcast: BroadcastKeys | None = key(Record(BroadcastKeys), None, doc="Where it was first on air.")
    audio: str = key(file_name, "", doc="Default: the only recording in the folder.")
    chapters: str | tuple[PicturedChapterKeys, ...] = key(
        Either(file_name, ListOf(Record(PicturedChapterKeys))),
        "",
        doc="Default: `chapters.json`, `.vtt`, `.psc` or `.txt`, else the recording's tags, else times in the text.",
    )
    transcript: str = key(file_name, "", doc="Default: `transcript.vtt`, `.srt`, `.json` or `.txt`.")
    cover: str = key(file_name, "", doc="Default: the file called `cover`, else the picture in the tags.")
    cover_alt: str = key(text(1000), "", doc="What the cover shows, for those who do not see it.")
    number_display: str = key(text(32), "", doc="What apps show for the number, such as `Ch. 3`.")
    season_name: str = key(text(128), "", doc="The season's name.")
    block: bool = key(boolean, False, doc="Whether Apple is asked to leave this episode out.")
    alternates: tuple[AlternateKeys, ...] = key(ALTERNATES, (), doc="Other files of the same recording.")
    soundbites: tuple[Soundbite, ...] = key(SOUNDBITES, (), doc="Passages worth hearing first.")
    content_links: tuple[LinkKeys, ...] = key(ListOf(Record(LinkKeys)), (), doc="Where else it can be heard or seen.")
    funding: tuple[LinkKeys, ...] = key(ListOf(Record(LinkKeys)), (), doc="Where listeners can give for it.")
    license: str | LicenseKeys = key(LICENSE, "", doc="Where it is not the show's.")
    locations: tuple[Location, ...] = key(LOCATIONS, (), doc="Places that it is about, or where it was made.")
    value: tuple[Value, ...] = key(VALUES, (), doc="How listeners can pay, where it is not as for the show.")
    txt: tuple[Txt, ...] = key(TXTS, (), doc="Texts that services ask for.")
    social: tuple[SocialInteract, ...] = key(SOCIALS, (), doc="Where the comments are.")
    chat: Chat | None = key(CHAT, None, doc="Where listeners talk about it.")
    videos: tuple[VideoKeys, ...] = key(VIDEO_LIST, (), doc=VIDEOS_DOC)
    images: tuple[ImageKeys, ...] = key(IMAGES, (), doc="Pictures for apps, beside the cover.")

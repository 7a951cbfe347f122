from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from antenne.ledger import Places
from antenne.model import AudioFile, AudioType, Episode, LanguageTag, Show

FRENCH = LanguageTag("fr")


def make_show(key: str = "emission", guid: str = "") -> Show:
    return Show(key=key, guid=guid, title="L'émission", summary="…", language=FRENCH)


def make_episode(
    key: str = "2013-11-05-widoobiz",
    sound: bytes = b"un",
    *,
    show: str = "emission",
    guid: str = "",
    title: str = "L'entretien",
    pub_date: datetime = datetime(2013, 11, 5, 11, 41, tzinfo=UTC),
) -> Episode:
    audio = AudioFile(
        source=Path("audio.mp3"),
        digest=hashlib.sha256(sound).hexdigest(),
        length=len(sound),
        type=AudioType.MP3,
        duration=60.0,
        bitrate=64000,
        channels=1,
        sample_rate=44100,
    )
    return Episode(
        key=key,
        slug=key[11:],
        show=show,
        guid=guid,
        title=title,
        pub_date=pub_date,
        language=FRENCH,
        audio=audio,
        enclosure_path="",
    )


def feed_path(show: Show) -> str:
    return f"flux/{show.key}.xml"


def feed_address(show: Show) -> str:
    return f"https://antenne.example/{feed_path(show)}"


def enclosure(key: str, digest: str, extension: str) -> str:
    return f"audio/{key}.{digest[:12]}{extension}"


def page_path(episode: Episode) -> str:
    return f"episodes/{episode.slug}/"


PLACES = Places(feed=feed_path, page=page_path)
PUBLIC = Places(feed=feed_path, page=page_path, site="https://antenne.example")

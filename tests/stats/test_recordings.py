"""A recording counts for its episode wherever it stands, and under whatever name it once stood."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from antenne.ledger import Ledger, PublishedEpisode, PublishedShow, Withdrawn
from antenne.model import AudioFile, AudioType, Catalog
from antenne.stats import Recordings, recordings_of
from antenne.stats.minute import ASSUMED, header_of, minute_of
from tests.feeds import samples
from tests.support.changed import replace

AT = datetime(2026, 9, 1, tzinfo=UTC)
DIGEST, OLDER, GONE = "0123456789ab" + "c" * 52, "aaaaaaaaaaaa" + "c" * 52, "bbbbbbbbbbbb" + "c" * 52


def published(guid: str, enclosure: str, digest: str = "", length: int = 5_000_000) -> PublishedEpisode:
    return PublishedEpisode(
        guid=guid, pub_date=AT, enclosure=enclosure, length=length, type="audio/mpeg", digest=digest, title="Titre"
    )


@pytest.fixture
def found(tmp_path: Path) -> Recordings:
    audio = AudioFile(
        source=tmp_path / "none.mp3",
        digest=DIGEST,
        length=6_000_000,
        type=AudioType.MP3,
        duration=600.0,
        bitrate=80_000,
        channels=1,
        sample_rate=44_100,
    )
    path = f"audio/2026-un.{DIGEST[:12]}.mp3"
    episode = replace(samples.episode("un"), key="2026-un", guid="un", audio=audio, enclosure_path=path)
    catalog = Catalog(shows=(samples.show(),), episodes=(episode,))
    ledger = Ledger(
        shows={
            "emission": PublishedShow(
                guid="s",
                feed="flux/emission.xml",
                episodes={
                    "2026-un": published("un", "audio/2026-un.aaaaaaaaaaaa.mp3", OLDER),
                    "2025-deux": published("deux", "sons/émission deux.mp3"),
                },
            )
        },
        withdrawn={"trois": Withdrawn(show="emission", key="2024-trois", pub_date=AT, digest=GONE)},
    )
    return recordings_of(catalog, ledger, samples.routes())


@pytest.mark.parametrize(
    ("path", "guid"),
    [
        ("/audio/2026-un.0123456789ab.mp3", "un"),
        ("/sous-dossier/audio/2026-un.0123456789ab.mp3", "un"),  # a site under a path
        ("/seau/prefixe/audio/2026-un.0123456789ab.mp3", "un"),  # a bucket
        ("audio/2026-un.0123456789ab.mp3", "un"),
        ("/audio/2026-ancien-nom.0123456789ab.mp3", "un"),  # the bundle had another name
        ("/audio/2026-un.aaaaaaaaaaaa.mp3", "un"),  # the recording was another, which the ledger knows
        ("/audio/2026-un.dddddddddddd.m4a", "un"),  # and one that nobody remembers
        ("/audio/2026%2Dun.0123456789ab.mp3", "un"),
        ("/sons/%C3%A9mission%20deux.mp3", "deux"),  # published by another program
        ("/audio/2024-trois.bbbbbbbbbbbb.mp3", "trois"),  # withdrawn
        ("/audio/2024-trois.eeeeeeeeeeee.mp3", "trois"),
        ("/autre/émission deux.mp3", ""),
        ("/audio/inconnu.eeeeeeeeeeee.mp3", ""),
        ("/episodes/2026-un/", ""),
        ("/" + "a" * 5000, ""),
        ("", ""),
        ("/%ff%fe.mp3", ""),
    ],
)
def test_a_path_leads_to_the_episode_it_is_of(found: Recordings, path: str, guid: str) -> None:
    recording = found.known[path.encode()]
    assert (found.titles[recording.title].guid if recording else "") == guid


def test_a_minute_is_known_guessed_from_its_episodes_own_recording_or_assumed(found: Recordings) -> None:
    def minute(path: str) -> int:
        recording = found.known[path.encode()]
        assert recording is not None
        return recording.minute

    assert minute("/audio/2026-un.0123456789ab.mp3") == 600_000
    assert minute("/audio/2026-un.aaaaaaaaaaaa.mp3") == 600_000
    assert minute("/sons/%C3%A9mission%20deux.mp3") == ASSUMED
    assert [title.gone for title in found.titles] == [False, True, True]


def test_an_episode_is_chosen_by_guid_name_or_a_part_that_no_other_has(found: Recordings) -> None:
    assert [found.chosen(name) for name in ("un", "2026-un", "deux", "2025", "202", "", "rien")] == [
        0,
        0,
        1,
        1,
        None,
        None,
        None,
    ]


def audio(path: Path, duration: float) -> AudioFile:
    return AudioFile(
        source=path,
        digest=DIGEST,
        length=path.stat().st_size,
        type=AudioType.MP3,
        duration=duration,
        bitrate=0,
        channels=1,
        sample_rate=44_100,
    )


def test_the_tag_before_an_mp3_is_no_part_of_its_minute(tmp_path: Path) -> None:
    # IAB 2.3, 5.5.3, 1: header and a minute. 2,010 bytes of tag, 120,000 of sound in two minutes.
    file = tmp_path / "audio.mp3"
    file.write_bytes(b"ID3\x04\x00\x00" + bytes((0, 0, 2000 >> 7, 2000 & 0x7F)) + bytes(2000) + b"\xff" * 120_000)
    assert header_of(file) == 2010
    assert minute_of(audio(file, 120.0)) == 2010 + 60_000


def test_what_describes_an_mp4_is_no_part_of_its_minute_when_it_comes_first(tmp_path: Path) -> None:
    def box(kind: bytes, size: int) -> bytes:
        return (size + 8).to_bytes(4, "big") + kind + bytes(size)

    first, last = tmp_path / "first.m4a", tmp_path / "last.m4a"
    first.write_bytes(box(b"ftyp", 16) + box(b"moov", 968) + box(b"mdat", 60_000))
    last.write_bytes(box(b"ftyp", 16) + box(b"mdat", 60_000) + box(b"moov", 968))
    assert (header_of(first), header_of(last)) == (1000, 24)
    for broken in (b"", b"\x00\x00\x00\x01ftyp", box(b"ftyp", 4) + bytes(32), b"\x00\x00\x00\x04ftyp" * 9):
        (tmp_path / "broken.m4a").write_bytes(broken)
        assert header_of(tmp_path / "broken.m4a") == 0


def test_of_a_recording_shorter_than_a_minute_all_is_asked(tmp_path: Path) -> None:
    # 5.5.3: « if the podcast episode is shorter than 1 minute … 100% of the file ».
    file = tmp_path / "audio.mp3"
    file.write_bytes(b"\xff" * 5000)
    assert (minute_of(audio(file, 59.0)), minute_of(audio(file, 0.0)), minute_of(audio(file, 60.5))) == (
        5000,
        5000,
        4959,
    )

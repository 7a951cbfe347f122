"""Tags of real files, in every container, as authors' tools write them."""

from __future__ import annotations

import base64
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from mutagen.flac import FLAC, Picture
from mutagen.id3 import (
    APIC,
    CHAP,
    COMM,
    CTOC,
    ID3,
    TALB,
    TDES,
    TDRC,
    TIT2,
    TIT3,
    TLAN,
    TPE1,
    TXXX,
    WXXX,
    CTOCFlags,
    ID3TimeStamp,
)
from mutagen.mp4 import MP4, MP4Cover
from mutagen.oggopus import OggOpus
from PIL import Image

from antenne.media import MediaError, Store, probe_audio
from antenne.model import AudioTags, AudioType, LanguageTag, PartialDate
from tests.media.makers import CHAPTERS, by_ffmpeg, needs_ffmpeg, silent_flac
from tests.support.audio import silent_mp3

TOP = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED


def jpeg(size: tuple[int, int] = (30, 30)) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, "navy").save(stream, "JPEG")
    return stream.getvalue()


def chapter(name: str, start: int, title: str, url: str = "") -> CHAP:
    inner = [TIT2(encoding=3, text=title)] + ([WXXX(encoding=3, url=url)] if url else [])
    return CHAP(element_id=name, start_time=start, end_time=start + 500, sub_frames=inner)


def contents(name: str, children: list[str], flags: int = TOP) -> CTOC:
    return CTOC(element_id=name, flags=flags, child_element_ids=children, sub_frames=[])


def tagged(path: Path, *frames: object, version: int = 4) -> Path:
    tags = ID3()
    for frame in frames:
        tags.add(frame)
    tags.save(silent_mp3(path), v2_version=version)
    return path


def tags_of(store: Store, path: Path) -> AudioTags:
    return probe_audio(path, store).tags


def test_the_facts_of_an_mp3_come_from_its_bytes(tmp_path: Path, store: Store) -> None:
    path = silent_mp3(tmp_path / "a.mp3", 10)
    file = probe_audio(path, store).file
    assert (file.type, file.bitrate, file.channels, file.sample_rate) == (AudioType.MP3, 128_000, 2, 44_100)
    assert file.duration == pytest.approx(10, abs=0.05)
    assert file.length == path.stat().st_size
    assert len(file.digest) == 64


@pytest.mark.parametrize("version", [3, 4])
def test_id3_of_both_versions_tells_everything(tmp_path: Path, store: Store, version: int) -> None:
    path = tagged(
        tmp_path / "a.mp3",
        TIT2(encoding=1, text="L’été"),
        TPE1(encoding=1, text="Jean Dupont"),
        TALB(encoding=1, text="Émission"),
        TDRC(encoding=1, text=[ID3TimeStamp("2013-11-05")]),
        TLAN(encoding=1, text="fre"),
        COMM(encoding=1, lang="eng", desc="iTunNORM", text="0000 0000"),
        COMM(encoding=1, lang="fra", desc="", text="Une\ndescription"),
        APIC(encoding=0, mime="image/jpeg", type=0, desc="b", data=jpeg((10, 10))),
        APIC(encoding=0, mime="image/jpeg", type=3, desc="a", data=jpeg()),
        contents("toc", ["a", "b"]),
        chapter("b", 500, "Suite", "https://exemple.fr/b"),
        chapter("a", 0, "Début"),
        version=version,
    )
    tags = tags_of(store, path)
    assert (tags.title, tags.artist, tags.album) == ("L’été", "Jean Dupont", "Émission")
    assert tags.date == PartialDate(2013, 11, 5)
    assert tags.language == LanguageTag("fr")
    assert tags.description == "Une\ndescription"
    assert [(c.start, c.end, c.title, c.url) for c in tags.chapters] == [
        (0, 0.5, "Début", ""),
        (0.5, 1.0, "Suite", "https://exemple.fr/b"),
    ]
    assert tags.cover is not None
    assert (tags.cover.width, tags.cover.media_type) == (30, "image/jpeg")
    # The same in every recording that carries it: browsers and apps fetch it once.
    assert tags.cover.name == "artwork"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2013", PartialDate(2013)),
        ("2013-11", PartialDate(2013, 11)),
        ("2013-11-05T11:41:00", datetime(2013, 11, 5, 11, 41, tzinfo=UTC)),
        ("0001-01-01", None),
        ("0001-01-01T00:00:00", None),
        ("1899", None),
        ("2200-01", None),
        ("9999-12-31T23:59:59", None),
    ],
)
def test_a_date_keeps_its_precision_and_one_that_nobody_means_is_none(
    tmp_path: Path, store: Store, written: str, read: object
) -> None:
    assert tags_of(store, tagged(tmp_path / "a.mp3", TDRC(encoding=3, text=[ID3TimeStamp(written)]))).date == read


def test_a_podcasts_own_description_comes_before_comment_and_subtitle(tmp_path: Path, store: Store) -> None:
    frames = [
        TDES(encoding=3, text="un"),
        COMM(encoding=3, lang="fra", desc="", text="deux"),
        TIT3(encoding=3, text="3"),
    ]
    assert tags_of(store, tagged(tmp_path / "a.mp3", *frames)).description == "un"
    assert tags_of(store, tagged(tmp_path / "b.mp3", *frames[1:])).description == "deux"
    assert tags_of(store, tagged(tmp_path / "c.mp3", frames[2])).description == "3"
    free = TXXX(encoding=3, desc="description", text="libre")
    assert tags_of(store, tagged(tmp_path / "d.mp3", free)).description == "libre"


def test_a_chapter_that_the_contents_leave_out_is_hidden(tmp_path: Path, store: Store) -> None:
    path = tagged(tmp_path / "a.mp3", contents("t", ["a"]), chapter("a", 0, "A"), chapter("b", 100, "B"))
    assert [(c.title, c.toc) for c in tags_of(store, path).chapters] == [("A", True), ("B", False)]


def test_without_contents_every_chapter_is_shown(tmp_path: Path, store: Store) -> None:
    path = tagged(tmp_path / "a.mp3", chapter("b", 100, "B"), chapter("a", 0, "A"))
    assert [(c.title, c.toc) for c in tags_of(store, path).chapters] == [("A", True), ("B", True)]


def test_contents_inside_contents_are_unfolded_and_circles_end(tmp_path: Path, store: Store) -> None:
    path = tagged(
        tmp_path / "a.mp3",
        contents("t", ["part", "a"]),
        contents("part", ["b", "t", "part"], flags=0),
        chapter("a", 0, "A"),
        chapter("b", 0, "B"),
    )
    assert [(c.title, c.toc) for c in tags_of(store, path).chapters] == [("B", True), ("A", True)]


@pytest.mark.parametrize("url", ["javascript:x", "//ailleurs", "https://", "file:///etc/passwd", "https://a b"])
def test_a_chapters_link_is_an_address_of_the_web_or_none(tmp_path: Path, store: Store, url: str) -> None:
    assert tags_of(store, tagged(tmp_path / "a.mp3", chapter("a", 0, "A", url))).chapters[0].url == ""


def test_texts_are_cleaned_and_bounded(tmp_path: Path, store: Store) -> None:
    path = tagged(
        tmp_path / "a.mp3",
        TIT2(encoding=3, text="a\u202eb\x1b" + "c" * 9000),
        COMM(encoding=3, lang="fra", desc="", text="d" * 900_000),
    )
    tags = tags_of(store, path)
    assert tags.title.startswith("abccc")
    assert len(tags.title) == 500
    assert len(tags.description) == 4000


def test_a_flac_made_by_hand_is_read_with_its_comments_and_picture(tmp_path: Path, store: Store) -> None:
    path = silent_flac(tmp_path / "a.flac")
    file = FLAC(path)
    file.update({"TITLE": "Un", "ARTIST": ["A", "B"], "DATE": "2013-11", "LANGUAGE": "fra", "DESCRIPTION": "D"})
    file.update({"CHAPTER001": "00:00:01.500", "CHAPTER001NAME": "Deux", "CHAPTER001URL": "https://exemple.fr/"})
    file.update({"CHAPTER000": "00:00:00.000", "CHAPTER000NAME": "Un", "CHAPTER002": "bientôt"})
    cover = Picture()
    cover.type, cover.mime, cover.data = 3, "image/jpeg", jpeg()
    file.add_picture(cover)
    file.save()
    recording = probe_audio(path, store)
    assert (recording.file.type, recording.file.duration, recording.file.sample_rate) == (AudioType.FLAC, 2.0, 8000)
    tags = recording.tags
    assert (tags.title, tags.artist, tags.date, tags.language) == (
        "Un",
        "A, B",
        PartialDate(2013, 11),
        LanguageTag("fr"),
    )
    assert [(c.start, c.title, c.url) for c in tags.chapters] == [(0, "Un", ""), (1.5, "Deux", "https://exemple.fr/")]
    assert tags.cover is not None


@pytest.mark.ffmpeg
@needs_ffmpeg
@pytest.mark.parametrize(
    ("extension", "options", "kind"),
    [
        (".mp3", (), AudioType.MP3),
        (".mp3", ("-id3v2_version", "3"), AudioType.MP3),
        (".m4a", (), AudioType.M4A),
        (".m4a", ("-movflags", "+disable_chpl+faststart"), AudioType.M4A),
        (".opus", (), AudioType.OPUS),
        (".ogg", ("-c:a", "libopus"), AudioType.OPUS),
    ],
)
def test_what_ffmpeg_writes_is_read(
    tmp_path: Path, store: Store, extension: str, options: tuple[str, ...], kind: AudioType
) -> None:
    path = by_ffmpeg(tmp_path / f"a{extension}", "-metadata:s:a:0", "language=fra", *options, metadata=CHAPTERS)
    recording = probe_audio(path, store)
    assert recording.file.type is kind
    assert recording.file.duration == pytest.approx(2, abs=0.1)
    tags = recording.tags
    assert (tags.title, tags.artist, tags.album) == ("L'été", "Jean Dupont", "Émission")
    assert tags.date == PartialDate(2013, 11, 5)
    assert tags.description == "Une description"
    assert [(c.start, c.title) for c in tags.chapters] == [(0, "Début"), (1, "Suite « é »")]
    assert tags.language == (LanguageTag("fr") if extension != ".mp3" else tags.language)


@pytest.mark.ffmpeg
@needs_ffmpeg
def test_more_than_255_chapters_come_from_quicktimes_track(tmp_path: Path, store: Store) -> None:
    listed = "".join(f"[CHAPTER]\nTIMEBASE=1/1000\nSTART={i * 5}\nEND={i * 5 + 5}\ntitle=C{i}\n" for i in range(300))
    chapters = tags_of(store, by_ffmpeg(tmp_path / "a.m4a", metadata=listed)).chapters
    assert len(chapters) == 300
    assert (chapters[299].start, chapters[299].title) == (pytest.approx(1.495), "C299")


@pytest.mark.ffmpeg
@needs_ffmpeg
def test_the_cover_and_free_atoms_of_an_m4a(tmp_path: Path, store: Store) -> None:
    path = by_ffmpeg(tmp_path / "a.m4a")
    file = MP4(path)
    file["covr"] = [MP4Cover(jpeg(), MP4Cover.FORMAT_JPEG)]
    file["----:com.apple.iTunes:LANGUAGE"] = [b"fr-CA"]
    file["\xa9day"] = ["2013-11-05T11:41:00+01:00"]
    file["desc"], file["ldes"] = ["courte"], ["longue"]
    file.save()
    tags = tags_of(store, path)
    assert tags.cover is not None
    assert (tags.language, tags.description) == (LanguageTag("fr-CA"), "longue")
    assert tags.date == datetime.fromisoformat("2013-11-05T11:41:00+01:00")


@pytest.mark.ffmpeg
@needs_ffmpeg
def test_the_picture_block_in_an_opus_files_comments(tmp_path: Path, store: Store) -> None:
    path = by_ffmpeg(tmp_path / "a.opus")
    cover = Picture()
    cover.type, cover.mime, cover.data = 3, "image/jpeg", jpeg()
    file = OggOpus(path)
    file["METADATA_BLOCK_PICTURE"] = [base64.b64encode(cover.write()).decode()]
    file.save()
    found = tags_of(store, path).cover
    assert found is not None
    assert found.source.read_bytes() == jpeg()
    file["METADATA_BLOCK_PICTURE"] = ["@@@", base64.b64encode(cover.write()[:20]).decode()]
    file.save()
    assert tags_of(store, path).cover is None


@pytest.mark.ffmpeg
@needs_ffmpeg
@pytest.mark.parametrize("options", [(), ("-movflags", "+faststart")])
def test_a_cut_m4a_is_refused(tmp_path: Path, store: Store, options: tuple[str, ...]) -> None:
    path = by_ffmpeg(tmp_path / "a.m4a", *options)
    path.write_bytes(path.read_bytes()[:-500])
    with pytest.raises(MediaError, match="cut short"):
        probe_audio(path, store)

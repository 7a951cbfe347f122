"""Write the tags of a recording: words, chapters and cover, as ID3v2.4 or as MP4 atoms."""

# mypy: disable-error-code="no-untyped-call"

from pathlib import Path
from typing import Any

from mutagen import id3, mp4
from speech import Recording

SHOW = "Livres à l'antenne"
ARTIST = "La rédaction d'Antenne (voix de synthèse)"
GENRE = "Podcast"
LANGUAGE = "fra"
UNUSED_OFFSET = 0xFFFFFFFF


def write_id3(path: Path, text: dict[str, Any], recording: Recording, cover: bytes) -> None:
    """Tag an MP3 with ID3v2.4: CHAP and CTOC frames carry the chapters, APIC the cover."""
    tags = id3.ID3()
    tags.add(id3.TIT2(text=[text["title"]]))
    tags.add(id3.TPE1(text=[ARTIST]))
    tags.add(id3.TALB(text=[SHOW]))
    tags.add(id3.TCON(text=[GENRE]))
    tags.add(id3.TLAN(text=[LANGUAGE]))
    tags.add(id3.TRCK(text=[str(text["track"])]))
    tags.add(id3.TDRC(text=[text["date"]]))
    tags.add(id3.COMM(lang=LANGUAGE, desc="", text=[text["description"]]))
    tags.add(id3.APIC(mime="image/jpeg", type=id3.PictureType.COVER_FRONT, desc="Couverture", data=cover))
    starts = [round(chapter.start * 1000) for chapter in recording.chapters]
    ends = [*starts[1:], round(recording.duration * 1000)]
    names = [f"chp{index}" for index in range(len(starts))]
    flags = id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
    tags.add(id3.CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[]))
    for name, start, end, chapter in zip(names, starts, ends, recording.chapters, strict=True):
        tags.add(
            id3.CHAP(
                element_id=name,
                start_time=start,
                end_time=end,
                start_offset=UNUSED_OFFSET,
                end_offset=UNUSED_OFFSET,
                sub_frames=[id3.TIT2(text=[chapter.title])],
            )
        )
    tags.save(path, v2_version=4, v1=0, padding=lambda _: 0)


def write_mp4(path: Path, text: dict[str, Any], cover: bytes) -> None:
    """Tag an M4A, whose chapters ffmpeg has already written."""
    audio = mp4.MP4(path)
    audio["\xa9nam"] = [text["title"]]
    audio["\xa9ART"] = [ARTIST]
    audio["\xa9alb"] = [SHOW]
    audio["\xa9gen"] = [GENRE]
    audio["\xa9day"] = [text["date"]]
    audio["\xa9cmt"] = [text["description"]]
    audio["desc"] = [text["description"]]
    audio["trkn"] = [(text["track"], 0)]
    audio["----:com.apple.iTunes:LANGUAGE"] = [mp4.MP4FreeForm(LANGUAGE.encode())]
    audio["covr"] = [mp4.MP4Cover(cover, imageformat=mp4.MP4Cover.FORMAT_JPEG)]
    audio.save()


def ffmetadata(recording: Recording) -> str:
    """The chapters in ffmpeg's own format, times in milliseconds."""
    starts = [round(chapter.start * 1000) for chapter in recording.chapters]
    ends = [*starts[1:], round(recording.duration * 1000)]
    blocks = [
        f"[CHAPTER]\nTIMEBASE=1/1000\nSTART={start}\nEND={end}\ntitle={chapter.title}\n"
        for start, end, chapter in zip(starts, ends, recording.chapters, strict=True)
    ]
    return ";FFMETADATA1\n" + "".join(blocks)

"""Real recordings: frames of silence that any player takes, with the tags that podcast programs write."""

# mypy: disallow-untyped-calls=False
from __future__ import annotations

from pathlib import Path

from mutagen.id3 import APIC, CHAP, CTOC, ID3, TALB, TDRC, TIT2, TPE1, TRCK, CTOCFlags

from benchmarks.corpus.items import Episode

_FRAME = bytes.fromhex("fffb70c4") + bytes(309)
"""A frame of silence: MPEG 1 layer III, 96 kbit/s, 44.1 kHz, mono, 1152 samples in 313 bytes."""

_NO_OFFSET = 0xFFFFFFFF
_UTF_8 = 3
_FRONT_COVER = 3


def write_recording(path: Path, episode: Episode, show: str, art: bytes) -> None:
    """Write the MP3 of an episode: ID3v2.4 with title, artist, album, track, date, picture and chapters."""
    path.write_bytes(_FRAME * round(episode.duration * 44100 / 1152))
    tags = ID3()
    tags.add(TIT2(encoding=_UTF_8, text=episode.title))
    tags.add(TPE1(encoding=_UTF_8, text=", ".join(episode.guests)))
    tags.add(TALB(encoding=_UTF_8, text=show))
    tags.add(TRCK(encoding=_UTF_8, text=str(episode.number)))
    tags.add(TDRC(encoding=_UTF_8, text=episode.date.date().isoformat()))
    tags.add(APIC(encoding=_UTF_8, mime="image/jpeg", type=_FRONT_COVER, desc="cover", data=art))
    _add_chapters(tags, episode)
    tags.save(path, v2_version=4)


def _add_chapters(tags: ID3, episode: Episode) -> None:
    names = [f"ch{number}" for number in range(len(episode.chapters))]
    flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    tags.add(CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[]))
    ends = [chapter.start for chapter in episode.chapters[1:]] + [episode.duration]
    for name, chapter, end in zip(names, episode.chapters, ends, strict=True):
        tags.add(
            CHAP(
                element_id=name,
                start_time=chapter.start * 1000,
                end_time=end * 1000,
                start_offset=_NO_OFFSET,
                end_offset=_NO_OFFSET,
                sub_frames=[TIT2(encoding=_UTF_8, text=chapter.title)],
            )
        )

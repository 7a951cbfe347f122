"""Audio files that are not what they say, or mean harm: one sentence each, and the next file is read."""

from __future__ import annotations

import random
import struct
import time
import zlib
from pathlib import Path

import pytest

from antenne.media import MediaError, Store, probe_audio
from antenne.media.prober import Prober
from tests.media.makers import silent_flac
from tests.support.audio import FRAME, silent_mp3


def refuse(path: Path, store: Store) -> str:
    with pytest.raises(MediaError) as caught:
        probe_audio(path, store)
    message = caught.value.message
    assert "\n" not in message
    assert str(path.parent) not in message
    return message


def outcome(path: Path, store: Store) -> str:
    try:
        probe_audio(path, store)
    except MediaError as error:
        return error.message
    return "read"


@pytest.mark.parametrize("extension", [".mp3", ".m4a", ".ogg", ".opus", ".flac"])
@pytest.mark.parametrize(
    "data",
    [b"", b"\x00" * 5000, b"<html>" * 100, b"RIFF\x00\x10\x00\x00WAVEfmt ", random.Random(3).randbytes(9000)],
    ids=["empty", "zeros", "page", "wave", "noise"],
)
def test_what_holds_no_sound_is_refused(tmp_path: Path, store: Store, extension: str, data: bytes) -> None:
    path = tmp_path / f"a{extension}"
    path.write_bytes(data)
    assert refuse(path, store).startswith(f"This file is named {extension} but holds no ")


def test_a_name_that_lies_is_refused_with_what_to_do(tmp_path: Path, store: Store) -> None:
    path = silent_flac(tmp_path / "a.mp3")
    assert refuse(path, store) == "This file is named .mp3 but holds no MP3 sound; export it again as MP3 or M4A."
    refuse(silent_mp3(tmp_path / "a.flac"), store)
    assert "no recording that Antenne knows" in refuse(silent_mp3(tmp_path / "a.wav"), store)


def test_a_recording_without_duration_is_refused(tmp_path: Path, store: Store) -> None:
    assert "lasts no time" in refuse(silent_flac(tmp_path / "a.flac", seconds=0), store)


@pytest.mark.parametrize("data", [b"fLaC\x00\x00", b"OggS" + bytes(24) + b"OpusHead", b"\x00\x00\x00\x08ftyp"])
def test_a_head_without_a_body_is_refused(tmp_path: Path, store: Store, data: bytes) -> None:
    extension = {b"fLaC": ".flac", b"OggS": ".opus"}.get(data[:4], ".m4a")
    path = tmp_path / f"a{extension}"
    path.write_bytes(data)
    refuse(path, store)


def test_an_mp3_that_promises_more_than_it_holds_is_cut_short(tmp_path: Path, store: Store) -> None:
    frames, size = 1000, 1000 * len(FRAME)
    xing = b"Xing" + struct.pack(">III", 3, frames, size)
    head = FRAME[:36] + xing + bytes(len(FRAME) - 36 - len(xing))
    path = tmp_path / "a.mp3"
    path.write_bytes(head + FRAME * 1000)
    assert probe_audio(path, store).file.duration == pytest.approx(26.12, abs=0.1)
    path.write_bytes(head + FRAME * 500)
    assert "cut short" in refuse(path, store)


def zlib_bomb(path: Path) -> Path:
    press = zlib.compressobj(9)
    packed = b"".join(press.compress(bytes(1_000_000)) for _ in range(700)) + press.flush()
    body = struct.pack(">I", 700_000_000 & 0x7FFFFFFF) + packed
    frame = b"TIT2" + struct.pack(">I", len(body)) + b"\x00\x80" + body
    size = len(frame)
    synchsafe = bytes(size >> shift & 127 for shift in (21, 14, 7, 0))
    path.write_bytes(b"ID3\x03\x00\x00" + synchsafe + frame + FRAME * 40)
    return path


def test_a_tag_that_unpacks_without_measure_harms_nobody(tmp_path: Path, store: Store) -> None:
    path = zlib_bomb(tmp_path / "a.mp3")
    assert path.stat().st_size < 1_000_000
    began = time.monotonic()
    assert "damaged" in refuse(path, store)
    assert time.monotonic() - began < 20
    assert probe_audio(silent_mp3(tmp_path / "b.mp3"), store).file.duration > 0


def nested(name: bytes, depth: int) -> bytes:
    data = b""
    for _ in range(depth):
        data = struct.pack(">I", len(data) + 8) + name + data
    return data


def test_boxes_inside_boxes_without_end_are_refused(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "a.m4a"
    path.write_bytes(struct.pack(">I4s4sI", 16, b"ftyp", b"M4A ", 0) + nested(b"moov", 5000))
    assert "damaged" in refuse(path, store)


def test_chapter_frames_inside_chapter_frames_without_end_are_refused_or_passed_by(
    tmp_path: Path, store: Store
) -> None:
    data = b""
    for _ in range(3000):
        body = b"t\x00\x03\x00" + data
        data = b"CTOC" + bytes(len(body) >> shift & 127 for shift in (21, 14, 7, 0)) + b"\x00\x00" + body
    size = bytes(len(data) >> shift & 127 for shift in (21, 14, 7, 0))
    path = tmp_path / "a.mp3"
    path.write_bytes(b"ID3\x04\x00\x00" + size + data + FRAME * 40)
    assert outcome(path, store) in (
        "read",
        "This recording is damaged and cannot be read; export it again as MP3 or M4A.",
    )


@pytest.mark.parametrize("seed", range(12))
def test_a_spoiled_file_is_read_or_refused(tmp_path: Path, store: Store, seed: int) -> None:
    chance = random.Random(seed)
    for maker, name in ((silent_flac, "a.flac"), (silent_mp3, "a.mp3")):
        path = maker(tmp_path / name)
        data = bytearray(path.read_bytes())
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(min(len(data), 300))] = chance.randrange(256)
        path.write_bytes(data[: chance.randint(50, len(data))])
        assert outcome(path, store).endswith((".", "read"))


def test_a_worker_that_hangs_is_replaced(tmp_path: Path) -> None:
    prober = Prober(tmp_path / "covers", seconds=0.01)
    assert prober.ask(silent_mp3(tmp_path / "a.mp3")) is None
    prober.close()


def test_one_worker_reads_many_files(tmp_path: Path, store: Store) -> None:
    paths = [silent_mp3(tmp_path / f"{i}.mp3") for i in range(50)]
    probe_audio(paths[0], store)
    began = time.monotonic()
    assert all(probe_audio(path, store).file.duration for path in paths)
    assert time.monotonic() - began < 5


def test_a_missing_file_is_told_in_a_sentence(tmp_path: Path, store: Store) -> None:
    assert "cannot be opened" in refuse(tmp_path / "a.mp3", store)
    (tmp_path / "b.mp3").mkdir()
    refuse(tmp_path / "b.mp3", store)

"""Real audio files made from bytes, and by ffmpeg where it is there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not on this machine")


def silent_flac(path: Path, seconds: int = 2, rate: int = 8000) -> Path:
    total = seconds * rate
    info = bytes.fromhex("1000 1000 000000 000000".replace(" ", ""))
    info += (rate << 44 | 0 << 41 | 15 << 36 | total).to_bytes(8, "big") + bytes(16)
    path.write_bytes(b"fLaC" + b"\x80" + len(info).to_bytes(3, "big") + info + b"\xff\xf8" + bytes(2000))
    return path


def by_ffmpeg(path: Path, *options: str, metadata: str = "") -> Path:
    listed = path.with_suffix(".ffmeta")
    listed.write_text(";FFMETADATA1\n" + metadata, encoding="utf-8")
    command = ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "sine=440:duration=2", "-i", str(listed)]
    subprocess.run([*command, "-map_metadata", "1", "-map", "0:a", *options, str(path)], check=True)
    return path


def picture(path: Path, size: tuple[int, int] = (40, 60), colour: object = (200, 30, 30), **options: object) -> Path:
    mode = "RGB" if not isinstance(colour, tuple) or len(colour) == 3 else "RGBA"
    Image.new(mode, size, colour).save(path, **options)
    return path


CHAPTERS = """title=L'été
artist=Jean Dupont
album=Émission
date=2013-11-05
description=Une description
[CHAPTER]
TIMEBASE=1/1000
START=0
END=1000
title=Début
[CHAPTER]
TIMEBASE=1/1000
START=1000
END=2000
title=Suite « é »
"""

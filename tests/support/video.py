"""Videos made of bytes: what a header says, and no pictures; for a real one there is ffmpeg."""

from __future__ import annotations

import subprocess
from pathlib import Path
from struct import pack

TURNED = (0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000)
"""The matrix of a film that is shown a quarter turn to the right."""
STRAIGHT = (0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)


def box(name: bytes, *parts: bytes) -> bytes:
    """Return a box of MPEG-4."""
    content = b"".join(parts)
    return pack(">I4s", len(content) + 8, name) + content


def tiny_mp4(
    path: Path,
    seconds: float = 3.0,
    size: tuple[int, int] = (320, 180),
    *,
    handler: bytes = b"vide",
    matrix: tuple[int, ...] = STRAIGHT,
) -> Path:
    """Write the headers of an MPEG-4 film, and return its path."""
    across, down = size
    movie = pack(">IIIII", 0, 0, 0, 1000, round(seconds * 1000)) + bytes(80)
    track = pack(">IIIIII", 7, 0, 0, 1, 0, round(seconds * 1000)) + bytes(16)
    track += pack(">9i", *matrix) + pack(">II", across << 16, down << 16)
    media = box(b"mdia", box(b"hdlr", bytes(8), handler, bytes(13)))
    moov = box(b"moov", box(b"mvhd", movie), box(b"trak", box(b"tkhd", track), media))
    return _write(path, box(b"ftyp", b"isom", bytes(4), b"isommp42") + moov + box(b"mdat", bytes(64)))


def element(name: str, content: bytes) -> bytes:
    """Return an element of Matroska by its id in hex, its length in four bytes."""
    return bytes.fromhex(name) + pack(">I", len(content) | 0x10000000) + content


def tiny_webm(
    path: Path, seconds: float = 3.0, size: tuple[int, int] = (320, 180), *, document: bytes = b"webm"
) -> Path:
    """Write the headers of a WebM film, and return its path."""
    head = element("1A45DFA3", element("4282", document))
    info = element("1549A966", element("2AD7B1", pack(">I", 1_000_000)) + element("4489", pack(">d", seconds * 1000)))
    video = element("E0", element("B0", pack(">H", size[0])) + element("BA", pack(">H", size[1])))
    tracks = element("1654AE6B", element("AE", element("83", b"\x02")) + element("AE", element("83", b"\x01") + video))
    return _write(path, head + element("18538067", info + tracks + element("1F43B675", bytes(16))))


def real_video(path: Path, seconds: float = 2.0, size: str = "320x180") -> Path:
    """Let ffmpeg make a film with a moving picture and a tone; its codecs follow the file's ending."""
    path.parent.mkdir(parents=True, exist_ok=True)
    inputs = ["-f", "lavfi", "-i", f"testsrc=s={size}:r=10:d={seconds}", "-f", "lavfi", "-i", f"sine=440:d={seconds}"]
    codecs = ["-c:v", "libvpx", "-c:a", "libvorbis"] if path.suffix == ".webm" else ["-pix_fmt", "yuv420p"]
    subprocess.run(["ffmpeg", "-loglevel", "error", "-y", *inputs, *codecs, "-shortest", path], check=True, timeout=120)
    return path


def _write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path

"""Make the sample recordings: speak texts/*.toml, level them at -16 LUFS, encode, tag, and write transcripts.

Needs the Debian packages espeak-ng and ffmpeg, mutagen, and the covers that make_art.py has drawn.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

import captions
import tags
from jingle import RATE
from speech import Recording, Voice, record

HERE = Path(__file__).resolve().parent
EPISODES = HERE.parent.parent / "content" / "episodes"
PROGRAMS = {"espeak-ng": "speaks the texts", "ffmpeg": "levels and encodes the recordings"}
LOUDNESS = "loudnorm=I=-16:TP=-1.5:LRA=11"
LOUD, TRIES = -16.0, 4
# The all-pass filters spread the synthesiser's pulses, all peak, without changing how they sound.
LEVELLING = (
    "allpass=f=180:t=q:w=0.7,allpass=f=420:t=q:w=0.7,allpass=f=950:t=q:w=0.7,"
    "acompressor=threshold=-26dB:ratio=3:attack=4:release=140:makeup=2"
)
LIMIT = "alimiter=limit=0.68:level=false:attack=3:release=60"  # what the codec adds stays under -1 dB
CODECS = {
    ".mp3": ["-c:a", "libmp3lame", "-b:a", "96k", "-id3v2_version", "0"],
    ".m4a": ["-c:a", "aac", "-b:a", "80k", "-f", "ipod", "-movflags", "+faststart"],
}


def main(names: list[str]) -> None:
    """Make the recordings named (all when none is)."""
    for program, work in PROGRAMS.items():
        if shutil.which(program) is None:
            sys.exit(f"{program}, which {work}, is not installed: apt install {program} (its Debian package).")
    table = tomllib.loads((HERE / "texts" / "voices.toml").read_text(encoding="utf-8"))
    say = table.pop("SAY")
    voices = {name: Voice(**fields) for name, fields in table.items()}
    for source in sorted((HERE / "texts").glob("*.toml")):
        if source.stem != "voices" and (not names or source.stem in names):
            make(tomllib.loads(source.read_text(encoding="utf-8")), source.stem, voices, say)


def make(text: dict[str, Any], name: str, voices: dict[str, Voice], say: dict[str, str]) -> None:
    """Write one recording, and its transcript where the text asks for one."""
    recording = record(text, voices, say)
    folder = EPISODES / text["folder"]
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / text["file"]
    encode(recording, target)
    cover = (HERE / "covers" / f"{name}.jpg").read_bytes()
    if target.suffix == ".mp3":
        tags.write_id3(target, text, recording, cover)
    else:
        tags.write_mp4(target, text, cover)
    if text["transcript"]:
        (folder / "transcript.vtt").write_text(captions.webvtt(recording.sentences), encoding="utf-8")
    print(f"{target.name}: {recording.duration:.1f} s, {target.stat().st_size:,} bytes")


def encode(recording: Recording, target: Path) -> None:
    """Level the samples (measured, corrected, and measured again) and encode them at 44.1 kHz in mono."""
    with tempfile.TemporaryDirectory() as scratch:
        levelled = Path(scratch) / "levelled.wav"
        chapters = Path(scratch) / "chapters.txt"
        chapters.write_text(tags.ffmetadata(recording), encoding="utf-8")
        raw = ["-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "-"]
        gain = 0.0
        for _ in range(TRIES):
            measuring = [*raw, "-af", f"{_levels(gain)},{LOUDNESS}:print_format=json", "-f", "null", "-"]
            report = _ffmpeg(measuring, recording.samples.tobytes(), level="info")
            seen = json.loads(report[report.rindex("{") : report.rindex("}") + 1])
            gain += LOUD - float(seen["input_i"])
        _ffmpeg(
            [*raw, "-af", _levels(gain), "-ar", str(RATE), "-c:a", "pcm_s16le", str(levelled)],
            recording.samples.tobytes(),
        )
        command = ["-i", str(levelled)]
        if target.suffix == ".m4a":
            command += ["-i", str(chapters), "-map_chapters", "1", "-metadata:s:a:0", "language=fra"]
        command += ["-map", "0:a", *CODECS[target.suffix]]
        _ffmpeg([*command, "-fflags", "+bitexact", "-flags:a", "+bitexact", str(target)])


def _levels(gain: float) -> str:
    return f"{LEVELLING},volume={gain:.2f}dB,{LIMIT}"


def _ffmpeg(arguments: list[str], samples: bytes | None = None, level: str = "error") -> str:
    command = ["ffmpeg", "-y", "-hide_banner", "-nostats", "-v", level, *arguments]
    done = subprocess.run(command, input=samples, stderr=subprocess.PIPE, check=True)
    return done.stderr.decode("utf-8", "replace")


if __name__ == "__main__":
    main(sys.argv[1:])

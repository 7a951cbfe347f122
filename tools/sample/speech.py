"""Speak a script with espeak-ng and tell when each sentence is heard."""

from __future__ import annotations

import re
import subprocess
from array import array
from dataclasses import dataclass
from typing import Any

import jingle
from jingle import RATE

ESPEAK_RATE = 22_050
SENTENCE_PAUSE, TURN_PAUSE, PARAGRAPH_PAUSE, CHAPTER_PAUSE = 0.38, 0.46, 0.70, 0.60
# Less of the buzz (above 7 kHz, around 3.4 kHz), a little more chest, and the first echoes of a small room.
WARMTH = (
    "highpass=f=75,lowpass=f=7200,equalizer=f=210:t=q:w=1:g=2,equalizer=f=3400:t=q:w=1.2:g=-2.5,"
    "aecho=0.9:0.4:19|31:0.08|0.05"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One speaker: the name shown, and what espeak-ng calls voice, speed, pitch, gap and amplitude."""

    name: str
    voice: str
    speed: int
    pitch: int
    gap: int
    amplitude: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One spoken sentence, from `start` to `end` in seconds; `opens` where the speaker changes."""

    voice: Voice
    text: str
    start: float
    end: float
    opens: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One chapter and the second at which it starts."""

    title: str
    start: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """Mono 16-bit samples at 44.1 kHz with the timings of what is heard in them."""

    samples: array[int]
    chapters: tuple[Chapter, ...]
    sentences: tuple[Sentence, ...]

    @property
    def duration(self) -> float:
        """The length in seconds."""
        return len(self.samples) / RATE


def record(text: dict[str, Any], voices: dict[str, Voice], say: dict[str, str]) -> Recording:
    """Speak all chapters of `text`, with the signature tune around them and a sting between them."""
    samples = jingle.signature()
    chapters: list[Chapter] = []
    sentences: list[Sentence] = []
    for index, chapter in enumerate(text["chapters"]):
        start = 0.0
        if index:
            samples += _silence(CHAPTER_PAUSE)
            start = len(samples) / RATE
            samples += jingle.sting()
        chapters.append(Chapter(title=chapter["title"], start=start))
        speaker = ""
        for number, line in enumerate(chapter["script"].strip().splitlines()):
            who, _, words = line.partition(": ")
            if number:
                samples += _silence(PARAGRAPH_PAUSE if who == speaker else TURN_PAUSE)
            opens, speaker = who != speaker, who
            for part, sentence in enumerate(re.split(r"(?<=[.!?])\s+", words.strip())):
                if part:
                    samples += _silence(SENTENCE_PAUSE)
                begin = len(samples) / RATE
                samples += speak(sentence, voices[who], say)
                end = len(samples) / RATE
                sentences.append(
                    Sentence(voice=voices[who], text=sentence, start=begin, end=end, opens=opens and not part)
                )
    samples += _silence(CHAPTER_PAUSE) + jingle.signature()
    return Recording(samples=samples, chapters=tuple(chapters), sentences=tuple(sentences))


def speak(sentence: str, voice: Voice, say: dict[str, str]) -> array[int]:
    """Speak one sentence: mono 16-bit samples at 44.1 kHz, without the silence around it."""
    for word, spelling in say.items():
        sentence = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", spelling, sentence)
    espeak = ["espeak-ng", "--stdout", "--stdin", "-b", "1", "-v", voice.voice, "-s", str(voice.speed)]
    espeak += ["-p", str(voice.pitch), "-g", str(voice.gap), "-a", str(voice.amplitude)]
    wave = subprocess.run(espeak, input=sentence.encode(), stdout=subprocess.PIPE, check=True).stdout
    raw = wave[wave.index(b"data") + 8 :]
    command = ["ffmpeg", "-v", "error", "-f", "s16le", "-ar", str(ESPEAK_RATE), "-ac", "1", "-i", "-"]
    command += ["-af", f"aresample={RATE},{WARMTH}", "-f", "s16le", "-fflags", "+bitexact", "-"]
    done = subprocess.run(command, input=_trim(raw), stdout=subprocess.PIPE, check=True)
    return array("h", done.stdout)


def _trim(raw: bytes, floor: int = 160, margin: int = ESPEAK_RATE // 33) -> bytes:
    """Cut the silence (below `floor`) at both ends of 16-bit samples, all but `margin` samples."""
    samples = array("h", raw)
    loud = [index for index, value in enumerate(samples) if abs(value) > floor]
    return samples[max(0, loud[0] - margin) : loud[-1] + margin].tobytes() if loud else b""


def _silence(seconds: float) -> array[int]:
    return array("h", [0]) * int(seconds * RATE)

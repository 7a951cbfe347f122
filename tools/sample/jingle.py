"""The show's signature tune and its sting: plucked strings, computed, the same at each run."""

from __future__ import annotations

import random
from array import array

RATE = 44_100
_NOTES = {"D4": 293.66, "A4": 440.0, "B4": 493.88, "D5": 587.33, "F#5": 739.99, "A5": 880.0}


def signature() -> array[int]:
    """Five notes that open and close each recording (some three seconds)."""
    score = [("D4", 0.0), ("A4", 0.22), ("D5", 0.44), ("F#5", 0.66), ("A5", 1.10)]
    return _play(score, length=3.0)


def sting() -> array[int]:
    """Two notes that open a chapter (just over a second)."""
    return _play([("A4", 0.0), ("D5", 0.2)], length=1.25)


def _play(score: list[tuple[str, float]], *, length: float, level: float = 0.2) -> array[int]:
    mixed = [0.0] * int(length * RATE)
    for note, start in score:
        offset = int(start * RATE)
        for index, value in enumerate(_pluck(_NOTES[note], (len(mixed) - offset))):
            mixed[offset + index] += value
    fade = int(0.6 * RATE)
    for index in range(fade):
        mixed[-1 - index] *= index / fade
    peak = max(abs(value) for value in mixed)
    return array("h", [round(value / peak * level * 32767) for value in mixed])


def _pluck(frequency: float, count: int, damping: float = 0.994) -> list[float]:
    """Karplus and Strong's string of `count` samples, its noise softened as by a felt pick."""
    dice = random.Random(round(frequency * 100))
    size = round(RATE / frequency)
    noise = [dice.uniform(-1, 1) for _ in range(size)]
    for _ in range(4):
        noise = [(noise[i - 1] + noise[i]) / 2 for i in range(size)]
    string, sound = noise, []
    for index in range(count):
        place = index % size
        sound.append(string[place])
        string[place] = damping * (string[place] + string[(place + 1) % size]) / 2
    return sound

"""A site of three talks for the player: a minute with everything, two hours of speech, and words without times."""

from __future__ import annotations

from pathlib import Path

from tests.support.audio import silent_hours, silent_mp3
from tests.support.everything import bundle, drawing
from tests.support.site import make_site, write

MINUTE, HOURS, UNTIMED = "episodes/le-carnet/", "episodes/la-traversee/", "episodes/sans-heures/"
"""The paths of the talks' pages."""

SAID = (
    ("Ada", "Bienvenue sur l'île d'Ouessant, en plein été."),
    ("Zoé", "Merci ! L'œuvre est là, <b>devant</b> nous."),
    ("Ada", "Un carnet, donc. Et un crayon ?"),
    ("Zoé", "Un carnet à la main, c'est déjà l'été."),
)
"""Who says what in the minute, each for five seconds, over and over."""

PARAGRAPHS = 1500
CHAPTERS = """\
chapters:
  - {start: 0, title: Ouverture}
  - {start: 20, title: Le carnet, image: carnet.png}
  - {start: 40, title: Le crayon}
"""


def make_talks(folder: Path) -> Path:
    """Make the site, and return its folder."""
    make_site(folder)
    minute = bundle(folder, "episodes/2024-03-01-le-carnet", f"title: Le carnet\nbooks: [le-livre]\n{CHAPTERS}")
    silent_mp3(minute / "audio.mp3", 60)
    drawing(minute / "carnet.png", (600, 600))
    write(minute / "transcript.vtt", _captions([SAID[i % len(SAID)] for i in range(12)], 5))
    hours = bundle(folder, "episodes/2024-02-01-la-traversee", f"title: La traversée\n{_hourly()}")
    silent_hours(hours / "audio.mp3", 7240)
    sentence = "On parle de la mer et de ce qu'elle fait aux voix, longtemps, comme on parle en plein été. " * 3
    speech = [(("Ada", "Zoé")[i % 2], f"Passage {i}. {sentence}") for i in range(PARAGRAPHS)]
    write(hours / "transcript.vtt", _captions(speech, 7200 / PARAGRAPHS))
    untimed = bundle(folder, "episodes/2024-01-01-sans-heures", "title: Sans heures")
    silent_mp3(untimed / "audio.mp3", 5)
    write(untimed / "transcript.txt", "Ada : Bonjour.\n\nZoé : Bonsoir.\n")
    return folder


def _hourly() -> str:
    lines = (f"  - {{start: {minutes * 60}, title: Quart {minutes // 15}}}" for minutes in range(0, 120, 15))
    return "\n".join(["chapters:", *lines])


def _captions(speech: list[tuple[str, str]], seconds: float) -> str:
    cues = (
        f"{_time(i * seconds)} --> {_time((i + 1) * seconds)}\n<v {voice}>{words.replace('<', '&lt;')}"
        for i, (voice, words) in enumerate(speech)
    )
    return "\n\n".join(["WEBVTT", *cues, ""])


def _time(seconds: float) -> str:
    whole, millis = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}.{millis:03d}"

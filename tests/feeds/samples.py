"""A small site in memory, for the tests of what goes out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from antenne.model import (
    AudioFile,
    AudioType,
    Book,
    Broadcast,
    Catalog,
    Category,
    Chapter,
    Credit,
    Cue,
    Episode,
    Image,
    ImageVariant,
    LanguageTag,
    License,
    Link,
    Note,
    Owner,
    Person,
    RichText,
    Show,
    Transcript,
    episode_guid,
    show_guid,
)
from antenne.routes import Routes
from antenne.settings import Settings

PARIS = ZoneInfo("Europe/Paris")
FRENCH = LanguageTag("fr")
GUID = show_guid("https://antenne.example/flux/emission.xml")


def settings(**changes: Any) -> Settings:
    root = Path("/nowhere")
    base: dict[str, Any] = {
        "site_name": "L’antenne",
        "site_url": "https://antenne.example",
        "description": "Des livres & des voix.",
        "language": FRENCH,
        "timezone": PARIS,
        "project": root,
        "content": root / "content",
        "output": root / "output",
        "theme": root / "theme",
        "cache": root / "cache",
    }
    return Settings(**{**base, **changes})


def image(name: str, **changes: Any) -> Image:
    base: dict[str, Any] = {
        "source": Path(name),
        "name": name,
        "digest": "ab" * 32,
        "width": 3000,
        "height": 3000,
        "media_type": "image/jpeg",
    }
    return Image(**{**base, **changes})


def audio(**changes: Any) -> AudioFile:
    base: dict[str, Any] = {
        "source": Path("audio.mp3"),
        "digest": "cd" * 32,
        "length": 123456,
        "type": AudioType.MP3,
        "duration": 754.4,
        "bitrate": 64000,
        "channels": 1,
        "sample_rate": 44100,
    }
    return AudioFile(**{**base, **changes})


def show(**changes: Any) -> Show:
    base: dict[str, Any] = {
        "key": "emission",
        "guid": GUID,
        "title": "Livres à l’antenne",
        "subtitle": "Des livres, des voix",
        "summary": "Trois livres & trois voix, < dix minutes.",
        "language": FRENCH,
        "author": "La rédaction",
        "owner": Owner(name="La rédaction", email="redaction@antenne.example"),
        "categories": (Category(name="Arts", child="Books"), Category(name="Society & Culture", child="Documentary")),
        "people": (Credit(person="anne", role="host"),),
        "artwork": image("artwork.jpg"),
        "copyright": "La rédaction",
        "funding": (Link(label="Soutenir", url="https://antenne.example/soutenir/"),),
        "license": License(identifier="CC-BY-4.0"),
    }
    return Show(**{**base, **changes})


CHAPTERS = (
    Chapter(start=0, title="Ouverture"),
    Chapter(start=65.5, title="Le livre & son titre", url="https://antenne.example/livres/essai/"),
    Chapter(start=300, title="Image seule", toc=False),
    Chapter(start=600.25, title="La fin", end=754),
)
TRANSCRIPT = Transcript(
    cues=(
        Cue(start=0, end=4, text="Bonjour, vous écoutez Livres à l’antenne.", speaker="Anne"),
        Cue(start=4, end=9.5, text="Merci <de> votre accueil & bonsoir --> à tous.", speaker="François <F.>"),
    ),
    language=FRENCH,
)


def episode(slug: str = "entretien", **changes: Any) -> Episode:
    base: dict[str, Any] = {
        "key": f"2013-11-05-{slug}",
        "slug": slug,
        "show": "emission",
        "guid": episode_guid(GUID, f"2013-11-05-{slug}"),
        "title": f"L’entretien « {slug} »",
        "subtitle": "À propos d’un livre",
        "summary": "Un entretien de douze minutes.",
        "pub_date": datetime(2013, 11, 13, 11, 41, tzinfo=PARIS),
        "language": FRENCH,
        "audio": audio(),
        "enclosure_path": f"audio/2013-11-05-{slug}.cdcdcdcdcdcd.mp3",
        "artist": "Anne et François",
        "number": 2,
        "season": 1,
        "image": image("cover.jpg"),
        "chapters": CHAPTERS,
        "transcript": TRANSCRIPT,
        "books": ("essai",),
        "people": (Credit(person="francois", role="guest"),),
        "broadcast": Broadcast(station="Radio"),
        "body": RichText('<h2>Notes</h2><p>Voir <a href="/livres/essai/">le livre</a>.</p>', "Notes Voir le livre."),
    }
    return Episode(**{**base, **changes})


def bare_episode(slug: str = "seul", **changes: Any) -> Episode:
    """Make what comes of an MP3 alone in its bundle."""
    empty = {"subtitle": "", "summary": "", "artist": "", "number": None, "season": None, "image": None}
    nothing: dict[str, Any] = {"chapters": (), "transcript": None, "books": (), "people": (), "body": RichText()}
    date = datetime(2012, 1, 2, 3, 4, 5, tzinfo=PARIS)
    return episode(slug, **{**empty, **nothing, "pub_date": date, **changes})


def note(key: str = "2015-04-15-rupture", **changes: Any) -> Note:
    base: dict[str, Any] = {
        "key": key,
        "slug": key[11:],
        "title": "Rupture & disrupture",
        "pub_date": datetime(2015, 4, 15, 19, 27, tzinfo=PARIS),
        "author": "francois",
        "category": "Livres",
        "summary": "Un livre paraît.",
        "body": RichText('<p>Une note, <a href="/livres/essai/">un livre</a> &amp; une image.</p>', "Une note."),
    }
    return Note(**{**base, **changes})


def catalog(*episodes: Episode, **changes: Any) -> Catalog:
    base: dict[str, Any] = {
        "books": (Book(key="essai", title="L’essai & le reste", language=FRENCH),),
        "people": (Person(key="anne", name="Anne"), Person(key="francois", name="François")),
        "shows": (show(),),
        "episodes": episodes or (episode(), bare_episode()),
        "notes": (note(), note("2013-10-16-reputations", pub_date=datetime(2013, 10, 16, 9, tzinfo=PARIS))),
    }
    return Catalog(**{**base, **changes})


def art(picture: Image) -> ImageVariant:
    """Plan the square picture of a feed, as the media room does."""
    return ImageVariant(path=f"images/{picture.name}", width=3000, height=3000, media_type="image/jpeg")


def routes(**changes: Any) -> Routes:
    return Routes(settings(**changes))

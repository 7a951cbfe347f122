"""A catalogue made by hand, and the site that it makes."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from gettext import NullTranslations
from pathlib import Path
from zoneinfo import ZoneInfo

from antenne.media import Pictures
from antenne.model import (
    AudioFile,
    AudioType,
    Book,
    Broadcast,
    Catalog,
    Chapter,
    Contributor,
    Credit,
    Cue,
    Edition,
    Episode,
    Image,
    Isbn13,
    LanguageTag,
    Note,
    Offer,
    Page,
    PartialDate,
    Person,
    RichText,
    Section,
    Series,
    Show,
    Transcript,
)
from antenne.problems import Problems
from antenne.render import Renderer
from antenne.routes import Routes
from antenne.settings import Settings
from antenne.wording import read_wording
from tests.support.changed import replace

PARIS = ZoneInfo("Europe/Paris")
FR = LanguageTag("fr")
PROJECT = Path(__file__).parent.parent.parent
SERIES = "Deux réputations"


def settings(url: str = "https://essai.example", *, private: bool = False) -> Settings:
    """Return the settings of a site with the theme of this project."""
    return Settings(
        site_name="L’antenne",
        site_url=url,
        tagline="Des livres, des voix",
        description="Des livres et des voix.",
        language=FR,
        timezone=PARIS,
        project=PROJECT,
        content=PROJECT / "content",
        output=PROJECT / "output",
        theme=PROJECT / "theme",
        cache=PROJECT / ".antenne/cache",
        private=private,
    )


def french() -> NullTranslations:
    """Return the interface's words in French."""
    problems = Problems()
    wording = read_wording((PROJECT / "theme/locale",), FR, PROJECT, problems)
    assert not problems.sorted()
    return wording


def image(name: str = "couverture", alt: str = "") -> Image:
    """Return a picture that nobody draws."""
    digest = name.encode().hex().ljust(64, "0")
    return Image(
        source=Path("/nulle/part"), name=name, digest=digest, width=800, height=1200, media_type="image/jpeg", alt=alt
    )


def note(day: int, title: str = "Une note", month: int = 10, year: int = 2013, **more: object) -> Note:
    """Return a note of a day, in October 2013 unless said."""
    date = datetime(year, month, day, 11, 41, tzinfo=PARIS)
    slug = f"note-{year}-{month}-{day}"
    made = Note(key=slug, slug=slug, title=title, pub_date=date, body=RichText(f"<p>Le {day}.</p>", f"Le {day}."))
    return replace(made, **more)  # type: ignore[arg-type]


def series(*notes: Note) -> Series:
    """Return a series of notes, in their order."""
    return Series(key="deux-reputations", name=SERIES, notes=notes)


def people() -> tuple[Person, ...]:
    """Return two people and their group."""
    return (
        Person(key="ada", name="Ada Lovelace", summary="Écrit des programmes.", url="https://ada.example/"),
        Person(key="zoe", name="Zoé Noël"),
        Person(key="club", name="Le Club", kind="group", members=("ada", "zoe")),
    )


def book(**more: object) -> Book:
    """Return a book about which everything is known."""
    made = Book(
        key="le-livre",
        title="PME, gagner en compétitivité grâce au marketing",
        subtitle="Un essai",
        contributors=(Contributor(person="ada"), Contributor(person="zoe", role="B06")),
        publisher="Dunod",
        date=PartialDate(2013),
        language=FR,
        summary="Un livre de marketing.",
        editions=(
            Edition(
                form="BC", isbn=Isbn13("9782100000005"), pages=240, price=Decimal("25.90"), date=PartialDate(2013, 5)
            ),
        ),
        offers=(Offer(retailer="Une librairie", url="https://librairie.example/livre"),),
        cover=image(alt="Un escalier."),
        body=RichText("<p>Le <em>livre</em>.</p>", "Le livre."),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def show() -> Show:
    """Return a show."""
    return Show(
        key="essai",
        guid="917393e3-1b1e-5cef-ace4-edaa54e1f810",
        title="Livres à l’antenne",
        summary="Une émission.",
        language=FR,
        artwork=image("emission"),
        people=(Credit(person="zoe"),),
    )


def episode(**more: object) -> Episode:
    """Return an episode about which everything is known."""
    audio = AudioFile(
        source=Path("/nulle/part.mp3"),
        digest="ab" * 32,
        length=2_100_000,
        type=AudioType.MP3,
        duration=192.4,
        bitrate=64_000,
        channels=1,
        sample_rate=44_100,
    )
    cues = (
        Cue(start=0, end=2, text="Bonjour !", speaker="Zoé"),
        Cue(start=2, end=4, text="Merci de m'accueillir.", speaker="Ada"),
        Cue(start=4, end=6, text="Parlons du livre."),
    )
    made = Episode(
        key="2013-11-05-levier",
        slug="levier",
        show="essai",
        guid="8d0d2f6e-0000-5000-8000-000000000000",
        title="Un levier pour les PME",
        summary="Un entretien sur les médias sociaux.",
        pub_date=datetime(2013, 11, 13, 11, 41, tzinfo=PARIS),
        language=FR,
        audio=audio,
        enclosure_path="audio/2013-11-05-levier.abababababab.mp3",
        number=1,
        chapters=(Chapter(start=0, title="Avant"), Chapter(start=42.5, title="Après"), Chapter(start=60, toc=False)),
        transcript=Transcript(cues=cues, language=FR),
        books=("le-livre",),
        people=(Credit(person="ada", role="guest"),),
        broadcast=Broadcast(station="Widoobiz", date=PartialDate(2013, 11, 5)),
        body=RichText("<p>À propos.</p>", "À propos."),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def catalog() -> Catalog:
    """Return a catalogue with one thing of every kind, and a series of three notes."""
    parts = [
        note(day, f"{SERIES} #{i}", series=SERIES, part=i, category="Livres") for i, day in enumerate((16, 18, 21), 1)
    ]
    carrier = note(
        13, "Un levier", 11, category="Livres", books=("le-livre",), episodes=("levier",), people=("ada",), timed=True
    )
    notes = (carrier, *reversed(parts))
    return Catalog(
        books=(book(),),
        people=people(),
        shows=(show(),),
        episodes=(episode(),),
        notes=notes,
        series=(series(*parts),),
        categories=(Section(key="livres", name="Livres", notes=notes),),
        pages=(
            Page(key="a-propos", title="À propos", menu=1, body=RichText("<p>Bonjour.</p>", "Bonjour.")),
            Page(key="mentions-legales", title="Mentions légales", body=RichText("<p>Rien.</p>", "Rien.")),
        ),
    )


def rendered(
    content: Catalog, url: str = "https://essai.example", *, private: bool = False, pictures: Pictures | None = None
) -> dict[str, bytes]:
    """Return every file of the site that a catalogue makes."""
    facts = settings(url, private=private)
    return dict(Renderer(facts, content, Routes(facts), pictures or Pictures("images")).pages())


def page(content: Catalog, path: str) -> str:
    """Return one page of a site as text."""
    return rendered(content)[f"{path}index.html"].decode()

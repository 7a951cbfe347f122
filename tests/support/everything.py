"""« Essai »: a made-up French site in which every feature and every kind of page occurs at least once.

What facts cannot feed in the sample is shown here. `make_everything` calls one function for each kind of content, in
the order of `KINDS`: whoever adds a feature adds to the function of its kind, or a function and its name to the list.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

from tests.support.audio import silent_mp3
from tests.support.site import CONF, PROJECT, write
from tests.support.video import tiny_mp4, tiny_webm

SETTINGS = """
SITENAME = "Essai"
ANTENNE = {
    **ANTENNE,
    "tagline": "Un site inventé où tout figure",
    "description": "Des livres, des voix et des notes inventés, pour voir chaque page telle qu'elle peut être.",
    "email": "essai@essai.example",
}
"""
"""What `Essai` says beyond a small site's settings; a feature's own settings follow in a function of its kind."""


EXCERPT = """\
---
title: Ce que porte le vent
---
Il faut imaginer la mer sans bruit. Non pas calme : sans bruit. Le gardien dit que c'est alors que l'on entend le mieux.

> Une voix, c'est d'abord une distance.

On ne sut jamais qui parlait.
"""


def make_everything(folder: Path) -> Path:
    """Write the site into a folder of its own, and return it."""
    write(folder / "pelicanconf.py", CONF + SETTINGS)
    write(folder / "tasks.py", (PROJECT / "tasks.py").read_text(encoding="utf-8"))
    for name in ("plugins", "theme"):
        (folder / name).symlink_to(PROJECT / name)
    for kind in KINDS:
        kind(folder)
    return folder


def settings(site: Path, text: str) -> None:
    """Add lines of Python to the site's settings: `ANTENNE["search"] = …`."""
    path = site / "pelicanconf.py"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")


def bundle(site: Path, name: str, front_matter: str, body: str = "", file: str = "index.md") -> Path:
    """Write the text of a bundle below `content/`, and return the bundle's folder."""
    folder = site / "content" / name
    write(folder / file, f"---\n{front_matter.strip()}\n---\n{body.strip()}\n")
    return folder


def drawing(path: Path, size: tuple[int, int], ground: str = "#204060", ink: str = "#e8c860") -> Path:
    """Draw a small real picture, its format by its name: a ground, and a figure on it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", size, ground)
    width, height = size
    ImageDraw.Draw(image).ellipse((width * 0.2, height * 0.3, width * 0.8, height * 0.7), fill=ink)
    image.save(path)
    return path


def people(site: Path) -> None:
    """Persons with all that can be said of one, and with a name alone; a group."""
    ada = bundle(
        site,
        "people/ada-lorme",
        """
name: Ada Lorme
sort_name: Lorme, Ada
summary: Romancière inventée ; elle écrit surtout des essais.
url: https://ada.example/
links:
  - {label: Mastodon, url: "https://social.example/@ada"}
  - {label: Carnets, url: "https://carnets.example/"}
portrait_alt: Un disque clair sur un fond vert.
""",
        "Ada Lorme n'existe pas. Elle *écrit*, elle **parle**, et l'on trouve d'elle [un carnet](https://carnets.example/).",
    )
    drawing(ada / "portrait.jpg", (600, 800), "#20604a")
    bundle(site, "people/basile-ozanne", "name: Basile Ozanne\nsort_name: Ozanne, Basile")
    bundle(site, "people/cleo-vasseur", "name: Cléo Vasseur\nsort_name: Vasseur, Cléo\nsummary: Lectrice.")
    bundle(
        site,
        "people/les-jeudis-du-phare",
        "name: Les Jeudis du phare\nkind: group\nmembers: [ada-lorme, basile-ozanne, cleo-vasseur]\n"
        "summary: Un groupe inventé qui se réunit au phare.",
        "On s'y retrouve le jeudi.",
    )


def books(site: Path) -> None:
    """A book with everything, one with a title alone, one in English, one with a very long title that a group signs."""
    whole = bundle(
        site,
        "books/l-ile-aux-ondes",
        """
title: L'île aux ondes
tags: [île, radio]
subtitle: Essai sur les voix qui portent
authors: [ada-lorme]
contributors:
  - {person: basile-ozanne, role: A15}
  - {person: cleo-vasseur, role: reader}
  - {person: cleo-vasseur, role: translator}
publisher: Éditions du Phare
date: 2024-03-14
language: fr
summary: Pourquoi une voix entendue au large reste-t-elle si longtemps en mémoire ?
editions:
  - {form: paperback, isbn: 978-2-1000-0000-5, date: 2024-03-14, pages: 1280, price: 25.90}
  - {form: hardback, detail: cousu main, isbn: 979-10-90636-07-1, date: 2024-11, pages: 1296, price: 49}
  - form: ebook
    detail: EPUB
    isbn: 978-2-1000-0001-2
    price: 17.99
    offers: [{retailer: Les Numériques du Port, url: "https://port.example/ile.epub"}]
  - {form: audiobook, date: 2044-02-01, duration: 9:32:00, price: 22.50}
  - {form: paperback, detail: première édition, date: 1998, pages: 212, status: out-of-print}
offers:
  - {retailer: Librairie du Port, url: "https://port.example/ile"}
  - {retailer: Place des libraires, url: "https://place.example/ile"}
shops: [placedeslibraires, librairiesindependantes, leslibraires, fnac, amazon]
series: Les Ondes
volume: 1
original_title: The Island of Waves
original_language: en
contents:
  - {title: Avant-propos, page: 9, authors: [basile-ozanne]}
  - title: "Première partie : au large"
    page: 15
    contents:
      - {title: Ce que porte le vent, page: 17, heard: [le-phare#0:04]}
      - title: Le phare, ou ce qu'une lumière apprend d'une voix quand le brouillard tombe sur la passe du Fromveur
        page: 1042
        heard: [le-phare#0:08, premier#0:01]
  - {title: Table des ondes, page: 1270}
press:
  - quote: On referme le livre, et l'on entend encore la mer.
    source: Le Courrier de l'Estuaire
    author: Cléo Vasseur
    date: 2024-04-05
    url: https://courrier.example/ile
  - {quote: Inventé de bout en bout., source: La Gazette du phare, date: 2024-05}
awards:
  - {name: Prix du Phare, year: 2024, category: Essai, url: "https://prix.example/"}
  - {name: Prix de l'Écoute, year: 2025, result: Finaliste}
cover_alt: Un disque jaune sur un fond bleu.
""",
        """
Un livre *inventé*, dont voici la présentation, avec [un lien](https://port.example/) et [un calendrier](dates.ics).

## Ce qu'on y lit

- des voix ;
- des îles ;
- des ondes, courtes ou longues.

> « On n'écoute bien que de loin », dit le gardien.

| Onde | Longueur |
| --- | --- |
| courte | 49 m |
| longue | 1 852 m |

Le code `f = c / λ` reste tel quel[^1].

[^1]: Une note de bas de page.
""",
    )
    drawing(whole / "cover.jpg", (900, 1350))
    write(whole / "excerpt.md", EXCERPT)
    (whole / "excerpt.pdf").write_bytes(b"%PDF-1.4\n" + b"%" * 340_000)
    silent_mp3(whole / "excerpt.mp3", 12)
    write(whole / "dates.ics", "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Essai//FR\nEND:VCALENDAR\n")
    bundle(site, "books/carnet", "title: Carnet")
    english = bundle(
        site,
        "books/the-lighthouse-hour",
        "title: The Lighthouse Hour\nauthors: [basile-ozanne]\nlanguage: en\ndate: 2019\npublisher: Harbour Press\n"
        "summary: A made-up novel.\ncover_alt: A red disc on black.",
        "A novel that nobody wrote.",
    )
    drawing(english / "cover.png", (600, 600), "#101014", "#c03030")
    bundle(
        site,
        "books/traite-des-transmissions",
        "title: Traité raisonné des transmissions radiophoniques intercontinentales et de leurs "
        "anticonstitutionnellement longues répercussions\nauthors: [ada-lorme, basile-ozanne, cleo-vasseur]\n"
        "date: 2021-05\npublisher: Presses universitaires de l'Estuaire",
        "Un titre qui ne tient pas sur une ligne.",
    )


def volumes(site: Path) -> None:
    """The other volumes of a series, the last yet to come, and their publisher with all that can be said of one."""
    for volume, title, date in ((2, "La marée des voix", "2025"), (3, "Silence radio", "2045-03")):
        bundle(
            site,
            f"books/les-ondes-{volume}",
            f"title: {title}\nauthors: [ada-lorme]\npublisher: Éditions du Phare\nseries: Les Ondes\n"
            f"volume: {volume}\ndate: {date}\neditions: [{{form: paperback, price: 21}}]",
        )
    phare = bundle(
        site,
        "publishers/editions-du-phare",
        """
name: Éditions du Phare
place: Ouessant
url: https://phare.example/
links: [{label: Catalogue, url: "https://phare.example/catalogue"}]
summary: Une maison inventée, au bout de la terre.
logo_alt: Un disque blanc sur un fond noir.
""",
        "Elle ne publie que ce qui s'entend de loin.",
    )
    drawing(phare / "logo.png", (640, 320), "#101014", "#f0f0f0")


def shows(site: Path) -> None:
    """Two podcasts: one with all that directories ask, one as plain as can be."""
    first = bundle(
        site,
        "shows/ondes-courtes",
        """
title: Ondes courtes
subtitle: Des livres qui s'écoutent
summary: Un podcast inventé, où l'on parle de livres qui n'existent pas.
language: fr
author: Essai
owner: {name: Essai, email: essai@essai.example}
categories: [Arts > Books, Society & Culture]
people: [{person: ada-lorme, role: host}]
copyright: Essai
license: CC-BY-4.0
funding: [{label: Soutenir l'émission, url: "https://don.example/"}]
atom: true
directories: ["https://podcasts.apple.com/fr/podcast/id1", "https://open.spotify.com/show/1"]
artwork_alt: Un disque jaune sur un fond bleu.
""",
        "Une émission *inventée*.",
    )
    drawing(first / "artwork.png", (1400, 1400))
    second = bundle(
        site,
        "shows/ondes-longues",
        "title: Ondes longues\nsummary: L'autre podcast, en feuilleton.\nlanguage: fr\nauthor: Essai\ntype: serial\n"
        "owner: {name: Essai, email: essai@essai.example}\ncategories: [Arts]",
    )
    drawing(second / "artwork.png", (1400, 1400), "#402050", "#f0f0e0")


CHAPTERS = {
    "version": "1.2.0",
    "chapters": [
        {"startTime": 0, "title": "Ouverture"},
        {"startTime": 4, "title": "Le phare, la nuit", "url": "https://phare.example/"},
        {"startTime": 8.5, "title": "Où l'on apprend que les anticonstitutionnelles répercussions durent"},
        {"startTime": 12, "title": "Fin", "endTime": 20},
    ],
}

TRANSCRIPT = """\
WEBVTT

00:00:00.000 --> 00:00:03.000
<v Ada Lorme>Bienvenue sur l'île d'Ouessant, en plein été.

00:00:04.000 --> 00:00:07.500
<v Basile Ozanne>Merci. J'y suis venu de bon cœur, une œuvre à la main.

00:00:08.500 --> 00:00:11.500
<v Ada Lorme>Et que dit-elle, cette œuvre ?

00:00:12.000 --> 00:00:15.500
<v Basile Ozanne>Que l'on n'écoute bien que de loin.
"""


def episodes(site: Path) -> None:
    """An interview with everything, one with a recording alone, an English one, a trailer; of both podcasts."""
    whole = bundle(
        site,
        "episodes/2024-04-02-le-phare",
        """
title: Le phare et la voix
subtitle: Entretien avec Basile Ozanne
summary: On parle de L'île aux ondes, et de ce que la mer fait aux voix.
date: 2024-04-02 08:00
show: ondes-courtes
number: 2
season: 1
tags: [phare, radio]
books: [l-ile-aux-ondes, the-lighthouse-hour]
people: [{person: ada-lorme, role: host}, basile-ozanne]
broadcast: {station: Radio Estuaire, programme: Les matins clairs, date: 2024-03-28, url: "https://radio.example/",
  rights: Avec l'aimable accord de la station inventée.}
soundbites: [{start: 0:04, duration: 0:15, title: Le phare}]
locations: [Ouessant]
cover_alt: Un disque rouge sur un fond gris.
""",
        "Un entretien *inventé*.\n\n## On y parle\n\n- d'un phare ;\n- d'une voix.",
    )
    silent_mp3(whole / "audio.mp3", 20)
    write(whole / "chapters.json", json.dumps(CHAPTERS, ensure_ascii=False))
    write(whole / "transcript.vtt", TRANSCRIPT)
    drawing(whole / "cover.jpg", (1400, 1400), "#707880", "#b02020")
    plain = bundle(
        site,
        "episodes/2024-03-05-premier",
        "title: Premier essai\nshow: ondes-courtes\nnumber: 1\nchapters:\n"
        "  - {start: 0, title: Un carnet, image: carnet.jpg}\n"
        '  - {start: "0:02", title: Un crayon, image: crayon.png, url: "https://crayon.example/"}',
    )
    silent_mp3(plain / "audio.mp3", 3)
    drawing(plain / "carnet.jpg", (900, 600), "#305020", "#f0e8d0")
    drawing(plain / "crayon.png", (600, 600), "#e0d0b0", "#804020")
    english = bundle(
        site,
        "episodes/2024-05-07-the-hour",
        "title: The hour itself\nlanguage: en\nshow: ondes-longues\nnumber: 1\nbooks: [the-lighthouse-hour]\n"
        "summary: A made-up talk in English.\npeople: [{person: cleo-vasseur, role: reader}]",
    )
    silent_mp3(english / "audio.mp3", 5)
    trailer = bundle(site, "episodes/2024-01-09-annonce", "title: Annonce\nshow: ondes-longues\ntype: trailer")
    silent_mp3(trailer / "audio.mp3", 2)


def notes(site: Path) -> None:
    """Notes of two categories and two years, a series of three parts, a note with a picture and every form of text."""
    for part in (1, 2, 3):
        bundle(
            site,
            "notes",
            f"title: 'Carnet de bord #{part}'\ncategory: Journal\ntags: [phare, mer]\nseries: Carnet de bord\n"
            f"part: {part}\nauthor: ada-lorme\nbooks: [l-ile-aux-ondes]\nsummary: Le jour {part}.",
            f"Le jour {part}, le vent *tourna*.",
            file=f"2024-02-0{part}-carnet-{part}.md",
        )
    bundle(
        site,
        "notes",
        """
title: "Ce que dit la mer : une note où tout figure"
date: 2023-12-24 19:30
category: Livres
tags: [mer, radio, phare]
author: basile-ozanne
books: [l-ile-aux-ondes, carnet]
episodes: [le-phare]
people: [ada-lorme, les-jeudis-du-phare]
cover: mer.jpg
cover_alt: La mer, un disque clair sur un fond bleu.
""",
        """
Un premier paragraphe, avec *emphase*, **force**, `code`, [lien](https://mer.example/) et 10 000 vagues.

![La mer encore](mer.jpg)

## Un intertitre

1. Un ;
2. deux ;
3. trois.

> Une citation
> sur deux lignes.

### Un plus petit

| A | B |
| --- | ---: |
| un | 1 |
| deux | 2 |

```python
def ecouter(voix: str = "une ligne de code si longue qu'elle dépasse la largeur d'un téléphone tenu droit") -> str: ...
```

---

Une adresse très longue : <https://exemple.example/une/adresse/tres/longue/qui/ne/se/coupe/nulle/part/et/deborde/sans/doute>.
""",
        file="2023-12-24-ce-que-dit-la-mer.md",
    )
    drawing(site / "content/notes/mer.jpg", (1200, 800), "#305a80", "#d8e8f0")
    bundle(site, "notes", "title: Sans rien", "Une note sans rien d'autre.", file="2024-06-01-sans-rien.md")
    bundle(site, "notes", f"title: {'long' * 62}ue", "Un titre d'un seul mot.", file="2022-06-02-un-mot.md")


def comments(site: Path) -> None:
    """Comments with answers and answers to those, a reader's page, every form that is let through; a closed note."""
    place = "notes/2023-12-24-ce-que-dit-la-mer.comments"
    said = (
        (
            "001",
            "author: Zélie\ndate: 2023-12-26 08:05\nurl: https://zelie.example/",
            "Très **juste** ! J'y reviendrai.",
        ),
        ("002", "author: Basile Ozanne\ndate: 2023-12-26 21:40\nreply_to: 001", "Merci. On en reparle ?"),
        ("003", "author: Reader\ndate: 2024-01-02\nlanguage: en\nreply_to: 002", "Please do - I'd like to hear it."),
        (
            "004",
            "author: Un nom si long qu'il doit bien finir par aller à la ligne sur un téléphone\ndate: 2024-03-01",
            "> On n'écoute bien que de loin.\n\nEt pourtant :\n\n- de près ;\n- `de très près`.\n\n"
            "Voir <https://exemple.example/une/adresse/tres/longue/qui/ne/se/coupe/nulle/part/et/deborde>.",
        ),
    )
    for name, keys, words in said:
        bundle(site, place, keys, words, file=f"{name}.md")
    bundle(
        site,
        "notes",
        "title: Une note close\ncategory: Journal\ntags: [phare, Île]\nbooks: [l-ile-aux-ondes]\ncomments: false",
        "On n'y répond plus.",
        file="2024-03-05-close.md",
    )
    bundle(
        site,
        "notes/2024-03-05-close.comments",
        "author: Zélie\ndate: 2024-03-06",
        "Dommage.",
        file="001.md",
    )


def pages(site: Path) -> None:
    """A page in the menu, and one that only the foot of each page names."""
    bundle(site, "pages", "title: À propos\nmenu: 1", "Un site *inventé*.\n\n## Pourquoi\n\nVoir.", file="a-propos.md")
    bundle(site, "pages", "title: Crédits", "Rien n'est vrai.", file="credits.md")


def films(site: Path) -> None:
    """Films: a file with captions and chapters, platforms with and without a still, upright and with nothing around."""
    episode = bundle(
        site,
        "episodes/2024-06-04-filme",
        """
title: Une heure filmée au phare
summary: Le même entretien, vu.
show: ondes-courtes
number: 3
books: [l-ile-aux-ondes]
cover_alt: Un disque vert sur un fond noir.
videos:
  - source: phare.mp4
    title: Au pied du phare
    poster_alt: Un phare, de loin.
    chapters: [{start: "0:00", title: La montée}, {start: "0:20", title: La lanterne}]
  - source: https://www.youtube.com/watch?v=essai_essai
    title: La version longue
    poster: large.jpg
    chapters: [{start: "0:00", title: Le départ}, {start: "1:02:05", title: "L'arrivée au port, par gros temps"}]
  - https://films.example/w/d6ZiUHJRxpjoZKSeetjSXe
""",
        "On *voit* ce qu'on entend.",
    )
    silent_mp3(episode / "audio.mp3", 4)
    drawing(episode / "cover.jpg", (1400, 1400), "#101014", "#30a060")
    tiny_mp4(episode / "phare.mp4", 40, (1280, 720))
    drawing(episode / "phare.jpg", (1280, 720), "#507090", "#f0f0e0")
    drawing(episode / "large.jpg", (1600, 900), "#803020", "#f0d0a0")
    write(episode / "phare.fr.vtt", "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nOn monte ?\n")
    write(episode / "phare.en.vtt", "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nShall we climb?\n")
    bundle(
        site,
        "notes",
        "title: Trois films\nvideos:\n  - debout.webm\n  - https://vimeo.com/123456789\n"
        "  - https://geo.dailymotion.com/player/xessai.html?video=xessai0\n",
        "Un film tenu debout, et deux ailleurs.",
        file="2024-06-05-films.md",
    )
    tiny_webm(site / "content/notes/debout.webm", 12, (720, 1280))
    write(site / "content/notes/debout.fr.srt", "1\n00:00:01,000 --> 00:00:02,500\nDebout.\n")
    bundle(site, "books/le-livre-filme", "title: Le livre filmé\nvideos: [https://youtu.be/essai-essai]\nlanguage: fr")


def law(site: Path) -> None:
    """Say who answers for the site: everything that a legal notice can say."""
    legal = {
        "status": "company",
        "publisher": "Éditions de l'Essai",
        "address": "1, rue des Essais, 00000 Essai",
        "phone": "00 00 00 00 00",
        "director": "Ada Essai",
        "register": "RCS Essai 000 000 000",
        "capital": "1 €",
        "host": {"name": "Un hébergeur d'essai", "address": "2, rue des Essais", "phone": "00 00 00 00 01"},
        "log_days": 30,
        "credits": "Tout est inventé ; les voix sont du silence.",
    }
    settings(site, f'ANTENNE["legal"] = {legal!r}')


def languages(site: Path) -> None:
    """A part of the site in English: a book, a recording, its show, a note of a series, a person, a page."""
    spoken = {
        "language": "en",
        "tagline": "A made-up site in which everything occurs",
        "description": "Made-up books, voices and notes, to see every page as it can be.",
    }
    settings(site, f'ANTENNE["languages"] = [{spoken!r}]')
    body = "Why does a voice that was heard at sea stay in mind *so long*?"
    bundle(site, "books/l-ile-aux-ondes", "title: The Isle of Waves\nsummary: Made-up.", body, "index.en.md")
    bundle(site, "episodes/2024-04-02-le-phare", "title: At the Lighthouse\nsummary: Wind.", "Wind.", "index.en.md")
    bundle(site, "shows/ondes-courtes", "summary: Made-up talks by the sea.", "By the sea.", "index.en.md")
    bundle(site, "people/ada-lorme", "summary: She listens.", "She listens to the sea.", "index.en.md")
    bundle(
        site, "notes", "title: 'Logbook #2'\ncategory: Journal\nseries: Logbook", "Wind.", "2024-02-02-carnet-2.en.md"
    )
    bundle(site, "pages", "title: About", "A *made-up* site.", file="a-propos.en.md")


KINDS: tuple[Callable[[Path], None], ...] = (
    people,
    books,
    volumes,
    shows,
    episodes,
    notes,
    comments,
    pages,
    films,
    law,
    languages,
)

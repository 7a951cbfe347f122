"""Draw the sample site's pictures: three book covers, the show's artwork, the recordings' covers.

Needs `pip install Pillow==13.0.0` and the Debian packages fonts-ebgaramond and fonts-inter.
"""

from pathlib import Path

import covers_books
import covers_show

HERE = Path(__file__).resolve().parent
CONTENT = HERE.parent.parent / "content"


def main() -> None:
    """Draw everything."""
    books = CONTENT / "books"
    covers_books.pme().save(books / "pme-gagner-en-competitivite" / "cover.jpg")
    covers_books.rupture().save(books / "rupture-vous-avez-disrupture" / "cover.jpg")
    covers_books.communication().save(books / "la-communication-digitale-expliquee-a-mon-boss" / "cover.jpg")
    covers_show.show().save(CONTENT / "shows" / "livres-a-l-antenne" / "artwork.jpg")
    for number, (name, lines, *colours) in enumerate(EPISODES, start=1):
        covers_show.episode(number, lines, *colours).save(HERE / "covers" / f"{name}.jpg", quality=76)


EPISODES: list[tuple[str, list[str], str, str, str]] = [
    (
        "media-sociaux-levier-de-croissance",
        ["Les médias sociaux,", "un levier", "de croissance", "pour les PME"],
        "#0E3A33",
        "#F4EEDF",
        "#F2B632",
    ),
    (
        "le-futur-est-deja-derriere-nous",
        ["Le futur", "est déjà", "derrière nous"],
        "#E5482D",
        "#1B1310",
        "#FFF3E6",
    ),
    (
        "deux-reputations-une-seule-personne",
        ["Deux réputations,", "une seule personne"],
        "#F3EDE0",
        "#1D2B6B",
        "#F08A6C",
    ),
]

if __name__ == "__main__":
    main()

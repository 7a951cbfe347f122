"""The words that made-up texts are made of, and chance that is the same everywhere and at every time."""

from __future__ import annotations

import random

_SEED = 20261123

WORDS = tuple(
    """the of and to in a is that for it with as was on be at by this had not are but from or have an they which one
    you were all her she there would their we him been has when who will no more if out so said what up its about into
    than them can only other new some could time these two may then do first any my now such like our over man me even
    most made after also did many before must through back years where much your way well down should because each just
    those people how too little state good very make world still own see men work long here get both between life being
    under never day same another know while last might us great old year off come since against go came right used take
    three reader chapter story author harbour lantern winter archive voice silence letter signal river engine garden
    orbit memory island machine ghost map salt copper thread mirror festival library""".split()
)
LONG_WORDS = WORDS[60:]
"""Words that titles are made of."""

FIRST_NAMES = tuple(
    """Ada Amara Bao Björn Chidi Clara Dara Elif Emeka Farid Greta Hana Ines Ivo José Kemi Lars Leila Mei Mikko Noor
    Olu Petra Quinn Rosa Sana Tomás Uma Vera Wren Ximena Yusuf Zoë""".split()
)
SURNAMES = tuple(
    """Abara Bell Castellanos Dumont Eriksen Fofana Gray Haddad Ivanova Jansen Kimura Lindqvist Moreau Nakamura Okafor
    Pereira Quist Rahman Sato Torres Ueda Varga Whitlock Xu Young Zeman""".split()
)
TAGS = tuple(
    """interview craft publishing history science-fiction mystery translation audio marketing research memoir poetry
    editing worldbuilding launch q-and-a review solo live bonus""".split()
)


def chance(kind: str, which: int | str) -> random.Random:
    """Return the chance that decides about one item: it depends on nothing but the item."""
    return random.Random(f"{_SEED}:{kind}:{which}")

"""Cards for shared addresses: their size, their bytes, and titles at the extremes."""

from __future__ import annotations

import io
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from PIL import Image as Pillow

from antenne.media import CARD_SIZE, Pictures, ShareCard, Store, plan_card, read_image
from antenne.media.crews import crews_with, near_crews
from antenne.media.draw_card import HAIR, PAPER, SIGNAL, draw_card
from antenne.media.lettering import FACES, LABEL, TITLE, Lettering
from tests.media.makers import picture
from tests.support.changed import replace

CARD = ShareCard(name="le-livre", title="Le livre", names="Ada Lovelace", label="Livre", place="L’antenne")
LONG = "De la manière dont l’œuvre d’un siècle « bavard » s’achève : une enquête à Nîmes, à Ouessant et ailleurs. " * 3
TITLES = {
    "nothing": "",
    "one letter": "A",
    "250 characters": LONG[:250],
    "a word of sixty letters": "anticonstitutionnellement" * 3,
    "emoji": "Une fête 🎉👩‍👩‍👧‍👦 au café",
    "hebrew": "שלום עולם",
    "arabic with latin": "مرحبا PME",
    "chinese": "漢字" * 40,
    "accents apart": "e\u0301te\u0301 coe\u0302ur",
    "controls": "a\x00b\u202e\u2028c\ufeff",
    "nothing but spaces": "\u202f\u00a0 ",
    "a private letter": "\ue000\ue001",
}


def opened(data: bytes) -> Pillow.Image:
    return Pillow.open(io.BytesIO(data)).convert("RGB")


def _note(told: list[tuple[int, int]], done: int, total: int) -> None:
    told.append((done, total))


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 10 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("name", TITLES)
@pytest.mark.parametrize("pictured", [False, True])
def test_every_title_makes_a_card_of_one_size_that_is_not_heavy(
    tmp_path: Path, store: Store, name: str, pictured: bool
) -> None:
    cover = read_image(picture(tmp_path / "a.png", (300, 450)), store) if pictured else None
    data = draw_card(replace(CARD, title=TITLES[name], names=TITLES[name], picture=cover))
    with Pillow.open(io.BytesIO(data)) as made:
        assert (made.format, made.size, made.mode) == ("JPEG", CARD_SIZE, "RGB")
        assert not made.getexif()
    assert len(data) <= 120_000


@pytest.mark.parametrize("title", [TITLES["250 characters"], TITLES["a word of sixty letters"]])
def test_letters_stay_within_the_margins(title: str) -> None:
    made = opened(draw_card(replace(CARD, title=title, names=title, label=title, place=title)))
    for box in ((0, 0, 60, 630), (1140, 0, 1200, 630), (0, 600, 1200, 630)):
        assert all(near(colour, PAPER) for _, colour in made.crop(box).getcolors(100_000))


@pytest.mark.parametrize(
    ("size", "width"), [((300, 450), 275), ((400, 400), 400), ((3000, 100), 400), ((60, 3000), 206)]
)
def test_a_cover_is_shown_whole_at_the_left_and_a_strip_loses_its_ends(
    tmp_path: Path, store: Store, size: tuple[int, int], width: int
) -> None:
    cover = read_image(picture(tmp_path / "a.png", size, (20, 90, 40)), store)
    made = opened(draw_card(replace(CARD, picture=cover)))
    green = [x for x in range(1200) if near(made.getpixel((x, 200)), (20, 90, 40))]
    assert green[0] in (64, 65)
    assert abs(len(green) - width) < 6


def test_a_white_cover_has_an_edge(tmp_path: Path, store: Store) -> None:
    cover = read_image(picture(tmp_path / "a.png", (300, 450), (255, 255, 255)), store)
    made = opened(draw_card(replace(CARD, picture=cover)))
    assert min(made.getpixel((63, 300))) < max(HAIR) + 12


def test_red_means_sound_and_nothing_else() -> None:
    for sound in (False, True):
        made = opened(draw_card(replace(CARD, sound=sound)))
        red = sum(count for count, colour in made.getcolors(1_000_000) if near(colour, SIGNAL))
        assert (red > 10_000) is sound
        assert sound or not red


def test_a_title_that_cannot_be_written_leaves_the_picture_in_the_middle(tmp_path: Path, store: Store) -> None:
    cover = read_image(picture(tmp_path / "a.png", (300, 450), (20, 90, 40)), store)
    made = opened(draw_card(replace(CARD, title="漢字", names="", picture=cover)))
    assert near(made.getpixel((600, 400)), (20, 90, 40))


def test_no_letter_is_shown_as_a_box_and_french_has_all_of_its_own() -> None:
    letters = Lettering()
    french = "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»’‘“”…–—€№°%!?;:\N{NARROW NO-BREAK SPACE}a\N{NO-BREAK SPACE}"
    for face in FACES:
        assert letters.shown(f"a{french}b", face) == f"a{french}b"
    assert letters.shown("Fête 🎉 !\n\x07ok", TITLE) == "Fête ! ok"
    assert letters.shown("e\u0301te\u0301", LABEL) == "été"
    assert letters.tells("漢 un deux", TITLE)
    assert not letters.tells("漢字 u", TITLE)
    assert not letters.tells("🎉 !", TITLE)


def test_the_address_changes_with_everything_that_is_drawn_and_with_nothing_else(tmp_path: Path, store: Store) -> None:
    first = read_image(picture(tmp_path / "a.png", (30, 45)), store)
    other = read_image(picture(tmp_path / "b.png", (45, 30)), store)
    cards = [
        CARD,
        *(replace(CARD, **{field: "x"}) for field in ("title", "names", "label", "place")),
        replace(CARD, sound=True),
        replace(CARD, picture=first),
        replace(CARD, picture=other),
    ]
    assert len({plan_card(card).path for card in cards}) == len(cards)
    moved = replace(first, source=tmp_path / "elsewhere.png", alt="Autre")
    assert plan_card(replace(CARD, picture=moved)).path == plan_card(replace(CARD, picture=first)).path
    assert plan_card(CARD).path.startswith("images/le-livre-")


def test_cards_are_made_with_the_pictures_once_and_the_same_by_any_executor(tmp_path: Path) -> None:
    cover = picture(tmp_path / "a.png", (30, 45))
    made = []
    for name, executor in (("one", None), ("two", ProcessPoolExecutor(1))):
        with Store(tmp_path / name) as store:
            queue = Pictures()
            planned = queue.card(replace(CARD, picture=read_image(cover, store)))
            queue.render(store, tmp_path / f"{name}-out", crews=crews_with(executor) if executor else near_crews)
            told: list[tuple[int, int]] = []
            queue.render(store, tmp_path / f"{name}-again", partial(_note, told))
            assert told == [(1, 1)]
            made.append((tmp_path / f"{name}-out" / planned.path).read_bytes())
    assert made[0] == made[1]

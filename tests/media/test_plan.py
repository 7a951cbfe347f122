"""The plan of variants: from facts alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antenne.media import ARTWORK, COVER, FEED_ART, PORTRAIT, WHOLE, Recipe, plan_picture
from antenne.model import Image


def image(width: int, height: int, alpha: bool = False) -> Image:
    return Image(
        source=Path("nowhere/cover.jpg"),
        name="rupture-cover",
        digest="0123456789abcdef" * 4,
        width=width,
        height=height,
        media_type="image/png",
        alpha=alpha,
        alt="Couverture",
    )


def test_a_cover_is_offered_as_avif_webp_and_jpeg_in_steps() -> None:
    picture = plan_picture(image(1600, 2400), COVER)
    assert [source[0].media_type for source in picture.sources] == ["image/avif", "image/webp", "image/jpeg"]
    assert [variant.width for variant in picture.sources[0]] == [160, 240, 320, 480, 640, 960]
    assert picture.sources[0][0].path == "images/rupture-cover-0123456789-cover-160.avif"
    assert (picture.sources[0][0].height, picture.alt) == (240, "Couverture")
    assert picture.fallback == picture.sources[2][4]


@pytest.mark.parametrize(
    ("recipe", "size", "widths"),
    [
        (COVER, (300, 450), [160, 240, 300]),
        (COVER, (100, 150), [100]),
        (PORTRAIT, (192, 192), [96, 192]),
        (ARTWORK, (500, 300), [160, 320, 500]),
        (WHOLE, (800, 400), [800]),
        (WHOLE, (4000, 3000), [1200]),
        (FEED_ART, (300, 200), [1400]),
        (FEED_ART, (1600, 2400), [2400]),
        (FEED_ART, (5000, 5000), [3000]),
    ],
)
def test_a_pictures_own_width_is_the_last_step(recipe: Recipe, size: tuple[int, int], widths: list[int]) -> None:
    picture = plan_picture(image(*size), recipe)
    assert [variant.width for variant in picture.sources[-1]] == widths


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 8000), st.integers(1, 8000), st.sampled_from([COVER, PORTRAIT, ARTWORK, WHOLE, FEED_ART]))
def test_every_plan_ascends_has_one_path_each_and_enlarges_only_what_must_be_large(
    w: int, h: int, recipe: Recipe
) -> None:
    picture = plan_picture(image(w, h), recipe)
    for source in picture.sources:
        widths = [variant.width for variant in source]
        assert widths == sorted(set(widths))
        assert widths[-1] <= max(w, h, recipe.least)
        assert all(variant.height >= 1 for variant in source)
    paths = [variant.path for source in picture.sources for variant in source]
    assert len(paths) == len(set(paths))
    assert picture.fallback in picture.sources[-1]
    assert picture.fallback.media_type == "image/jpeg"

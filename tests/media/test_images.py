"""Pictures: what is taken, what is refused, and that nothing private leaves with them."""

from __future__ import annotations

import io
import struct
import zlib
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from PIL import Image as Pillow
from PIL import ImageCms

from antenne.media import ARTWORK, COVER, FEED_ART, ORIGINAL, PORTRAIT, MediaError, Pictures, Store, read_image
from antenne.media.crews import crews_with, near_crews
from antenne.media.plan import Recipe
from tests.media.makers import picture

GPS, ORIENTATION, ARTIST = 0x8825, 0x0112, 0x013B
SECRET = b"planted-secret"


def refuse(path: Path, store: Store) -> str:
    with pytest.raises(MediaError) as caught:
        read_image(path, store)
    assert str(path.parent) not in caught.value.message
    return caught.value.message


def rendered(store: Store, path: Path, recipe: Recipe, out: Path) -> list[Path]:
    queue = Pictures()
    planned = queue.picture(read_image(path, store), recipe)
    queue.render(store, out)
    return [out / variant.path for source in planned.sources for variant in source]


def private_jpeg(path: Path) -> Path:
    made = Pillow.new("RGB", (400, 200), "red")
    made.paste("blue", (200, 0, 400, 200))
    exif = Pillow.Exif()
    exif[ORIENTATION], exif[ARTIST] = 6, SECRET.decode()
    exif[GPS] = {1: "N", 2: (48.0, 51.0, 24.0), 29: SECRET.decode()}
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"
    made.save(path, "JPEG", exif=exif, comment=SECRET, xmp=xmp)
    return path


@pytest.mark.parametrize(
    ("name", "format_", "media_type"),
    [("a.jpg", "JPEG", "image/jpeg"), ("a.png", "PNG", "image/png"), ("a.webp", "WEBP", "image/webp")],
)
def test_the_facts_of_a_picture_come_from_its_bytes(
    tmp_path: Path, store: Store, name: str, format_: str, media_type: str
) -> None:
    folder = tmp_path / "rupture"
    folder.mkdir()
    image = read_image(picture(folder / name, (40, 60), format=format_), store, alt="Une image")
    assert (image.width, image.height, image.media_type, image.alpha) == (40, 60, media_type, False)
    assert (image.name, image.alt, len(image.digest)) == ("rupture-a", "Une image", 64)


def test_transparency_is_seen(tmp_path: Path, store: Store) -> None:
    assert read_image(picture(tmp_path / "a.png", colour=(1, 2, 3, 0)), store).alpha


def test_a_turned_photo_has_the_size_that_one_sees(tmp_path: Path, store: Store) -> None:
    image = read_image(private_jpeg(tmp_path / "a.jpg"), store)
    assert (image.width, image.height) == (200, 400)


def test_nothing_private_leaves_with_a_picture(tmp_path: Path, store: Store) -> None:
    source = private_jpeg(tmp_path / "a.jpg")
    assert source.read_bytes().count(SECRET) >= 4
    for recipe in (COVER, FEED_ART):
        for path in rendered(store, source, recipe, tmp_path / "out"):
            data = path.read_bytes()
            assert not [mark for mark in (SECRET, b"Exif", b"EXIF", b"xmpmeta") if mark in data]
            assert b"GPS" not in data[:4000]
            # A JPEG's comment; in other formats these two bytes may be anything.
            assert path.suffix != ".jpg" or b"\xff\xfe" not in data
            with Pillow.open(path) as opened:
                assert not opened.getexif()
                assert "comment" not in opened.info
                if recipe is COVER:
                    assert opened.height > opened.width
                    red, _, blue = opened.convert("RGB").getpixel((opened.width // 2, 4))
                    assert red > blue


def png_head(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\x00" * 1000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(13_000, 13_000), (6_001, 6_000), (60_000, 60_000), (1, 16_001)])
def test_a_picture_too_large_is_refused_before_it_is_unpacked(
    tmp_path: Path, store: Store, width: int, height: int
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png_head(width, height))
    assert "36 million pixels" in refuse(path, store)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff" + bytes(500),
        b"8BPS\x00\x01" + bytes(6) + struct.pack(">HIIHH", 3, 20, 20, 8, 3) + bytes(5000),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        png_head(100, 100),
    ],
    ids=["empty", "noise", "photoshop", "svg", "postscript", "short"],
)
def test_what_is_no_picture_of_the_web_is_refused(tmp_path: Path, store: Store, data: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(data)
    assert "not a JPEG, PNG or WebP" in refuse(path, store)


def test_other_formats_and_cut_files_are_refused(tmp_path: Path, store: Store) -> None:
    refuse(picture(tmp_path / "a.jpg", format="GIF"), store)
    refuse(picture(tmp_path / "b.jpg", format="TIFF"), store)
    whole = picture(tmp_path / "c.jpg", (600, 600)).read_bytes()
    (tmp_path / "d.jpg").write_bytes(whole[: len(whole) // 2])
    refuse(tmp_path / "d.jpg", store)
    refuse(tmp_path / "missing.jpg", store)


def test_a_transparent_picture_stands_on_white_as_jpeg_only(tmp_path: Path, store: Store) -> None:
    source = picture(tmp_path / "a.png", (200, 200), (0, 0, 0, 0))
    for path in rendered(store, source, PORTRAIT, tmp_path / "out"):
        with Pillow.open(path) as opened:
            if path.suffix == ".jpg":
                assert min(opened.convert("RGB").getpixel((9, 9))) > 250
            else:
                assert opened.convert("RGBA").getpixel((9, 9))[3] == 0


@pytest.mark.parametrize(
    ("mode", "colour"),
    [("L", 128), ("1", 1), ("P", 3), ("LA", (9, 9)), ("I;16", 40_000), ("CMYK", (0, 0, 0, 0))],
)
def test_every_kind_of_pixel_is_drawn(tmp_path: Path, store: Store, mode: str, colour: object) -> None:
    path = tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")
    Pillow.new(mode, (120, 120), colour).save(path)
    for made in rendered(store, path, PORTRAIT, tmp_path / "out"):
        with Pillow.open(made) as opened:
            assert opened.mode in ("RGB", "RGBA")
            if mode == "I;16":
                assert abs(opened.convert("L").getpixel((9, 9)) - 156) < 4


def test_a_colour_profile_is_followed_and_a_broken_one_is_not(tmp_path: Path, store: Store) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    good = picture(tmp_path / "a.jpg", (120, 120), icc_profile=lab)
    bad = picture(tmp_path / "b.jpg", (120, 120), icc_profile=b"nonsense" * 40)
    for source in (good, bad):
        for made in rendered(store, source, PORTRAIT, tmp_path / "out"):
            with Pillow.open(made) as opened:
                assert "icc_profile" not in opened.info
                assert abs(opened.convert("RGB").getpixel((60, 60))[0] - 200) < 12


def test_feed_art_is_one_square_jpeg_on_the_covers_own_colour(tmp_path: Path, store: Store) -> None:
    source = picture(tmp_path / "a.png", (300, 450), (20, 90, 40))
    (made,) = rendered(store, source, FEED_ART, tmp_path / "out")
    with Pillow.open(made) as opened:
        assert (opened.format, opened.mode, opened.size) == ("JPEG", "RGB", (1400, 1400))
        assert all(abs(a - b) < 6 for a, b in zip(opened.getpixel((3, 700)), (20, 90, 40), strict=True))


def test_artwork_is_square(tmp_path: Path, store: Store) -> None:
    for made in rendered(store, picture(tmp_path / "a.png", (200, 300)), ARTWORK, tmp_path / "out"):
        with Pillow.open(made) as opened:
            assert opened.width == opened.height


def test_the_same_picture_gives_the_same_bytes_by_any_executor(tmp_path: Path) -> None:
    source = picture(tmp_path / "a.png", (200, 300))
    outs = []
    for name, executor in (("one", None), ("two", ProcessPoolExecutor(1))):
        with Store(tmp_path / name) as store:
            queue = Pictures()
            queue.picture(read_image(source, store), COVER)
            queue.render(store, tmp_path / f"{name}-out", crews=crews_with(executor) if executor else near_crews)
        if executor:
            executor.shutdown()
        outs.append({p.name: p.read_bytes() for p in (tmp_path / f"{name}-out").rglob("*.*")})
    assert outs[0] == outs[1]
    assert len(outs[0]) == 6


def test_what_the_store_has_is_not_drawn_again_and_progress_is_told(tmp_path: Path, store: Store) -> None:
    queue = Pictures()
    planned = queue.picture(read_image(picture(tmp_path / "a.png", (100, 150)), store), COVER)
    told: list[tuple[int, int]] = []
    queue.render(store, tmp_path / "one", lambda done, total: told.append((done, total)))
    assert told == [(0, 1), (1, 1)]
    made = {path: path.stat().st_mtime_ns for path in store.images.rglob("*.*")}
    (tmp_path / "a.png").unlink()
    queue.render(store, tmp_path / "two", lambda done, total: told.append((done, total)))
    assert told[2:] == [(1, 1)]
    assert made == {path: path.stat().st_mtime_ns for path in store.images.rglob("*.*")}
    assert (tmp_path / "two" / planned.fallback.path).exists()


def test_what_the_store_lost_comes_back_with_the_same_bytes(tmp_path: Path, store: Store) -> None:
    """A small size is made from the next larger one, also where that is there and only the small one is lost."""
    noise = tmp_path / "noise.png"
    Pillow.effect_noise((1000, 750), 90).convert("RGB").save(noise)
    first = {path.name: path.read_bytes() for path in rendered(store, noise, COVER, tmp_path / "one")}
    whole = {path.read_bytes(): path for path in store.images.rglob("*") if path.is_file()}
    for name, data in sorted(first.items(), key=lambda one: len(one[1]))[:3]:
        whole[data].unlink()
        again = rendered(store, noise, COVER, tmp_path / f"without {name}")
        assert {path.name: path.read_bytes() for path in again} == first


def test_a_source_that_went_away_is_told_in_a_sentence(tmp_path: Path, store: Store) -> None:
    queue = Pictures()
    source = picture(tmp_path / "a.png", (100, 150))
    queue.picture(read_image(source, store), COVER)
    source.write_bytes(b"gone")
    with pytest.raises(MediaError, match=r"a\.png cannot be drawn"):
        queue.render(store, tmp_path / "out")
    assert not list(store.images.rglob(".new-*"))


def test_an_animated_picture_gives_its_first_frame(tmp_path: Path, store: Store) -> None:
    frames = [Pillow.new("RGB", (120, 120), colour) for colour in ("red", "blue")]
    stream = io.BytesIO()
    frames[0].save(stream, "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    (tmp_path / "a.webp").write_bytes(stream.getvalue())
    for made in rendered(store, tmp_path / "a.webp", PORTRAIT, tmp_path / "out"):
        with Pillow.open(made) as opened:
            assert getattr(opened, "n_frames", 1) == 1
            assert opened.convert("RGB").getpixel((9, 9))[0] > 200


def test_a_long_strip_becomes_a_square_of_bounded_size(tmp_path: Path, store: Store) -> None:
    (made,) = rendered(store, picture(tmp_path / "a.png", (15_000, 10)), FEED_ART, tmp_path / "out")
    with Pillow.open(made) as opened:
        assert opened.size == (3000, 3000)


@pytest.mark.parametrize(("name", "format_"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")])
def test_an_original_is_the_authors_file_byte_for_byte(tmp_path: Path, store: Store, name: str, format_: str) -> None:
    given = picture(tmp_path / name, (40, 60), format=format_)
    (out,) = rendered(store, given, ORIGINAL, tmp_path / "out")
    assert out.read_bytes() == given.read_bytes()
    assert out.name == f"{read_image(given, store).name}-{read_image(given, store).digest[:10]}{given.suffix}"
    # Nothing that is done to the author's file later reaches what was published.
    assert not out.samefile(given)
    assert not store.images.exists() or not any(path.is_file() for path in store.images.rglob("*"))

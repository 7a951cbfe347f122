from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antenne.media import MediaError, Store, probe_video
from antenne.model import VideoType
from antenne.probe.video import probe_video_file
from tests.support.video import TURNED, real_video, tiny_mp4, tiny_webm


@pytest.mark.parametrize(("make", "name"), [(tiny_mp4, "film.mp4"), (tiny_webm, "film.webm")])
def test_a_film_says_how_long_and_how_large_it_is(make: object, name: str, store: Store, tmp_path: Path) -> None:
    path = make(tmp_path / name, 12.5, (720, 1280))  # type: ignore[operator]
    film = probe_video(path, store)
    assert film.type is VideoType.of(path.suffix)
    assert (film.duration, film.width, film.height) == (12.5, 720, 1280)
    assert film.length == path.stat().st_size
    assert len(film.digest) == 64


def test_a_film_made_with_a_telephone_on_its_side_is_as_it_is_seen(store: Store, tmp_path: Path) -> None:
    film = probe_video(tiny_mp4(tmp_path / "film.mp4", 3, (1280, 720), matrix=TURNED), store)
    assert (film.width, film.height) == (720, 1280)


def refused(path: Path, store: Store) -> str:
    with pytest.raises(MediaError) as caught:
        probe_video(path, store)
    return str(caught.value)


def test_what_is_no_film_is_refused_with_what_to_do(store: Store, tmp_path: Path) -> None:
    assert "has no pictures" in refused(tiny_mp4(tmp_path / "son.mp4", handler=b"soun"), store)
    assert "holds no MP4 video" in refused(tiny_webm(tmp_path / "autre.mp4"), store)
    assert "holds no WebM video" in refused(tiny_webm(tmp_path / "film.webm", document=b"matroska"), store)
    assert "no video that Antenne knows" in refused(tiny_mp4(tmp_path / "film.mov"), store)
    short = tiny_mp4(tmp_path / "court.mp4")
    short.write_bytes(short.read_bytes()[:-20])
    assert "cut short" in refused(short, store)
    assert "cannot be opened" in refused(tmp_path / "absent.mp4", store)


@given(st.binary(max_size=400), st.booleans())
def test_hostile_bytes_end_in_facts_or_an_exception_that_the_worker_catches(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, webm: bool
) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    path = (tiny_webm if webm else tiny_mp4)(folder / f"film{'.webm' if webm else '.mp4'}")
    head = path.read_bytes()
    path.write_bytes(head[:60] + data + head[60:])
    try:
        facts = probe_video_file(path)
    except Exception:  # noqa: BLE001 -- the worker takes any
        return
    assert "error" in facts or (0 < facts["width"] <= 16_384 and 0 < facts["height"] <= 16_384)


@pytest.mark.ffmpeg
@pytest.mark.parametrize("name", ["film.mp4", "film.webm"])
def test_real_films_are_read(name: str, store: Store, tmp_path: Path) -> None:
    film = probe_video(real_video(tmp_path / name, 2, "320x180"), store)
    assert (film.width, film.height) == (320, 180)
    assert film.duration == pytest.approx(2, abs=0.2)

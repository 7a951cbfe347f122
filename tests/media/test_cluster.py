"""Pictures drawn on a real Dask cluster: the same bytes as here, whoever is killed meanwhile."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from PIL import Image as Pillow

from antenne.media import COVER, MediaError, Pictures, ShareCard, Store, crews_of, read_image
from tests.media.clusters import Cluster, cluster
from tests.support.site import digests

MANY = 6


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("sources")
    for number in range(MANY):
        noise = Pillow.effect_noise((600, 800), 40 + number)
        noise.save(folder / f"{number}.jpg", quality=90)
    return sorted(folder.iterdir())


def asked(sources: list[Path], store: Store) -> Pictures:
    queue = Pictures()
    for number, source in enumerate(sources):
        image = read_image(source, store)
        queue.picture(image, COVER)
        queue.card(ShareCard(name=f"c{number}", title=f"Été {number}", place="Essai", picture=image, sound=True))
    return queue


@pytest.fixture(scope="module")
def at_home(tmp_path_factory: pytest.TempPathFactory, sources: list[Path]) -> dict[str, str]:
    """The digests of what this machine draws."""
    folder = tmp_path_factory.mktemp("home")
    with Store(folder / "store") as store:
        assert asked(sources, store).render(store, folder / "out") == ()
    return digests(folder / "out")


def drawn(
    folder: Path, sources: list[Path], address: str, tell: Callable[[int, int], None] | None = None
) -> tuple[dict[str, str], tuple[str, ...]]:
    with Store(folder / "store") as store:
        notes = asked(sources, store).render(store, folder / "out", tell, crews_of("dask", address))
    return digests(folder / "out"), notes


def nobody() -> NoReturn:
    raise AssertionError("this machine drew something")


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Cluster]:
    with cluster(tmp_path / "cluster") as made:
        yield made


@pytest.mark.dask
def test_a_cluster_draws_the_same_bytes_and_nothing_is_drawn_here(
    tmp_path: Path, sources: list[Path], at_home: dict[str, str], two: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("antenne.media.crews._threads", nobody)
    assert drawn(tmp_path / "site", sources, two.address) == (at_home, ())
    assert not [path for path in two.folder.rglob("*") if path.suffix in (".jpg", ".avif", ".webp")]


@pytest.mark.dask
def test_a_worker_killed_in_the_middle_costs_time_alone(
    tmp_path: Path, sources: list[Path], at_home: dict[str, str], two: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("antenne.media.crews._threads", nobody)

    def kill(done: int, total: int) -> None:
        if done:
            two.workers[0].kill()

    assert drawn(tmp_path / "site", sources, two.address, kill) == (at_home, ())
    assert two.workers[0].wait() < 0
    assert two.workers[1].poll() is None


@pytest.mark.dask
@pytest.mark.parametrize("who", ["scheduler", "workers"])
def test_when_all_are_gone_this_machine_draws_the_rest_and_says_so(
    tmp_path: Path,
    sources: list[Path],
    at_home: dict[str, str],
    two: Cluster,
    who: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("antenne.media.cluster._RETURNING", 1.0)

    def kill(done: int, total: int) -> None:
        if done:
            for process in two.workers if who == "workers" else [two.scheduler]:
                process.kill()

    made, (note,) = drawn(tmp_path / "site", sources, two.address, kill)
    assert made == at_home
    assert note.startswith(f"The Dask cluster at {two.address} ")
    assert note.endswith("drawn on this machine.")
    assert 0 < int(note.split(": ")[1].split()[0].replace("one", "1")) < 2 * MANY
    assert not list((tmp_path / "site").rglob(".new-*"))


@pytest.mark.dask
def test_a_cluster_that_is_not_there_or_has_nobody_is_told_of(
    tmp_path: Path, sources: list[Path], at_home: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("antenne.media.cluster._COMING", 4.0)
    made, (note,) = drawn(tmp_path / "none", sources[:1], "tcp://127.0.0.1:9")
    assert made.items() < at_home.items()
    assert note == "The Dask cluster at tcp://127.0.0.1:9 cannot be reached: 2 pictures are drawn on this machine."
    with cluster(tmp_path / "cluster", workers=0) as nobody:
        _, (note,) = drawn(tmp_path / "nobody", sources[:1], nobody.address)
    assert note == f"The Dask cluster at {nobody.address} has no workers: 2 pictures are drawn on this machine."


@pytest.mark.dask
@pytest.mark.parametrize("who", ["scheduler", "workers"])
def test_a_cluster_without_antenne_is_told_of(
    tmp_path: Path, sources: list[Path], who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("antenne.media.cluster._RETURNING", 1.0)
    knowing = {"scheduler_knows": who != "scheduler", "workers_know": who != "workers"}
    with cluster(tmp_path / "cluster", workers=1, **knowing) as strangers:
        _, (note,) = drawn(tmp_path / "site", sources[:1], strangers.address)
    # A worker that does not know what it is sent says so, or ends of it.
    lacks = "has a scheduler without Antenne" if who == "scheduler" else "(has workers without|draws nothing)"
    assert re.search(f"^The Dask cluster at {strangers.address} {lacks}.*: 2 pictures are drawn on this machine", note)


@pytest.mark.dask
def test_workers_that_would_draw_other_bytes_draw_nothing(
    tmp_path: Path, sources: list[Path], at_home: dict[str, str], two: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PIL.__version__", "0")
    from antenne.media import parcels

    parcels.hand.cache_clear()
    try:
        with Store(tmp_path / "store") as store:
            notes = asked(sources[:2], store).render(store, tmp_path / "out", None, crews_of("dask", two.address))
    finally:
        parcels.hand.cache_clear()
    assert "has workers with another Antenne" in notes[0]
    assert digests(tmp_path / "out").items() <= at_home.items()


def test_a_cluster_without_dasks_package_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("antenne.media.cluster.find_spec", lambda name: None)
    with pytest.raises(MediaError, match=r"“distributed” is missing\. Give: .*requirements-dask\.txt"):
        crews_of("dask", "tcp://127.0.0.1:8786")

"""The store: it remembers, forgets in time, and shares nothing with the author's files."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from mutagen.id3 import APIC, ID3

from antenne.media import PORTRAIT, MediaError, Pictures, Store, link_or_copy, probe_audio, read_image
from antenne.media.draw import ENCODERS
from antenne.probe.files import digest_of, replacing
from tests.media.makers import picture
from tests.support.audio import silent_mp3


def old(path: Path, data: bytes, seconds: int = 1_000_000_000) -> Path:
    path.write_bytes(data)
    os.utime(path, (seconds, seconds))
    return path


def counted(store: Store, path: Path, calls: list[int]) -> object:
    return store.memory.recall(path, "test", lambda: calls.append(1) or len(calls))


@pytest.fixture(autouse=True)
def _any_age(monkeypatch: pytest.MonkeyPatch) -> None:
    # Files of a test are always young, and would never be remembered.
    monkeypatch.setattr("antenne.media.memory._TOO_NEW", -1)


def test_facts_are_found_out_once(tmp_path: Path, store: Store) -> None:
    path, calls = old(tmp_path / "a", b"un"), []
    assert counted(store, path, calls) == counted(store, path, calls) == 1
    with Store(store.root) as later:
        assert counted(later, path, calls) == 1


def test_facts_are_forgotten_when_the_file_changes_even_with_its_date_put_back(tmp_path: Path, store: Store) -> None:
    path, calls = old(tmp_path / "a", b"un"), []
    counted(store, path, calls)
    old(path, b"de")
    assert counted(store, path, calls) == 2
    old(path, b"deux", 1_000_000_001)
    assert counted(store, path, calls) == 3


def test_a_file_of_this_moment_is_not_remembered(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("antenne.media.memory._TOO_NEW", 10**12)
    path, calls = old(tmp_path / "a", b"un"), []
    counted(store, path, calls)
    assert counted(store, path, calls) == 2


@pytest.mark.parametrize("keep", [0, 50, 5000])
def test_a_broken_memory_is_made_again(tmp_path: Path, keep: int) -> None:
    path, calls = old(tmp_path / "a", b"un"), []
    with Store(tmp_path / "store") as store:
        counted(store, path, calls)
    memory = tmp_path / "store" / "facts.sqlite"
    memory.write_bytes(memory.read_bytes()[:keep] + b"nonsense" * 20)
    with Store(tmp_path / "store") as store:
        counted(store, path, calls)
        counted(store, path, calls)
    assert len(calls) <= 3
    with Store(tmp_path / "store") as store:
        before = len(calls)
        counted(store, path, calls)
        assert len(calls) == before


def test_a_memory_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "facts.sqlite").mkdir()
    with Store(tmp_path / "store") as store:
        assert store.digest(old(tmp_path / "a", b"un")) == digest_of(tmp_path / "a")


def test_two_builds_at_once_share_a_store(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from antenne.media import Store\n"
        "with Store(Path(sys.argv[1])) as s:\n"
        "    print(len({s.digest(p) for p in sorted(Path(sys.argv[2]).iterdir())}))"
    )
    folder = tmp_path / "files"
    folder.mkdir()
    for i in range(40):
        old(folder / str(i), str(i).encode())
    command = [sys.executable, "-c", code, str(tmp_path / "store"), str(folder)]
    builds = [subprocess.Popen(command, stdout=subprocess.PIPE, env={"PYTHONPATH": "plugins"}) for _ in range(2)]
    assert [build.communicate()[0].strip() for build in builds] == [b"40", b"40"]


def test_one_store_serves_several_threads(tmp_path: Path, store: Store) -> None:
    paths = [silent_mp3(tmp_path / f"{i}.mp3", 1 + i) for i in range(8)]
    with ThreadPoolExecutor(4) as pool:
        durations = list(pool.map(lambda path: probe_audio(path, store).file.duration, paths))
    assert durations == sorted(durations)


def test_a_kept_recording_shares_nothing_with_the_authors_file(tmp_path: Path, store: Store) -> None:
    path = silent_mp3(tmp_path / "a.MP3")
    kept = store.keep(path, store.digest(path))
    assert kept == store.root / "audio" / f"{store.digest(path)}.mp3"
    assert kept.read_bytes() == path.read_bytes()
    assert not kept.samefile(path)
    link_or_copy(kept, tmp_path / "out" / "a.mp3")
    link_or_copy(kept, tmp_path / "out" / "a.mp3")
    path.write_bytes(b"changed")
    assert (tmp_path / "out" / "a.mp3").read_bytes() == kept.read_bytes() != b"changed"
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["a.mp3"]


def test_a_recording_that_changes_while_it_is_copied_is_refused(tmp_path: Path, store: Store) -> None:
    path = silent_mp3(tmp_path / "a.mp3")
    with pytest.raises(MediaError, match="changed while it was being copied"):
        store.keep(path, "0" * 64)
    assert list((store.root / "audio").iterdir()) == []


def test_a_cut_copy_in_the_store_is_made_again(tmp_path: Path, store: Store) -> None:
    path = silent_mp3(tmp_path / "a.mp3")
    kept = store.keep(path, store.digest(path))
    kept.write_bytes(b"cut")
    assert store.keep(path, store.digest(path)).read_bytes() == path.read_bytes()


def test_a_link_replaces_what_stood_there_and_copies_where_it_must(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = old(tmp_path / "a", b"un"), old(tmp_path / "b", b"deux")
    link_or_copy(source, target)
    assert target.samefile(source)

    def refuse(source: Path, target: Path) -> None:
        raise OSError("another disk")

    monkeypatch.setattr(os, "link", refuse)
    link_or_copy(source, tmp_path / "c")
    assert (tmp_path / "c").read_bytes() == b"un"
    assert not (tmp_path / "c").samefile(source)


def test_a_file_that_could_not_be_finished_leaves_nothing(tmp_path: Path) -> None:
    def stop() -> None:
        with replacing(tmp_path / "a") as stream:
            stream.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stop()
    assert list(tmp_path.iterdir()) == []


def test_a_lost_cover_is_taken_out_of_the_recording_again(tmp_path: Path, store: Store) -> None:
    path = silent_mp3(tmp_path / "a.mp3")
    cover = picture(tmp_path / "c.png").read_bytes()
    tags = ID3()
    tags.add(APIC(encoding=0, mime="image/png", type=3, desc="", data=cover))
    tags.save(path)
    for _ in range(2):
        found = probe_audio(path, store).tags.cover
        assert found is not None
        assert found.source.read_bytes() == cover
        found.source.unlink()


def test_a_store_that_nobody_closes_leaves_no_process(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    probe_audio(silent_mp3(tmp_path / "a.mp3"), store)
    process = store.prober._process
    assert process is not None
    del store
    assert process.poll() is not None


def test_a_change_of_how_pictures_are_encoded_draws_them_once_more(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = Pictures()
    planned = queue.picture(read_image(picture(tmp_path / "a.png", (90, 60)), store), PORTRAIT)
    drawn: list[int] = []
    tell: list[tuple[int, int]] = []
    for quality in (78, 20, 20, 78):
        monkeypatch.setitem(ENCODERS, "image/webp", ("WEBP", {"quality": quality, "method": 2}))
        tell.clear()
        queue.render(store, tmp_path / "out", lambda done, total: tell.append((done, total)))
        drawn.append(1 - tell[0][0])
        assert (tmp_path / "out" / planned.fallback.path).is_file()
    # What was drawn before is in the store still.
    assert drawn == [1, 1, 0, 0]

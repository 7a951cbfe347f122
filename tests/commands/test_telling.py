from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.site import digests, invoke, make_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site")


def invoke_with_little_room(site: Path, *words: str, room: int) -> tuple[int, str]:
    """Give a command in a process that may write no file of more than `room` bytes: as on a full disk, EFBIG."""
    site.joinpath("sitecustomize.py").write_text(
        f"import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))\n",
        encoding="utf-8",
    )
    done = invoke(site, *words, check=False, PYTHONPATH=str(site))
    site.joinpath("sitecustomize.py").unlink()
    return done.returncode, done.stderr


def test_a_full_disk_is_a_sentence_and_the_last_site_stays(site: Path) -> None:
    invoke(site, "publish")
    before = digests(site / "output"), digests(site / "public")
    (site / "content/notes/2014-01-01-longue.md").write_text(
        "---\ntitle: Longue\n---\n" + "Un mot de plus. " * 4000, encoding="utf-8"
    )
    code, said = invoke_with_little_room(site, "publish", room=60_000)
    assert code == 2, said
    assert "Traceback" not in said
    assert "The last good site is untouched." in said
    assert (digests(site / "output"), digests(site / "public")) == before


def test_settings_that_are_missing_are_a_sentence(site: Path) -> None:
    (site / "publishconf.py").unlink()
    done = invoke(site, "publish", check=False)
    assert done.returncode == 1
    assert "publishconf.py" in done.stderr
    assert "Traceback" not in done.stderr


def test_settings_that_are_no_python_name_the_line(site: Path) -> None:
    conf = site / "publishconf.py"
    conf.write_text(conf.read_text(encoding="utf-8") + "\nSITEURL = = 1\n", encoding="utf-8")
    done = invoke(site, "build", check=False)
    assert done.returncode == 1
    assert "publishconf.py:" in done.stderr


def test_an_unknown_setting_names_the_nearest(site: Path) -> None:
    conf = site / "pelicanconf.py"
    conf.write_text(conf.read_text(encoding="utf-8").replace('"private"', '"privat"'), encoding="utf-8")
    done = invoke(site, "build", check=False)
    assert done.returncode == 1
    assert "private" in done.stderr


def test_a_fault_in_the_file_that_another_takes_in_is_told_where_it_stands(site: Path) -> None:
    conf = site / "pelicanconf.py"
    conf.write_text(conf.read_text(encoding="utf-8").replace('"Un petit site"', "'L'atelier'"), encoding="utf-8")
    done = invoke(site, "build", check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("pelicanconf.py:1 ")

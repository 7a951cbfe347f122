"""Every change of what a site is made from, or of what was made, is found, and nothing else is taken for one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from antenne.build import Asked, look
from antenne.build.record import Recording
from antenne.build.tree import Tree, take_tree
from antenne.commands.project import Project
from antenne.settings.config import counted
from tests.support.built import SAID, remember, seen
from tests.support.site import write

NOTE = "content/notes/2013-11-13-une-note.md"
AUDIO = "content/episodes/2013-11-05-premier/audio.mp3"


def _same_size_and_time(path: Path) -> None:
    """Change a file's bytes as a program does that wants nobody to see it."""
    before = path.stat()
    path.write_bytes(bytes(reversed(path.read_bytes())))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _replaced(path: Path) -> None:
    """Put another file of the same size and time in a file's place."""
    other, before = path.with_name("other"), path.stat()
    other.write_bytes(bytes(reversed(path.read_bytes())))
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.rename(path)


def _led_elsewhere(link: Path, to: str) -> None:
    link.unlink()
    link.symlink_to(to)


def _folder_for_file(path: Path) -> None:
    path.unlink()
    path.mkdir()


CHANGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "text": (lambda site: write(site / NOTE, "---\ntitle: Autre\n---\n"), f"1 file changed: {NOTE}"),
    "same size and time": (lambda site: _same_size_and_time(site / NOTE), f"1 file changed: {NOTE}"),
    "another file in its place": (lambda site: _replaced(site / NOTE), f"1 file changed: {NOTE}"),
    "touched": (lambda site: os.utime(site / NOTE), f"1 file changed: {NOTE}"),
    "older": (lambda site: os.utime(site / NOTE, ns=(0, -1)), f"1 file changed: {NOTE}"),
    "added": (lambda site: write(site / "content/notes/2014-01-01-x.md", "x"), "1 file changed: content/notes/2014"),
    "removed": (lambda site: (site / NOTE).unlink(), f"1 file changed: {NOTE}"),
    "renamed": (lambda site: (site / NOTE).rename(site / "content/notes/2013-11-13-y.md"), "2 files changed: "),
    "folder renamed": (lambda site: (site / AUDIO).parent.rename(site / "content/episodes/z"), "files changed: "),
    "empty folder": (lambda site: (site / "content/books/x").mkdir(), "1 file changed: content/books/x"),
    "folder for a file": (lambda site: _folder_for_file(site / NOTE), "files changed: "),
    "recording": (lambda site: _same_size_and_time(site / AUDIO), f"1 file changed: {AUDIO}"),
    "chapters": (lambda site: write((site / AUDIO).with_name("chapters.json"), "{}"), "1 file changed: "),
    "ledger": (lambda site: write(site / "content/published.json", "{}"), "1 file changed: content/published.json"),
    "link": (lambda site: _led_elsewhere(site / "content/notes/linked.txt", "../../elsewhere/two.txt"), "linked.txt"),
    "link to nothing": (lambda site: _led_elsewhere(site / "content/notes/linked.txt", "nowhere"), "leads nowhere"),
    "what is linked": (lambda site: _same_size_and_time(site / "elsewhere/one.txt"), "content/notes/linked.txt"),
    "content gone": (lambda site: shutil.rmtree(site / "content"), "cannot be said"),
    "theme": (lambda site: write(site / "theme/static/css/x.css", "a{}"), "The theme changed: theme/static/css/x.css"),
    "theme file": (lambda site: _same_size_and_time(site / "theme/theme.yaml"), "The theme changed: theme/theme.yaml"),
    "words": (lambda site: _same_size_and_time(site / "theme/locale/fr.po"), "The theme changed: theme/locale/fr.po"),
    "theme's parent": (lambda site: _same_size_and_time(site / "parent/templates/base.html"), "The theme changed: par"),
    "settings": (lambda site: write(site / "publishconf.py", "from pelicanconf import *\n"), "The settings changed: "),
    "imported settings": (lambda site: write(site / "einstellungen.py", "NAME = 'A'"), "settings changed: SITENAME"),
    "broken settings": (lambda site: write(site / "pelicanconf.py", "SITENAME ="), "cannot be read"),
    "output": (lambda site: write(site / "output/index.html", "x"), "What was built has been changed since: output/i"),
    "output, same size and time": (lambda site: _same_size_and_time(site / "output/index.html"), "output/index.html"),
    "output removed": (lambda site: (site / "output/index.html").unlink(), "output/index.html"),
    "output added": (lambda site: write(site / "output/x/y.html", "x"), "output/x"),
    "output gone": (lambda site: shutil.rmtree(site / "output"), "cannot be said"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_found_and_named(site: Path, name: str) -> None:
    assert seen(site).same
    change, said = CHANGES[name]
    change(site)
    found = seen(site)
    assert not found.same
    assert said in found.why


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is kept from root")
def test_a_folder_that_can_no_longer_be_read_is_found(site: Path) -> None:
    folder = site / "content/notes"
    folder.chmod(0)
    try:
        assert "Permission denied" in seen(site).why
    finally:
        folder.chmod(0o755)


def _backup(site: Path) -> None:
    write(site / "content/notes/.une-note.md.swp", "x")
    write(site / "content/notes/une-note.md~", "x")
    (site / "content/notes/.#une-note.md").symlink_to("ada@desk.4711")


def _comment(site: Path) -> None:
    config = site / "pelicanconf.py"
    config.write_text("# A word to myself.\n" + config.read_text())


def _came_and_went(site: Path) -> None:
    write(site / "content/notes/new.md", "x").unlink()


def _another_name(site: Path) -> None:
    recording = next((site / "output/audio").rglob("*.mp3"))
    (site / "kept.mp3").hardlink_to(recording)


HARMLESS: dict[str, Callable[[Path], object]] = {
    "what editors leave": _backup,
    "a comment in the settings": _comment,
    "a file that came and went": _came_and_went,
    "another name of a built file": _another_name,
    "tasks.py": lambda site: write(site / "tasks.py", "# mine\n" + (site / "tasks.py").read_text()),
    "the cache": lambda site: write(site / ".antenne/cache/x", "x"),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_nothing_depends_on_is_no_change_however_often_one_looks(site: Path, name: str) -> None:
    HARMLESS[name](site)
    assert [seen(site).why for _ in range(3)] == ["", "", ""]
    _same_size_and_time(site / NOTE)
    assert not seen(site).same


def test_the_environment_that_settings_ask_is_found_and_no_other(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTENNE_GIT_TOKEN", "secret")
    assert seen(site).same
    monkeypatch.setenv("ANTENNE_SITEURL", "https://autre.example")
    assert seen(site).why == "The settings changed: SITEURL"
    monkeypatch.setenv("ANTENNE_SITEURL", "https://essai.antenne")
    assert seen(site).same, "the settings say the same as without it"


def test_no_value_of_the_environment_is_kept(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(site / "publishconf.py", "import os\nos.environ.get('ANTENNE_WORD')\nfrom pelicanconf import *\n")
    monkeypatch.setenv("ANTENNE_WORD", "correct horse battery staple")
    remember(site)
    assert seen(site).same
    memo = Path(Asked(str(site), "publishconf.py").memo)
    assert b"ANTENNE_WORD" in memo.read_bytes()
    assert b"correct horse" not in memo.read_bytes()


def test_settings_that_read_a_file_or_the_clock_are_asked_anew(site: Path, tmp_path: Path) -> None:
    said = write(tmp_path / "said", "Un nom")
    config = site / "pelicanconf.py"
    config.write_text(config.read_text().replace("= NAME", f"= Path({str(said)!r}).read_text()"))
    config.write_text("from pathlib import Path\n" + config.read_text())
    remember(site)
    assert seen(site).same
    said.write_text("Deux noms")
    assert seen(site).why == "The settings changed: SITENAME"


def test_settings_that_cannot_be_compared_are_not_remembered(site: Path) -> None:
    config = site / "pelicanconf.py"
    config.write_text(config.read_text() + "class Path(type(NAME)): pass\nSITENAME = Path('x')\n")
    with pytest.raises(AssertionError, match="could not be remembered"):
        remember(site)
    assert not seen(site).same


def test_a_build_asked_for_otherwise_is_another(site: Path) -> None:
    for other in (
        Asked(str(site), "pelicanconf.py"),
        Asked(str(site), "publishconf.py", accepted=["enclosure-changed:premier"]),
        Asked(str(site), "publishconf.py", site_url="https://autre.example"),
        Asked(str(site), "publishconf.py", output=str(site / "other")),
    ):
        assert not look(other).same
    assert look(Asked(str(site), "publishconf.py")).same


def test_an_installed_package_is_a_change(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "lib/site-packages"
    (place / "jinja2-3.1.6.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(place))
    remember(site)
    (place / "jinja2-3.1.6.dist-info").rename(place / "jinja2-3.1.7.dist-info")
    assert seen(site).why == "The installed packages changed since the last build."


def test_the_rules_of_the_time_zone_are_a_change(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = write(tmp_path / "zones/Europe/Paris", "TZif")
    monkeypatch.setattr("antenne.build.record.TZPATH", (str(tmp_path / "zones"),))
    remember(site)
    assert seen(site).same
    rules.write_text("TZif2")
    assert seen(site).why.startswith("The time zone's rules changed: ")


def test_antennes_own_program_is_a_change(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "antenne"
    write(program / "render/site.py", "x = 1\n")
    monkeypatch.setattr("antenne.build.asked.package_folder", lambda: str(program))
    monkeypatch.setattr("antenne.build.record.package_folder", lambda: str(program))
    remember(site)
    write(program / "render/__pycache__/site.cpython-311.pyc", "")
    assert seen(site).same
    _same_size_and_time(program / "render/site.py")
    assert seen(site).why.startswith("Antenne itself changed: ")


def test_a_file_that_changes_twice_within_a_tick_of_the_clock_is_found(tmp_path: Path) -> None:
    file = write(tmp_path / "folder/note.md", "one")
    before = take_tree(str(tmp_path / "folder"), lambda name: False)
    assert b"note.md" in before.fresh
    file.write_text("two")
    now = take_tree(str(tmp_path / "folder"), lambda name: False)
    # The clock has not gone on: the system tells the same of both.
    assert not Tree(before.root, before.names, now.stamps, [], before.fresh).is_same()
    assert Tree(before.root, before.names, now.stamps, [], now.fresh).is_same()


def test_links_in_a_circle_are_followed_once(tmp_path: Path) -> None:
    write(tmp_path / "folder/a/note.md", "one")
    (tmp_path / "folder/a/again").symlink_to("..")
    tree = take_tree(str(tmp_path / "folder"), lambda name: False)
    assert tree.is_same()
    assert len(tree.names) < 12


def test_files_beside_each_other_in_number_are_compared_by_two_processes(tmp_path: Path) -> None:
    from antenne.build.same import all_same

    trees = []
    for number in range(3):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name in range(2100):
            (folder / str(name)).touch()
        trees.append(take_tree(str(folder), lambda name: False))
    assert all_same(trees)
    for number, name in ((0, 0), (1, 1000), (2, 2099)):
        os.utime(tmp_path / str(number) / str(name), ns=(0, 0))
        assert not all_same(trees)
        trees[number] = take_tree(str(tmp_path / str(number)), lambda name: False)
        assert all_same(trees)


@pytest.mark.parametrize("moment", ["before the look", "after the look", "while it is built"])
def test_a_file_that_changes_while_a_site_is_built_is_built_again(site: Path, moment: str) -> None:
    asked, project = Asked(str(site), "publishconf.py"), Project(site)
    write(site / NOTE, "---\ntitle: Autre\n---\n")
    found = look(asked)
    assert found.trees["content 0"].names
    if moment == "after the look":
        _same_size_and_time(site / NOTE)
    recording = Recording(asked, found)
    settings = project.settings()
    recording.read(
        project.raw("publishconf.py"),
        counted(),
        content=settings.content,
        themes=settings.themes,
        zone=str(settings.timezone),
    )
    if moment == "while it is built":
        _same_size_and_time(site / NOTE)
    recording.keep(settings.output, SAID)
    assert seen(site).same == (moment == "before the look")

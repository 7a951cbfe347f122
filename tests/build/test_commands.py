"""`invoke build` with nothing changed: what it says, what it loads, what it reads."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.site import PROJECT, digests, invoke, make_site, write

NOTE = "content/notes/2013-11-13-une-note.md"
HEAVY = (
    "antenne.pipeline",
    "antenne.settings",
    "antenne.problems",
    "pelican",
    "jinja2",
    "lxml",
    "PIL",
    "mutagen",
    "feedgen",
    "babel",
    "rich",
    "boto3",
    "starlette",
)
NEEDLESS = (*HEAVY, "invoke", "pathlib", "dataclasses", "re", "json", "sqlite3", "hashlib", "typing", "collections")
"""What the quick door does without; Invoke itself loads some of it."""

LISTENING = """
import os
import sys
opened = []
sys.addaudithook(lambda event, given: opened.append(given[0]) if event == "open" else None)
sys.argv = ["tasks.py", "build"]
os._exit = sys.exit
try:
    if sys.argv[0] == WAY:
        exec(compile(open(WAY).read(), WAY, "exec"), {"__name__": "__main__", "__file__": WAY})
    else:
        from invoke.main import program
        program.run(["invoke", "build"])
except SystemExit as ended:
    assert not ended.code, ended.code
print("LOADED", *sys.modules)
print("OPENED", *opened, sep="\\n")
"""


def _run(site: Path, *words: str, check: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
    """Give a command by the quick door."""
    command = [sys.executable, "tasks.py", *words]
    env = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"} | environment
    done = subprocess.run(command, cwd=site, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that tests build, and leave as it was but for what they build."""
    return make_site(tmp_path_factory.mktemp("small") / "site")


@pytest.mark.parametrize("way", ["tasks.py", "invoke"])
def test_with_nothing_changed_no_file_of_the_site_is_opened_and_nothing_heavy_loaded(small: Path, way: str) -> None:
    invoke(small, "build")
    done = subprocess.run(
        [sys.executable, "-c", f"WAY = {way!r}\n{LISTENING}"], cwd=small, capture_output=True, text=True, check=False
    )
    said, _, rest = done.stdout.partition("LOADED ")
    assert said.startswith("Nothing has changed"), done.stdout + done.stderr
    loaded, _, opened = rest.partition("OPENED\n")
    unwanted = HEAVY if way == "invoke" else NEEDLESS
    assert not [name for name in loaded.split() if any(name == one or name.startswith(f"{one}.") for one in unwanted)]
    content, output = (small / "content", small / "output")
    files = [Path(name) for name in opened.splitlines() if name.startswith(("/", "."))]
    read = [path for path in files if path.is_file() and any(root in path.parents for root in (content, output))]
    assert not read


def test_it_says_the_same_by_every_door_as_the_build_that_made_it(small: Path) -> None:
    first = invoke(small, "build", "--force")
    assert "legal-missing" in first.stderr
    for again in (invoke(small, "build"), _run(small, "build")):
        assert again.stdout == "Nothing has changed since the last build.\n" + first.stdout
        assert again.stderr == first.stderr.replace("Pictures: started\nPictures: done\n", "")


def test_nothing_is_written_again_unless_it_is_asked_for(small: Path) -> None:
    invoke(small, "build")
    before, whole = (small / "output").stat().st_ino, digests(small / "output")
    _run(small, "build")
    assert (small / "output").stat().st_ino == before
    _run(small, "build", "--force")
    assert (small / "output").stat().st_ino != before
    assert digests(small / "output") == whole


def test_a_change_is_named_and_built_and_taking_it_back_is_one_too(small: Path) -> None:
    invoke(small, "build")
    whole, text = digests(small / "output"), (small / NOTE).read_text()
    write(small / NOTE, text.replace("Une note", "Deux notes"))
    done = _run(small, "build")
    assert done.stdout.startswith(f"1 file changed: {NOTE}\nBuilt in output/")
    assert "Deux notes" in (small / "output/index.html").read_text()
    write(small / NOTE, text)
    assert invoke(small, "build").stdout.startswith(f"1 file changed: {NOTE}\n")
    assert digests(small / "output") == whole


def test_public_and_local_builds_into_one_folder_never_pass_for_each_other(small: Path) -> None:
    invoke(small, "build")
    public = digests(small / "output")
    done = _run(small, "build", "--local")
    assert "Nothing has changed" not in done.stdout
    local = digests(small / "output")
    assert local != public
    assert "Nothing has changed" in _run(small, "build", "-l").stdout
    assert _run(small, "build").stdout.startswith("Another build was made into output/ since.\n")
    assert digests(small / "output") == public


def test_a_build_that_fails_is_not_remembered_and_the_last_good_one_is(small: Path) -> None:
    invoke(small, "build")
    write(small / "content/notes/2014-01-01-bad.md", "---\ntitel: x\n---\n")
    for _ in range(2):
        assert _run(small, "build", check=False).returncode == 1
    (small / "content/notes/2014-01-01-bad.md").unlink()
    assert "Nothing has changed" in _run(small, "build").stdout


def test_a_published_site_is_built_again_without_what_was_packed(small: Path) -> None:
    invoke(small, "publish")
    assert list((small / "output").rglob("*.gz"))
    invoke(small, "build")
    assert not list((small / "output").rglob("*.gz"))
    assert "Nothing has changed" in _run(small, "build").stdout


def test_a_publication_takes_what_was_built_and_builds_what_was_not(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    first = invoke(site, "build")
    page = site / "output/index.html"
    made, whole = page.stat().st_ino, digests(site / "output")
    done = invoke(site, "publish")
    assert "Published" in done.stdout
    assert "legal-missing" in first.stderr
    assert "legal-missing" in done.stderr
    assert page.stat().st_ino == made
    live = digests(site / "public/current")
    assert {path: one for path, one in live.items() if path in whole} == whole
    assert {path.removesuffix(".gz").removesuffix(".br") for path in live} - {"manifest.json"} == set(whole)
    write(site / NOTE, (site / NOTE).read_text().replace("Une note", "Quatre notes"))
    invoke(site, "publish")
    assert page.stat().st_ino != made
    assert "Quatre notes" in (site / "public/current/index.html").read_text()


def test_a_publication_of_the_same_once_more_builds_nothing(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    invoke(site, "publish")
    invoke(site, "publish")  # the ledger has changed
    made = (site / "output").stat().st_ino
    assert "Nothing has changed" in invoke(site, "publish").stdout
    assert (site / "output").stat().st_ino == made
    write(site / "output/index.html", "by hand")
    invoke(site, "publish")
    assert (site / "output").stat().st_ino != made


def test_words_that_the_quick_door_does_not_know_are_invokes(small: Path) -> None:
    assert "publish" in _run(small, "--list").stdout
    assert _run(small, "build", "--frobnicate", check=False).returncode != 0
    below = subprocess.run(
        [sys.executable, "-m", "antenne", "build"],
        cwd=small / "content/notes",
        env=os.environ | {"PYTHONPATH": str(PROJECT / "plugins")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Built in output/" in below.stdout, below.stderr


def test_a_site_with_another_plugin_of_pelican_is_built_every_time(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    invoke(site, "build")
    config = (site / "pelicanconf.py").read_text()
    write(site / "more/reads.py", "def register():\n    pass\n")
    config = config.replace('["plugins"]', '["plugins", "more"]').replace('["antenne', '["reads", "antenne')
    write(site / "pelicanconf.py", config)
    for _ in range(3):
        done = _run(site, "build")
        assert "Nothing has changed" not in done.stdout
    assert not list((site / ".antenne/built").iterdir())


def test_a_program_that_changes_itself_is_run(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    (site / "plugins").unlink()
    shutil.copytree(PROJECT / "plugins", site / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    invoke(site, "build")
    write(site / "plugins/antenne/render/new.py", "")
    done = invoke(site, "build")
    assert done.stdout.startswith("Antenne itself changed: plugins/antenne/render/new.py\nBuilt")


@pytest.mark.parametrize("seconds", [0.7, 1.5])
def test_a_build_that_is_killed_leaves_nothing_that_passes_for_done(small: Path, seconds: float) -> None:
    invoke(small, "build")
    whole, text = digests(small / "output"), (small / NOTE).read_text()
    write(small / NOTE, text.replace("Une note", "Trois notes"))
    killed = subprocess.Popen(
        [sys.executable, "tasks.py", "build"], cwd=small, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        killed.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        killed.kill()
        killed.wait()
    write(small / NOTE, text)
    _run(small, "build")
    assert digests(small / "output") == whole

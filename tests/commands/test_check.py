"""`invoke check` as it is given: of this site, of others, of servers, for people and programs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from antenne.commands.app import make_app
from tests.check import sites
from tests.fetch.servers import say, serving, serving_app
from tests.support.site import invoke, make_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_site(tmp_path_factory.mktemp("checked"))


@pytest.fixture(scope="module")
def other(site: Path) -> Path:
    sites.build_golden(site / "other")
    return site / "other"


def test_this_site_is_judged_and_nothing_is_left_behind(site: Path) -> None:
    done = invoke(site, "check")
    assert "No errors: https://essai.antenne" in done.stdout
    assert not (site / "output").exists()


def test_a_book_whose_day_has_come_and_that_is_still_to_come_is_told(site: Path, tmp_path: Path) -> None:
    waiting = Path(shutil.copytree(site, tmp_path / "waiting", symlinks=True, ignore=shutil.ignore_patterns("other")))
    book = waiting / "content/books/attendu/index.md"
    book.parent.mkdir(parents=True)
    book.write_text(
        "---\ntitle: Attendu\nlanguage: fr\neditions:\n  - {form: BC, date: 2024-11}\n---\n", encoding="utf-8"
    )
    for words in (("check",), ("publish", "--dry-run")):
        assert invoke(waiting, *words).stderr.count("« Attendu » has an edition of 2024-11") == 1


def test_a_problem_of_the_content_ends_it_with_1_in_every_form(site: Path, tmp_path: Path) -> None:
    broken = Path(shutil.copytree(site, tmp_path / "broken", symlinks=True, ignore=shutil.ignore_patterns("other")))
    sites.edit(broken, "content/shows/essai/index.md", "language: fr", "language: klingon!")
    told = invoke(broken, "check", check=False)
    assert (told.returncode, told.stdout) == (1, "")
    assert "bad-language" in told.stderr
    done = invoke(broken, "check", "--format", "json", check=False)
    assert (done.returncode, json.loads(done.stdout)["errors"]) == (1, 1)
    done = invoke(broken, "check", "--format", "sarif", check=False)
    results = json.loads(done.stdout)["runs"][0]["results"]
    assert (done.returncode, [r["ruleId"] for r in results if r["level"] == "error"]) == (1, ["bad-language"])


def test_programs_get_one_document_and_nothing_else(site: Path, other: Path) -> None:
    for target in ((), (str(other),), (str(other / sites.FEED),)):
        done = invoke(site, "check", *target, "--format", "json", check=False)
        document = json.loads(done.stdout)
        assert document["version"] == 1
        assert done.returncode == bool(document["errors"])


def test_another_feed_is_judged_by_its_file_folder_or_address(site: Path, other: Path) -> None:
    data = (other / sites.FEED).read_bytes()
    (site / "feed.xml").write_bytes(data.replace(b">fr<", b">fra<"))
    alone = invoke(site, "check", "feed.xml", check=False)
    assert (alone.returncode, "feed.xml:7  feed-language" in alone.stderr) == (1, True)
    whole = invoke(site, "check", "other")
    assert "No errors: other" in whole.stdout
    with serving(lambda handler: say(handler, data.replace(b">serial<", b">weekly<"))) as base:
        fetched = invoke(site, "check", f"{base}/flux/emission.xml", check=False)
    assert fetched.returncode == 1
    assert f"{base}/flux/emission.xml:16  feed-type" in fetched.stderr


def test_a_server_is_asked(site: Path) -> None:
    with serving(lambda handler: say(handler, b"<html></html>")) as base:
        done = invoke(site, "check", "--live", base, check=False)
    assert (done.returncode, "server-feeds" in done.stderr) == (1, True)


def test_a_public_build_passes_on_the_local_server_before_it_is_live(site: Path, tmp_path: Path) -> None:
    invoke(site, "build", "--output", str(tmp_path / "built"))
    with serving_app(make_app(tmp_path / "built")) as base:
        done = invoke(site, "check", "--live", base)
        # A server of one's own neither packs nor lets keep: that is advice.
        assert f"No errors: {base}" in done.stdout
        (recording,) = (tmp_path / "built/audio").iterdir()
        recording.write_bytes(recording.read_bytes() + b"x")
        broken = invoke(site, "check", "--live", base, "--format", "json", check=False)
    (problem,) = [one for one in json.loads(broken.stdout)["problems"] if one["severity"] == "error"]
    assert (problem["code"], problem["path"]) == ("server-length", f"{base}/audio/{recording.name}")


def test_a_rule_is_explained_and_a_near_one_suggested(site: Path) -> None:
    done = invoke(site, "check", "--explain", "feed-language")
    assert done.stdout.startswith("feed-language (error)\nA feed's language has two letters")
    assert "Why: " in done.stdout
    assert "What to do: " in done.stdout
    near = invoke(site, "check", "--explain", "feed-langage", check=False)
    assert (near.returncode, near.stdout) == (2, "")
    assert "Did you mean feed-language?" in near.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nothing.xml",), "There is no file or folder nothing.xml."),
        (("content",), "There is no feed in content"),
        (("--format", "yaml"), "Choose one of: text, json, sarif."),
        (("http://10.1.2.3/feed.xml", "--format", "json"), "not a public host"),
        (("http://u:secret@a.example/",), "take it out"),
    ],
)
def test_what_cannot_be_judged_ends_it_with_2_and_a_sentence(site: Path, words: tuple[str, ...], said: str) -> None:
    done = invoke(site, "check", *words, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr


def test_an_address_that_is_answered_by_nothing_is_refused(site: Path) -> None:
    with serving(lambda handler: say(handler, b"", 404)) as base:
        done = invoke(site, "check", f"{base}/feed.xml", check=False)
    assert (done.returncode, "answered with 404" in done.stderr) == (2, True)

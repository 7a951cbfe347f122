from __future__ import annotations

import json
import shutil
from pathlib import Path

import feedparser
import pytest
from mutagen.id3 import CHAP, CTOC, TALB, TDRC, TIT2, TPE1, CTOCFlags
from mutagen.mp3 import MP3

from tests.support.audio import silent_mp3
from tests.support.site import digests, invoke, make_site, write

FEED = "public/current/flux/essai.xml"
TEN_CODES = (
    "unknown-key",
    "wrong-type",
    "bad-isbn",
    "unknown-book",
    "bad-date",
    "missing-key",
    "unreadable-audio",
    "unreadable-image",
    "not-yaml",
    "no-audio",
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site")


def tagged(path: Path, title: str = "Une voix", seconds: int = 40) -> Path:
    silent_mp3(path, seconds)
    mp3 = MP3(path)
    mp3.add_tags()
    mp3.tags.add(TIT2(text=title))
    mp3.tags.add(TPE1(text="Ada"))
    mp3.tags.add(TALB(text="Essais"))
    mp3.tags.add(TDRC(text="2014-02-03"))
    mp3.tags.add(CTOC(element_id="toc", flags=CTOCFlags.TOP_LEVEL, child_element_ids=["a", "b"], sub_frames=[]))
    mp3.tags.add(CHAP(element_id="a", start_time=0, end_time=20000, sub_frames=[TIT2(text="Le début")]))
    mp3.tags.add(CHAP(element_id="b", start_time=20000, end_time=40000, sub_frames=[TIT2(text="La suite")]))
    mp3.save()
    return path


def test_the_second_publication_of_the_same_content_publishes_nothing(site: Path) -> None:
    first = invoke(site, "publish")
    before = digests(site / "public")
    second = invoke(site, "publish")
    assert "Published" in first.stdout
    assert "invoke serve" in first.stdout
    assert "Nothing has changed" in second.stdout
    assert digests(site / "public") == before


def test_a_dry_run_writes_neither_releases_nor_the_ledger(site: Path) -> None:
    done = invoke(site, "publish", "--dry-run")
    assert "Would publish" in done.stdout
    assert not (site / "public/current").exists()
    assert not (site / "content/published.json").exists()


def test_a_recording_alone_becomes_a_page_and_an_item(site: Path, tmp_path: Path) -> None:
    recording = tagged(tmp_path / "Mon fichier.mp3")
    done = invoke(site, "publish", str(recording), "--book", "le-livre")
    assert "2014-02-03-une-voix" in done.stdout
    item = next(e for e in feedparser.parse(site / FEED).entries if e.title == "Une voix")
    (enclosure,) = item.enclosures
    assert int(enclosure.length) == recording.stat().st_size
    assert enclosure.type == "audio/mpeg"
    assert item.itunes_duration == "40"
    page = (site / "public/current/episodes/une-voix/index.html").read_text(encoding="utf-8")
    assert "La suite" in page
    assert "Le livre" in page
    chapters = json.loads((site / "public/current/episodes/une-voix/chapters.json").read_text(encoding="utf-8"))
    assert [c["startTime"] for c in chapters["chapters"]] == [0, 20]


def test_a_dry_run_with_a_recording_says_what_it_would_do_and_leaves_the_content_alone(
    site: Path, tmp_path: Path
) -> None:
    before = digests(site / "content")
    done = invoke(site, "publish", str(tagged(tmp_path / "a.mp3")), "--dry-run")
    assert "une-voix" in done.stdout
    assert "Would publish" in done.stdout
    assert digests(site / "content") == before


def test_what_has_a_date_to_come_goes_out_with_a_warning_in_a_dry_run_too(site: Path) -> None:
    episode = site / "content/episodes/2013-11-05-premier/index.md"
    write(episode, episode.read_text(encoding="utf-8").replace("---\n", "---\ndate: 2130-01-08\n", 1))
    note = site / "content/notes/2013-11-13-une-note.md"
    write(note, note.read_text(encoding="utf-8").replace("---\n", "---\ndate: 2131-02-01 12:00\n", 1))
    for words in (("publish", "--dry-run"), ("publish",)):
        done = invoke(site, *words)
        assert done.stderr.count("which is to come") == 2
        assert (
            "« Le premier entretien » has the date 8 January 2130, which is to come: it goes out now all the same. "
            "Correct its date if that is not meant.\n"
        ) in done.stderr
        assert "« Une note » has the date 1 February 2131" in done.stderr
    (item,) = feedparser.parse(site / FEED).entries
    assert item.published_parsed.tm_year == 2130


def test_what_is_asked_for_a_recording_that_is_there_is_told_how_to_write(site: Path, tmp_path: Path) -> None:
    recording = str(tagged(tmp_path / "a.mp3"))
    invoke(site, "publish", recording)
    before = digests(site / "content/episodes")
    done = invoke(site, "publish", recording, "--book", "le-livre", "--show", "essai")
    told = "index.md say, between two lines of three hyphens at its head: books: [le-livre] and, on a line of its own, "
    assert f"let content/episodes/2014-02-03-une-voix/{told}show: essai\n" in done.stderr
    assert digests(site / "content/episodes") == before
    write(site / "content/episodes/2014-02-03-une-voix/index.md", "---\nbooks: [le-livre]\nshow: essai\n---\n")
    done = invoke(site, "publish", recording, "--book", "le-livre", "--show", "essai")
    assert "Nothing was written" not in done.stderr
    write(site / "content/books/autre/index.md", "---\ntitle: Un autre\n---\n")
    done = invoke(site, "publish", recording, "--book", "autre")
    assert done.stderr.rstrip().count("books: [le-livre, autre]") == 1


def test_the_same_recording_given_twice_stays_one_episode(site: Path, tmp_path: Path) -> None:
    recording = tagged(tmp_path / "a.mp3")
    invoke(site, "publish", str(recording))
    done = invoke(site, "publish", str(recording))
    assert "there already" in done.stdout
    assert len(feedparser.parse(site / FEED).entries) == 2


def test_a_recording_without_tags_is_named_by_its_file(site: Path, tmp_path: Path) -> None:
    silent_mp3(tmp_path / "Entretien_de_mai.mp3", 2)
    invoke(site, "publish", str(tmp_path / "Entretien_de_mai.mp3"))
    assert "Entretien de mai" in [e.title for e in feedparser.parse(site / FEED).entries]


def test_an_unknown_book_is_refused_before_anything_is_copied(site: Path, tmp_path: Path) -> None:
    done = invoke(site, "publish", str(tagged(tmp_path / "a.mp3")), "--book", "le-livr", check=False)
    assert done.returncode == 1
    assert "le-livre" in done.stderr
    assert len(list((site / "content/episodes").iterdir())) == 1


def test_ten_faults_are_told_at_once_and_nothing_changes(site: Path) -> None:
    invoke(site, "publish")
    invoke(site, "build")
    before = digests(site / "output"), digests(site / "public")
    content = site / "content"
    break_in_ten_ways(content)
    done = invoke(site, "publish", check=False)
    assert done.returncode == 1
    for code in TEN_CODES:
        assert code in done.stderr, f"{code} was not told:\n{done.stderr}"
    assert (digests(site / "output"), digests(site / "public")) == before


def break_in_ten_ways(content: Path) -> None:
    """Break ten things of ten kinds."""
    write(content / "books/un/index.md", "---\ntitle: Un\nautors: [ada]\n---\n")
    write(content / "books/deux/index.md", "---\ntitle: Deux\nauthors: {ada: 1}\n---\n")
    write(content / "books/trois/index.md", "---\ntitle: Trois\neditions: [{form: BC, isbn: 9782100000001}]\n---\n")
    write(content / "notes/2013-11-14-quatre.md", "---\ntitle: Quatre\nbooks: [le-livr]\n---\n")
    write(content / "notes/2013-11-15-cinq.md", "---\ntitle: Cinq\ndate: 2013-02-30\n---\n")
    write(content / "people/six/index.md", "---\nsort_name: Six\n---\n")
    write(content / "episodes/2013-11-16-sept/audio.mp3", "no sound at all")
    write(content / "books/huit/index.md", "---\ntitle: Huit\n---\n")
    write(content / "books/huit/cover.jpg", "no picture at all")
    write(content / "notes/2013-11-17-neuf.md", "---\ntitle: Neuf : dix\n---\n")
    write(content / "episodes/2013-11-18-dix/index.md", "---\ntitle: Dix\n---\n")


def test_a_published_date_that_moves_is_refused_and_may_be_accepted(site: Path) -> None:
    invoke(site, "publish")
    index = site / "content/episodes/2013-11-05-premier/index.md"
    write(index, index.read_text(encoding="utf-8").replace("---\nLes", "date: 2013-12-01\n---\nLes"))
    refused = invoke(site, "publish", check=False)
    assert refused.returncode == 1
    assert "date-changed" in refused.stderr
    invoke(site, "publish", "--accept", "date-changed:2013-11-05-premier")
    assert "Nothing has changed" in invoke(site, "publish").stdout


def test_a_vanished_episode_is_refused(site: Path) -> None:
    invoke(site, "publish")
    shutil.rmtree(site / "content/episodes/2013-11-05-premier")
    done = invoke(site, "publish", check=False)
    assert done.returncode == 1
    assert "episode-gone" in done.stderr


def test_a_renamed_bundle_keeps_its_guid_and_its_enclosure(site: Path) -> None:
    invoke(site, "publish")
    (before,) = feedparser.parse(site / FEED).entries
    (site / "content/episodes/2013-11-05-premier").rename(site / "content/episodes/2013-11-05-autrement")
    invoke(site, "publish")
    (after,) = feedparser.parse(site / FEED).entries
    assert after.id == before.id
    assert after.enclosures == before.enclosures
    assert after.link != before.link


def test_the_address_is_changed_by_the_environment_and_may_end_in_a_path(site: Path) -> None:
    invoke(site, "publish", ANTENNE_SITEURL="https://autre.example/un/site")
    (item,) = feedparser.parse(site / FEED).entries
    assert item.link == "https://autre.example/un/site/episodes/premier/"
    assert 'href="/un/site/livres/' in (site / "public/current/index.html").read_text(encoding="utf-8")


def test_an_output_folder_with_other_files_is_left_alone(site: Path) -> None:
    precious = write(site / "output/these.txt", "trois ans de travail")
    done = invoke(site, "build", check=False)
    assert done.returncode == 2
    assert "did not make" in done.stderr
    assert precious.read_text(encoding="utf-8") == "trois ans de travail"


def test_a_book_whose_day_has_come_and_that_is_still_called_forthcoming_is_told(site: Path) -> None:
    book = site / "content/books/le-livre/index.md"
    editions = "editions: [{form: paperback, date: 2020-03}, {form: ebook, date: 2130, status: forthcoming}]\n"
    write(book, book.read_text(encoding="utf-8").replace("---\n", f"---\n{editions}", 1))
    done = invoke(site, "publish", "--dry-run")
    assert done.stderr.count("its page still says that it is to come") == 1
    assert "« Le livre : un essai » has an edition of 2020-03, and" in done.stderr.replace("\u00a0", " ")


def test_a_recording_without_a_title_is_told_before_it_goes_out(site: Path, tmp_path: Path) -> None:
    silent_mp3(tmp_path / "mon_fichier.mp3", 5)
    done = invoke(site, "publish", str(tmp_path / "mon_fichier.mp3"), "--dry-run")
    said = " ".join(done.stderr.replace("\u00a0", " ").split())
    assert "The recording has no title: subscribers see « mon fichier »" in said
    assert "-mon-fichier/index.md" in said
    done = invoke(site, "publish", str(tagged(tmp_path / "a.mp3")), "--dry-run")
    assert "has no title" not in done.stderr

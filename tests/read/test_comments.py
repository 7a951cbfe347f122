from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from antenne.model import Note
from tests.support.content import read, report, write

NOTE = "---\ntitle: Une note\n---\nUn texte.\n"
FOLDER = "notes/2013-11-05-une-note.comments"


def comment(author: str, date: str, body: str = "Un avis.", more: str = "") -> str:
    return f"---\nauthor: {author}\ndate: {date}\n{more}---\n{body}\n"


def note(project: Path, **files: str) -> Note:
    content, problems = read(write(project, **{"notes/2013-11-05-une-note.md": NOTE}, **files))
    assert report(problems) == ""
    (only,) = content.notes
    return only


def test_the_comments_in_the_folder_of_a_note_are_its_own_oldest_first(tmp_path: Path) -> None:
    only = note(
        tmp_path,
        **{
            f"{FOLDER}/001.md": comment("Zoé l'aînée", "2013-11-07", "Bravo !", "url: https://zoe.example/?a=1&b=2\n"),
            f"{FOLDER}/2013-11-06-ada.md": comment("Ada", "2013-11-06 19:27"),
            f"{FOLDER}/002.md": comment("Eve", "2013-11-08", "It's fine.", "reply_to: 001\nlanguage: en\n"),
        },
    )
    first, second, third = only.comments
    assert (first.key, first.author, first.timed) == ("2013-11-06-ada", "Ada", True)
    assert first.pub_date == datetime(2013, 11, 6, 19, 27, tzinfo=ZoneInfo("Europe/Paris"))
    assert (second.key, second.author, second.url) == ("001", "Zoé l’aînée", "https://zoe.example/?a=1&b=2")
    assert second.body.html == "<p>Bravo\u202f!</p>"
    assert (third.reply_to, str(third.language), third.body.plain) == ("001", "en", "It’s fine.")


def test_a_note_without_a_folder_has_no_comments_and_may_close_them(tmp_path: Path) -> None:
    assert (note(tmp_path).comments, note(tmp_path).comments_open) == ((), True)
    closed = "---\ntitle: Autre\ncomments: false\n---\nUn texte.\n"
    content, _ = read(write(tmp_path, **{"notes/2013-11-06-autre.md": closed}))
    assert [one.comments_open for one in content.notes] == [True, False]


def test_a_note_that_cannot_be_read_hides_no_comment_and_makes_no_second_problem(tmp_path: Path) -> None:
    write(
        tmp_path, **{"notes/2013-11-05-une-note.md": "---\ntitel: x\n---\n", f"{FOLDER}/001.md": comment("A", "hier")}
    )
    _, problems = read(tmp_path)
    assert {(p.code, p.where.path.rpartition("/")[2]) for p in problems.sorted()} == {
        ("unknown-key", "2013-11-05-une-note.md"),
        ("bad-date", "001.md"),
    }


def test_what_is_no_comment_in_the_folder_is_told(tmp_path: Path) -> None:
    write(tmp_path, **{"notes/2013-11-05-une-note.md": NOTE, f"{FOLDER}/photo.jpg": "x", f"{FOLDER}/Avis 1.md": "x"})
    _, problems = read(tmp_path)
    assert {p.code for p in problems.sorted()} == {"stray-file", "bad-slug", "no-front-matter"}

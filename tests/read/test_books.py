"""What a book's folder says: its front matter, its excerpt, the files that its text links to, and its publisher."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from antenne.model import Award, ContentItem, Contributor, Edition, Isbn13, LanguageTag, Mention, PartialDate, Quote
from antenne.problems import Problems
from antenne.read import Content
from tests.support.audio import silent_mp3
from tests.support.content import read, report, write

PEOPLE = {f"people/{key}/index.md": f"---\nname: {key}\n---\n" for key in ("ada", "zoe")}
SHOW = """---
title: Une émission
summary: Une émission.
language: fr
author: Ada
owner: {name: Ada, email: ada@essai.example}
categories: [Arts > Books]
---
"""


def book(project: Path, front_matter: str, body: str = "", **files: str) -> tuple[Content, Problems]:
    index = f"---\ntitle: Un livre\n{front_matter}\n---\n{body}\n"
    return read(write(project, **{"books/un-livre/index.md": index, **PEOPLE, **files}))


def test_words_of_the_trade_are_taken_as_words_and_as_codes(tmp_path: Path) -> None:
    content, problems = book(
        tmp_path,
        "contributors: [{person: ada, role: translator}, {person: zoe, role: A15}]\n"
        "editions: [{form: paperback}, {form: EA, detail: EPUB}, {form: audio-cd}]",
    )
    assert report(problems) == ""
    (one,) = content.books
    assert one.contributors == (Contributor(person="ada", role="B06"), Contributor(person="zoe", role="A15"))
    assert [edition.form for edition in one.editions] == ["BC", "EA", "AC"]


def test_an_edition_keeps_all_that_is_said_of_it(tmp_path: Path) -> None:
    content, problems = book(
        tmp_path,
        "editions:\n  - {form: audiobook, detail: MP3, isbn: 979-10-90636-07-1, date: 2025-02, duration: 9:32:00,\n"
        "     pages: 12, price: 22.50, currency: CHF, status: forthcoming}",
    )
    assert report(problems) == ""
    assert content.books[0].editions == (
        Edition(
            form="AJ",
            detail="MP3",
            isbn=Isbn13("9791090636071"),
            date=PartialDate(2025, 2),
            duration=34_320,
            pages=12,
            price=Decimal("22.50"),
            currency="CHF",
            status="forthcoming",
        ),
    )


def test_a_table_of_contents_has_parts_chapters_authors_and_moments(tmp_path: Path) -> None:
    content, problems = book(
        tmp_path,
        "contents:\n  - Avant-propos\n  - title: Partie\n    page: 9\n    contents:\n"
        "      - {title: Un chapitre, authors: [zoe], heard: [entretien#1:02.5, 2013-11-05-entretien]}",
        **{"shows/s/index.md": SHOW, "episodes/2013-11-05-entretien/index.md": "---\ntitle: E\n---\n"},
    )
    assert "no-audio" in report(problems)
    heard = (Mention(episode="entretien", start_time=62.5), Mention(episode="2013-11-05-entretien"))
    chapter = ContentItem(title="Un chapitre", authors=("zoe",), heard=heard)
    assert content.books[0].contents == (
        ContentItem(title="Avant-propos"),
        ContentItem(title="Partie", page=9, items=(chapter,)),
    )
    assert [(r.key, r.time, r.where.line) for r in content.references if r.kind == "episode"] == [
        ("entretien", 62.5, 8),
        ("2013-11-05-entretien", None, 8),
    ]


def test_a_moment_that_is_no_time_is_told_at_its_line(tmp_path: Path) -> None:
    _, problems = book(tmp_path, "contents:\n  - {title: A, heard: [entretien#midi]}")
    assert "content/books/un-livre/index.md:4 error bad-value `heard` cannot be “midi”" in report(problems)


def test_press_prizes_series_and_the_original_are_kept_and_typeset(tmp_path: Path) -> None:
    content, problems = book(
        tmp_path,
        'series: Les Ondes\nvolume: 0\noriginal_title: "Isn\'t it?"\noriginal_language: en\nshops: [fnac]\n'
        'press: [{quote: "L\'écoute !", source: Le Courrier, date: 2024-04, url: "https://c.example/"}]\n'
        "awards: [Prix du Phare, {name: Autre, year: 2024, category: Essai, result: Finaliste}]",
    )
    assert report(problems) == ""
    (one,) = content.books
    assert (one.series, one.volume, one.shops) == ("Les Ondes", 0, ("fnac",))
    assert (one.original_title, one.original_language) == ("Isn’t it?", LanguageTag("en"))
    quote = Quote(text="L’écoute\u202f!", source="Le Courrier", date=PartialDate(2024, 4), url="https://c.example/")
    assert one.press == (quote,)
    assert one.awards == (
        Award(name="Prix du Phare"),
        Award(name="Autre", year=2024, category="Essai", result="Finaliste"),
    )


def test_an_excerpt_is_read_from_the_files_of_that_name(tmp_path: Path) -> None:
    silent_mp3(tmp_path / "content/books/un-livre/excerpt.mp3", 3)
    (tmp_path / "content/books/un-livre/excerpt.pdf").write_bytes(b"%PDF-1.7\n")
    content, problems = book(
        tmp_path, "", **{"books/un-livre/excerpt.md": '---\ntitle: "L\'aube"\n---\nIl *faut* imaginer la mer.\n'}
    )
    assert report(problems) == ""
    found = content.books[0].excerpt
    assert (found.title, found.text.plain) == ("L’aube", "Il faut imaginer la mer.")
    assert found.file is not None
    assert (found.file.name, found.file.length) == ("extrait.pdf", 9)
    assert found.audio is not None
    assert round(found.audio.duration) == 3


def test_a_text_out_of_a_book_needs_no_front_matter(tmp_path: Path) -> None:
    content, problems = book(tmp_path, "", **{"books/un-livre/excerpt.md": "Il faut imaginer.\n\n---\n\nLa mer.\n"})
    assert report(problems) == ""
    assert content.books[0].excerpt.text.plain.split() == ["Il", "faut", "imaginer.", "La", "mer."]


def test_files_that_a_text_links_to_are_taken_with_it_in_bundles_and_beside_notes(tmp_path: Path) -> None:
    folder = tmp_path / "content/notes"
    folder.mkdir(parents=True)
    (folder / "mon extrait.pdf").write_bytes(b"%PDF-1.7\n")
    note = "---\ntitle: N\n---\nUn [extrait](<mon extrait.pdf>), et [rien](https://ailleurs.example/a.pdf).\n"
    content, problems = book(tmp_path, "", **{"notes/2013-11-05-a.md": note, "notes/2013-11-06-b.md": note})
    assert report(problems) == ""
    assert [file.name for one in content.notes for file in one.body.files] == ["mon extrait.pdf"] * 2


def test_a_file_that_is_linked_and_not_there_is_told_at_its_line_with_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "content/books/un-livre").mkdir(parents=True)
    (tmp_path / "content/books/un-livre/dossier.pdf").write_bytes(b"%PDF-1.7\n")
    _, problems = book(tmp_path, "", "Un [dossier](dosier.pdf).")
    told = "index.md:5 error missing-file The text links to dosier.pdf, which is not there. — Did you mean dossier.pdf?"
    assert f"content/books/un-livre/{told}\n" in report(problems)


def test_a_publisher_has_a_folder_of_its_own(tmp_path: Path) -> None:
    publisher = '---\nname: Dunod\nplace: Malakoff\nurl: https://dunod.example/\n---\nUne "maison".\n'
    content, problems = book(tmp_path, "publisher: Dunod", **{"publishers/dunod/index.md": publisher})
    assert report(problems) == ""
    (one,) = content.publishers
    assert (one.key, one.name, one.place, one.summary) == ("dunod", "Dunod", "Malakoff", "Une «\u202fmaison\u202f».")

from __future__ import annotations

from pathlib import Path

from tests.support.audio import silent_mp3
from tests.support.site import invoke, make_site, write

PDF = b"%PDF-1.7\nquelques pages\n"


def test_files_that_texts_link_to_are_published_under_their_pages_addresses(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    book = site / "content/books/le-livre"
    index = book / "index.md"
    write(index, index.read_text(encoding="utf-8") + "\nLe [dossier](dossier.pdf) et l'[agenda](agenda.ics).\n")
    (book / "dossier.pdf").write_bytes(PDF)
    write(book / "agenda.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    write(book / "excerpt.md", "Il faut imaginer, d'après [le dossier](dossier.pdf).\n")
    (book / "excerpt.pdf").write_bytes(PDF + b"extrait")
    recording = silent_mp3(book / "excerpt.mp3", 2)
    (site / "content/notes/à lire.pdf").write_bytes(PDF)
    write(site / "content/notes/2014-05-01-mer.md", "---\ntitle: La mer\n---\nVoyez [ceci](<à lire.pdf>).\n")
    invoke(site, "build")
    page = site / "output/livres/le-livre"
    assert (page / "dossier.pdf").read_bytes() == (page / "extrait/dossier.pdf").read_bytes() == PDF
    assert (page / "agenda.ics").is_file()
    assert (page / "extrait.pdf").read_bytes() == PDF + b"extrait"
    assert "Il faut imaginer" in (page / "extrait/index.html").read_text(encoding="utf-8")
    assert (site / "output/notes/2014/mer/à lire.pdf").read_bytes() == PDF
    (heard,) = (site / "output/audio").glob("le-livre-extrait.*.mp3")
    assert heard.read_bytes() == recording.read_bytes()


def test_a_file_that_is_not_what_it_is_called_stops_the_build(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    (site / "content/books/le-livre/excerpt.pdf").write_bytes(b"<script>alert(1)</script>")
    done = invoke(site, "build", check=False)
    assert done.returncode == 1
    assert "content/books/le-livre/excerpt.pdf  unfit-file" in done.stderr
    assert not (site / "output").exists()


def test_a_translated_page_has_the_files_that_it_links_to_beside_it(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    conf = site / "pelicanconf.py"
    write(conf, conf.read_text(encoding="utf-8") + '\nANTENNE["languages"] = [{"language": "en"}]\n')
    book = site / "content/books/le-livre"
    (book / "dossier.pdf").write_bytes(PDF)
    (book / "excerpt.pdf").write_bytes(PDF)
    write(book / "index.en.md", "---\ntitle: The book\n---\nSee [the file](dossier.pdf).\n")
    invoke(site, "build")
    assert (site / "output/en/books/le-livre/dossier.pdf").read_bytes() == PDF
    assert (site / "output/en/books/le-livre/extrait.pdf").read_bytes() == PDF

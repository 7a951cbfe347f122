"""Letters as mail programs save them become comments, and nobody's address becomes public."""

from __future__ import annotations

from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antenne.intake import LetterRefused, file_letter
from tests.support.content import read, report, settings_for, write
from tests.support.site import invoke, make_site

KEY = "2013-11-13-une-note"
SUBJECT = f"Re: Commentaire sur «\u202fUne note\u202f» [{KEY}]"
WORDS = "Très juste, et bien dit !\n\nJ'y reviendrai.\n\n-- \nÀ publier à l’adresse https://a.example/\n"


def letter(words: str = WORDS, subject: str = SUBJECT, sender: str = "Zoé Noël <zoe@noel.example>") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "a@essai.example", subject
    made["Date"] = "Wed, 13 Nov 2013 18:27:05 +0000"
    made.set_content(words)
    return made


def filed(tmp_path: Path, made: EmailMessage | bytes, **more: str) -> str:
    """File a letter beside a note, and return the file's text."""
    write(tmp_path, **{f"notes/{KEY}.md": "---\ntitle: Une note\n---\nUn texte.\n"})
    path = tmp_path / "lettre.eml"
    path.write_bytes(made if isinstance(made, bytes) else bytes(made))
    done = file_letter(path, settings_for(tmp_path), **more)
    return done.file.read_text(encoding="utf-8")


def test_a_letter_becomes_a_comment_that_the_site_takes(tmp_path: Path) -> None:
    assert filed(tmp_path, letter()) == (
        '---\nauthor: "Zoé Noël"\ndate: 2013-11-13 19:27\n---\nTrès juste, et bien dit !\n\nJ\'y reviendrai.\n'
    )
    content, problems = read(tmp_path)
    assert report(problems) == ""
    (comment,) = content.notes[0].comments
    assert (comment.key, comment.author) == ("001", "Zoé Noël")


def test_letters_are_numbered_and_the_same_one_is_filed_once(tmp_path: Path) -> None:
    filed(tmp_path, letter())
    filed(tmp_path, letter())
    answer = filed(tmp_path, letter("Merci.", f"RE : Commentaire [{KEY}/001]", "Ada <ada@a.example>"))
    assert "reply_to: 001\n" in answer
    assert "reply_to" not in filed(tmp_path, letter("Oui.", f"[{KEY}/099]"))
    folder = tmp_path / f"content/notes/{KEY}.comments"
    assert [file.name for file in sorted(folder.iterdir())] == ["001.md", "002.md", "003.md"]


QUOTED = [
    ("Bien vu.\n\nLe 5 nov. 2013, Ada <ada@a.example>\na écrit :\n\n> Un texte.\n> Encore.\n", "Bien vu."),
    ("Bien vu.\n\nOn Tue, Ada wrote:\n> One.\n>\n> Two.\n", "Bien vu."),
    (
        "> Un texte.\n\nNon, pas tout à fait.\n\n> Encore.\n\nOui.\n",
        "> Un texte.\n\nNon, pas tout à fait.\n\n> Encore.\n\nOui.",
    ),
    ("Bien vu.\n-----Message d'origine-----\nDe : Ada\n", "Bien vu."),
    ("Bien vu.\n--\nZoé\n06 00 00 00 00\n", "Bien vu."),
    ("Écrivez-moi : ZOE@noel.example, merci.\n", "Écrivez-moi : …, merci."),
]


@pytest.mark.parametrize(("words", "kept"), QUOTED)
def test_what_is_quoted_at_the_end_signatures_and_addresses_stay_out(tmp_path: Path, words: str, kept: str) -> None:
    assert filed(tmp_path, letter(words)).partition("---\n")[2].partition("---\n")[2] == f"{kept}\n"


def test_letters_in_html_alone_and_in_old_encodings_are_read(tmp_path: Path) -> None:
    html = letter()
    html.set_content("<p>Très juste&nbsp;!</p><p>Oui.</p><script>1</script>", subtype="html")
    assert filed(tmp_path, html).endswith("---\nTrès juste\u00a0!\n\nOui.\n")
    old = letter()
    old.set_content("Été.\n", charset="iso-8859-1", cte="quoted-printable")
    assert filed(tmp_path, old).endswith("---\nÉté.\n")


def test_no_file_holds_an_address_of_the_writer(tmp_path: Path) -> None:
    made = letter(WORDS + "zoe@noel.example")
    made["Reply-To"], made["Message-ID"] = "zoe@noel.example", "<1.zoe@noel.example>"
    text = filed(tmp_path, made)
    assert "@" not in text
    assert "noel.example" not in text


REFUSED = [
    (letter(subject="Bonjour"), "does not say which note"),
    (letter(subject="[../../autre]"), "does not say which note"),
    (letter(subject="[2013-11-13-une-nute]"), "Did it change its name to 2013-11-13-une-note?"),
    (letter(sender="zoe@noel.example"), "tells no name but an address"),
    (letter(sender='"zoe@noel.example" <zoe@noel.example>'), "tells no name but an address"),
    (letter("> Tout est cité.\n"), "no words of its own"),
    (b"Subject: [2013-11-13-une-note]\nFrom: A <a@a.example>\n\nmot\n", "does not say when it was sent"),
    (b"", "does not say which note"),
    (b"x" * (5 * 1024 * 1024 + 1), "too large"),
]


@pytest.mark.parametrize(("made", "why"), REFUSED)
def test_what_makes_no_comment_is_said_with_what_to_do(tmp_path: Path, made: EmailMessage | bytes, why: str) -> None:
    with pytest.raises(LetterRefused, match=why.replace("?", r"\?")):
        filed(tmp_path, made)
    assert not (tmp_path / f"content/notes/{KEY}.comments").exists()


def test_an_author_may_be_named_who_does_not_name_himself(tmp_path: Path) -> None:
    assert 'author: "Zoé: N."\n' in filed(tmp_path, letter(sender="zoe@noel.example"), author="Zoé: N.")


HEADS = st.sampled_from(
    [
        b"Subject: [2013-11-13-une-note]",
        b"From: Z <z@z.example>",
        b"From: ,<>;@",
        b"Date: Wed, 13 Nov 2013 18:27:05 +0000",
        b"Date: yesterday",
        b"Subject: =?x?Q?=ZZ?=",
        b"Content-Type: text/plain; charset=nowhere",
        b"Content-Type: multipart/mixed; boundary=a",
        b"Content-Type: text/html",
        b"Content-Transfer-Encoding: base64",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(HEADS, max_size=8), st.binary(max_size=80))
def test_no_letter_breaks_the_command(tmp_path: Path, heads: list[bytes], body: bytes) -> None:
    with suppress(LetterRefused):
        assert filed(tmp_path, b"\n".join((*heads, b"", body))).startswith("---\nauthor: ")


def test_the_command_files_a_letter_and_says_where(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    (tmp_path / "lettre.eml").write_bytes(bytes(letter()))
    done = invoke(site, "comment", str(tmp_path / "lettre.eml"))
    assert f"New comment: content/notes/{KEY}.comments/001.md" in done.stdout
    again = invoke(site, "comment", str(tmp_path / "lettre.eml"))
    assert "This letter is there already" in again.stdout
    (tmp_path / "autre.eml").write_bytes(bytes(letter(subject="Bonjour")))
    refused = invoke(site, "comment", str(tmp_path / "autre.eml"), check=False)
    assert refused.returncode == 2
    assert "does not say which note" in refused.stdout + refused.stderr


def test_a_letter_that_is_not_there_is_refused_with_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(LetterRefused, match=r"There is no letter .*lettre\.eml\. Give the file"):
        file_letter(tmp_path / "lettre.eml", settings_for(tmp_path))

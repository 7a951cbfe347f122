"""A letter that a reader wrote, as mail programs save it: who signs it, when it was sent, what it says, and of what."""

from __future__ import annotations

import re
from datetime import datetime
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from msgspec import Struct

from antenne.text import clean_html, clean_plain, plain_text

_LARGEST = 5 * 1024 * 1024
_LONGEST = 20_000
_OF = re.compile(r"\[([a-z0-9]+(?:-[a-z0-9]+)*)(?:/([a-z0-9]+(?:-[a-z0-9]+)*))?\]")
_END = re.compile(r"--\s*|-{5}.*-{5}|_{10,}")
"""Where a letter's own words end: at a signature, or at a letter that was answered."""


class LetterRefused(Exception):
    """A letter that makes no comment: the text says why, and what to do."""


class Letter(Struct, frozen=True, kw_only=True):
    """A letter about a note (by its key) or one of its comments (`comment`); nothing here holds an e-mail address."""

    note: str
    comment: str
    author: str
    sent: datetime
    words: str


def read_letter(path: Path, *, named: str = "") -> Letter:
    """Return what a saved letter says, under its writer's name or another one; raise LetterRefused."""
    if not path.is_file():
        raise LetterRefused(f"There is no letter {path}. Give the file as your mail program saved it (.eml).")
    with path.open("rb") as file:
        raw = file.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise LetterRefused(f"{path.name} is too large for a letter. Save it again without what is attached to it.")
    letter = message_from_bytes(raw, policy=default)
    assert isinstance(letter, EmailMessage)
    found = _OF.findall(str(letter["subject"] or ""))
    if not found:
        hint = "Look for brackets such as [2013-11-13-une-note] in it; without them, write the comment's file by hand."
        raise LetterRefused(f"The subject of {path.name} does not say which note it is about. {hint}")
    note, comment = found[-1]
    sender = _sender(letter)
    return Letter(
        note=note,
        comment=comment,
        author=named or _author(sender, path),
        sent=_sent(letter, path),
        words=_words(letter, sender),
    )


def _sender(letter: EmailMessage) -> Address | None:
    addresses = getattr(letter["from"], "addresses", ())
    return addresses[0] if addresses else None


def _author(sender: Address | None, path: Path) -> str:
    name = clean_plain(sender.display_name if sender else "", 100)
    if not name or "@" in name:
        hint = "Write the name that is to be shown between quotes after --author."
        raise LetterRefused(f"{path.name} tells no name but an address, which is not published. {hint}")
    return name


def _sent(letter: EmailMessage, path: Path) -> datetime:
    sent = getattr(letter["date"], "datetime", None)
    if not isinstance(sent, datetime):
        raise LetterRefused(f"{path.name} does not say when it was sent. Write the comment's file by hand.")
    return sent


def _words(letter: EmailMessage, sender: Address | None) -> str:
    """Return a letter's own words: without signature, without the letter that it answers at its end, no address."""
    lines = _text(letter).splitlines()
    end = next((number for number, line in enumerate(lines) if _END.fullmatch(line)), len(lines))
    lines = lines[:end]
    while lines and (not lines[-1].strip() or lines[-1].startswith(">")):
        quoted = lines.pop().startswith(">")
        # « Le 5 novembre, Ada a écrit : » stands above what was quoted.
        if quoted and lines and not lines[-1].startswith(">"):
            lines = _without_attribution(lines)
    words = clean_plain("\n".join(lines), _LONGEST, lines=True)
    if sender and sender.addr_spec:
        words = re.sub(re.escape(sender.addr_spec), "…", words, flags=re.IGNORECASE)
    return words


def _without_attribution(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    if not lines or not lines[-1].rstrip().endswith(":"):
        return lines
    # It may be broken into two lines, but is a paragraph of its own.
    start = next((n + 1 for n in reversed(range(len(lines))) if not lines[n].strip()), 0)
    return lines[:start] if len(lines) - start <= 2 else lines[:-1]


def _text(letter: EmailMessage) -> str:
    body = letter.get_body(("plain", "html"))
    if body is None:
        return ""
    try:
        text = body.get_content()
    except (LookupError, ValueError, KeyError):
        return ""
    if not isinstance(text, str):
        return ""
    if body.get_content_subtype() == "html":
        return "\n\n".join(plain_text(clean_html(text)).split("\n"))
    return text

"""The comments of a note: a file each, in a folder called like the note's file, with `.comments` at its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from antenne.fields import Document, address, key, language, load_document, moment, parse, slug, text
from antenne.model import Comment, LanguageTag
from antenne.problems import nearest, rules
from antenne.read.desk import Desk
from antenne.read.folders import Bundle, list_folder
from antenne.read.moments import moment_in
from antenne.read.names import read_name
from antenne.read.strays import COMMENTS, leads_out, unused
from antenne.text import render_comment


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentKeys:
    """The front matter of a comment."""

    author: str = key(text(120), doc="The name that the reader signs with.")
    date: date = key(moment, doc="When it was written.")
    url: str = key(address, "", doc="The reader's own page; search engines are told to pass it by.")
    reply_to: str = key(slug, "", doc="The comment that it answers, by its file's name without `.md`.")
    language: LanguageTag | None = key(language, None, doc="Default: the note's.")


def read_comments(note: Path, folder: Bundle, spoken: LanguageTag, desk: Desk) -> tuple[Comment, ...]:
    """Return the comments of a note's file, oldest first, having told what is wrong with each."""
    path = folder.take_folder(f"{note.stem}{COMMENTS}")
    if path is None:
        return ()
    bundle = Bundle(path=path, listing=list_folder(path, desk.settings.content))
    desk.problems.extend(leads_out(link, desk) for link in bundle.listing.outside)
    read = {file: _read(bundle, file, spoken, desk) for file in bundle.all_with([".md"])}
    desk.problems.extend(unused(stray, "notes", desk) for stray in bundle.unused())
    found = {comment.key: (comment, document) for comment, document in filter(None, read.values())}
    known = {Path(file).stem for file in read}
    _judge_answers(found, known, desk)
    return tuple(sorted((comment for comment, _ in found.values()), key=lambda one: (one.pub_date, one.key)))


def _read(bundle: Bundle, file: str, spoken: LanguageTag, desk: Desk) -> tuple[Comment, Document] | None:
    path = bundle.listing.files[file]
    bundle.take(file)
    name = read_name(path.stem, desk.where(path), desk)
    document = load_document(path, desk.settings.project, desk.problems)
    keys = parse(CommentKeys, document.keys, desk.reading) if document else None
    if keys is None or document is None:
        return None
    said = keys.language or spoken
    body = render_comment(document.body, said)
    if not body.plain:
        hint = "Write the words below the front matter, or take the file away."
        desk.tell(rules.EMPTY_COMMENT, document.where, "The comment has no words.", hint)
    comment = Comment(
        key=name.key,
        author=desk.words(keys.author, said),
        pub_date=moment_in(desk.settings.timezone, keys.date),
        timed=isinstance(keys.date, datetime),
        url=keys.url,
        reply_to=keys.reply_to,
        language=said,
        body=body,
    )
    return comment, document


def _judge_answers(found: Mapping[str, tuple[Comment, Document]], known: set[str], desk: Desk) -> None:
    for comment, document in found.values():
        if not comment.reply_to:
            continue
        place = document.place("reply_to")
        if comment.reply_to not in known:
            near = nearest(comment.reply_to, known - {comment.key})
            hint = f"Did you mean {near}?" if near else "Write the name of its file without .md, or take the line away."
            desk.tell(rules.UNKNOWN_COMMENT, place, f"No comment here is called {comment.reply_to}.", hint)
        elif comment.key in _answered(comment, found):
            hint = "Let the older one answer none of the newer."
            desk.tell(rules.UNKNOWN_COMMENT, place, "The comment answers itself, by way of others or not.", hint)


def _answered(comment: Comment, found: Mapping[str, tuple[Comment, Document]]) -> Iterator[str]:
    """Give the keys of the comments that one answers, one after the other, up to where they begin again."""
    seen: set[str] = set()
    key = comment.reply_to
    while key in found and key not in seen:
        yield key
        seen.add(key)
        key = found[key][0].reply_to

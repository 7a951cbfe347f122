"""Notes and the site's own pages: one file each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from antenne.fields import ListOf, Ref, boolean, file_name, integer, key, load_document, moment, parse, text
from antenne.model import Note, Page
from antenne.problems import rules
from antenne.read.comments import read_comments
from antenne.read.desk import Desk, first_sentences
from antenne.read.folders import Bundle
from antenne.read.moments import moment_in
from antenne.read.names import Name
from antenne.read.opened import TAGS, TAGS_DOC, Opened
from antenne.read.video_keys import VIDEO_LIST, VIDEOS_DOC, VideoKeys
from antenne.read.videos import read_videos

_ABOUT = "That the note is about."


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteKeys:
    """The front matter of a note."""

    title: str = key(text(), doc="")
    date: date | None = key(moment, None, doc="Publication. Default: the file name's.")
    author: str = key(Ref("person"), "", doc="Who wrote it.")
    category: str = key(text(), "", doc="One name, such as `Livres`.")
    tags: tuple[str, ...] = key(TAGS, (), doc=TAGS_DOC)
    books: tuple[str, ...] = key(ListOf(Ref("book")), (), doc=_ABOUT)
    episodes: tuple[str, ...] = key(ListOf(Ref("episode")), (), doc=f"{_ABOUT} They are played at the note's head.")
    people: tuple[str, ...] = key(ListOf(Ref("person")), (), doc=_ABOUT)
    series: str = key(text(), "", doc="The name of the series that the note is a part of.")
    part: int | None = key(integer(), None, doc="Its number there; the links to the other parts are made from these.")
    summary: str = key(text(4000), "", doc="One or two plain sentences. Default: the body's first.")
    cover: str = key(file_name, "", doc="A picture beside the file. Default: the cover of the note's first book.")
    cover_alt: str = key(text(1000), "", doc="What the picture shows, for those who do not see it.")
    videos: tuple[VideoKeys, ...] = key(VIDEO_LIST, (), doc=VIDEOS_DOC)
    comments: bool | None = key(boolean, None, doc="Whether readers may comment. Default: as the settings say.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKeys:
    """The front matter of a page."""

    title: str = key(text(), doc="")
    menu: int | None = key(integer(), None, doc="Its place in the menu. Default: not in it.")
    summary: str = key(text(4000), "", doc="One plain sentence. Default: the body's first.")


def read_note(path: Path, name: Name, folder: Bundle, desk: Desk) -> Note | None:
    """Return the note of a file in the folder of notes, or None having told what is wrong."""
    document = load_document(path, desk.settings.project, desk.problems)
    keys = parse(NoteKeys, document.keys, desk.reading) if document else None
    given = (keys and keys.date) or name.date
    comments = read_comments(path, folder, desk.settings.language, desk)
    if keys is None or document is None:
        return None
    if given is None:
        hint = f"Call the file 2013-11-05-{name.slug}.md with the right date, or write a line `date: …` in it."
        desk.tell(rules.NO_DATE, document.where, "The note has no date.", hint)
        return None
    at = Opened(desk=desk, bundle=folder, document=document, language=desk.settings.language)
    body = at.body()
    return Note(
        key=name.key,
        slug=name.slug,
        title=at.words(keys.title),
        pub_date=moment_in(desk.settings.timezone, given),
        timed=isinstance(given, datetime),
        author=keys.author,
        category=at.words(keys.category),
        tags=at.tags(keys.tags),
        books=keys.books,
        episodes=keys.episodes,
        people=keys.people,
        series=at.words(keys.series),
        part=keys.part,
        summary=at.words(keys.summary) or first_sentences(body),
        cover=at.picture("cover", keys.cover, keys.cover_alt) if keys.cover else None,
        videos=read_videos(keys.videos, at),
        comments=comments,
        comments_open=desk.settings.comments.open if keys.comments is None else keys.comments,
        body=body,
    )


def read_page(path: Path, name: Name, folder: Bundle, desk: Desk) -> Page | None:
    """Return the page of a file, or None having told what is wrong."""
    document = load_document(path, desk.settings.project, desk.problems)
    keys = parse(PageKeys, document.keys, desk.reading) if document else None
    if keys is None or document is None:
        return None
    at = Opened(desk=desk, bundle=folder, document=document, language=desk.settings.language)
    body = at.body()
    summary = at.words(keys.summary) or first_sentences(body)
    return Page(key=name.key, title=at.words(keys.title), summary=summary, menu=keys.menu, body=body)

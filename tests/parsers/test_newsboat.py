"""The built feeds, read by Debian's newsboat, which keeps what it has read in a database."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.parsers.conftest import BuiltSite, Feed
from tests.parsers.facts import note_facts
from tests.parsers.parts import Facts, said, without

pytestmark = pytest.mark.newsboat

OF_A_CHANNEL = ("title", "link")
OF_AN_ITEM = ("title", "guid", "link", "content", "date", "enclosure")
"""What newsboat keeps: it is a reader of news that hands recordings on, by their address and type, to another program.
It knows no lengths in bytes or seconds, no seasons and numbers, no chapters, pictures or people, nor anything else of
itunes and Podcasting 2.0."""


def test_newsboat_reads_every_show_and_view_as_the_model_has_them(feeds: list[Feed], tmp_path: Path) -> None:
    for feed in feeds:
        channel, items = _read(feed.file, tmp_path / feed.file.stem)
        assert said(title=channel["title"], link=channel["url"]) == {key: feed.channel[key] for key in OF_A_CHANNEL}
        for one, item in zip(feed.items, items, strict=True):
            assert _item(item) == _known(one)


def test_newsboat_reads_every_note_as_the_model_has_it(built: BuiltSite, tmp_path: Path) -> None:
    _, items = _read(built.folder / built.site.routes.notes_feed(), tmp_path / "notes")
    for one, item in zip(note_facts(built.site), items, strict=True):
        assert without(_item(item), ["guid"]) == without(one, ["summary", "category"])


def _known(facts: Facts) -> Facts:
    address, _, kind = facts["enclosure"]
    known = {key: value for key, value in facts.items() if key in OF_AN_ITEM}
    # It shows the description where there are no notes.
    return {"content": facts["description"]} | known | {"enclosure": [address, kind]}


def _item(row: Any) -> Facts:
    return said(
        title=row["title"],
        guid=row["guid"],
        link=row["url"],
        content=row["content"],
        date=row["pubDate"],
        author=row["author"],
        enclosure=[row["enclosure_url"], row["enclosure_type"]] if row["enclosure_url"] else [],
    )


def _read(file: Path, folder: Path) -> tuple[Any, list[Any]]:
    """Return the rows of a feed and of its items, newest first, in a database of its own.

    In one database newsboat keeps an item once, whose guid is the same in every feed that has it.
    """
    folder.mkdir()
    (folder / "urls").write_text(f"{file.as_uri()}\n", encoding="utf-8")
    (folder / "config").write_text("", encoding="utf-8")
    database = folder / "cache.db"
    command = ["newsboat", "-q", "-u", folder / "urls", "-c", database, "-C", folder / "config", "-x", "reload"]
    environment = os.environ | {"HOME": str(folder), "LC_ALL": "C.UTF-8", "TERM": "dumb"}
    subprocess.run(command, env=environment, capture_output=True, timeout=60, check=True)
    with closing(sqlite3.connect(database)) as rows:
        rows.row_factory = sqlite3.Row
        (feed,) = rows.execute("SELECT * FROM rss_feed").fetchall()
        return feed, rows.execute("SELECT * FROM rss_item ORDER BY pubDate DESC").fetchall()

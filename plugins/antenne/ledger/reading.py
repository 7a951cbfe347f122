"""Reads the ledger's file: every version that Antenne ever wrote, and nothing that it never wrote."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from antenne.ledger.document import Unreadable, lines_of_keys, read_json, read_text, shown
from antenne.ledger.entries import Ledger, PublishedEpisode, PublishedShow, Withdrawn
from antenne.ledger.group import Group, is_address, is_digest, is_moment, is_page, is_path, is_seen, is_text, is_title
from antenne.ledger.writing import VERSION
from antenne.model import is_slug
from antenne.problems import Problems, Where
from antenne.problems.rules import LEDGER_UNREADABLE

_MORE = {"site", "former", "withdrawn", "views"}

RESTORE = (
    "Put back the version that was last published (for instance “git checkout -- {path}”), or make it anew from the "
    "published feed: invoke ledger --from FEED --force. Do not delete the file: without it every subscriber could get "
    "every episode a second time."
)


def read_ledger(path: Path, project: Path, problems: Problems) -> Ledger:
    """Read what was published; a missing file is an empty ledger, an unreadable one a problem and an empty ledger."""
    place = path.relative_to(project).as_posix() if path.is_relative_to(project) else path.name
    try:
        text = read_text(path)
        return _ledger(text, place) if text else Ledger(path=place)
    except Unreadable as reason:
        where = Where(place, reason.line)
        message = f"The ledger of what was published cannot be read: {reason}."
        problems.add(LEDGER_UNREADABLE.at(where, message, RESTORE.format(path=place)))
        return Ledger(path=place)


def _ledger(text: str, place: str) -> Ledger:
    lines, document = lines_of_keys(text), read_json(text)
    version = document.get("version") if isinstance(document, dict) else 1
    if isinstance(version, bool) or version not in (1, VERSION, None):
        raise Unreadable(f"its version is not 1 or {VERSION}, so a newer Antenne wrote it", 1)
    top = Group.of(document, "it", 1, {"version", "shows"}, _MORE if version == VERSION else set())
    shows = top.groups("shows", lines)
    return Ledger(
        path=place,
        site=top.text("site", is_address, ""),
        former=top.texts("former", is_address),
        views=_views(top, lines),
        shows={key: _show(key, node, lines, version) for key, node in sorted(shows.items())},
        withdrawn=_all_withdrawn(top, lines),
    )


def _views(top: Group, lines: Mapping[str, int]) -> dict[str, str]:
    line, found = lines.get("views", 1), top.values.get("views", {})
    if not isinstance(found, dict):
        raise Unreadable("“views” is not a group", line)
    for path, guid in found.items():
        if not is_path(path) or not isinstance(guid, str) or not is_text(guid):
            raise Unreadable(f"“{shown(path)}” is no feed with its guid", line)
    return dict(sorted(found.items()))


def _show(key: str, node: object, lines: Mapping[str, int], version: object) -> PublishedShow:
    line = lines.get(key, 1)
    more = {"title", "notes", "extras", "former"} if version == 2 else set()
    group = Group.of(node, f"“{key}”", line, {"guid", "feed", "episodes"}, more)
    episodes = group.groups("episodes", lines)
    return PublishedShow(
        guid=group.text("guid", is_text),
        feed=group.text("feed", is_path),
        title=group.text("title", is_title, ""),
        notes=group.text("notes", is_seen, ""),
        extras=group.text("extras", is_seen, ""),
        former=group.texts("former", is_path),
        episodes={name: _episode(name, entry, lines, version) for name, entry in sorted(episodes.items())},
        line=line,
    )


def _episode(key: str, node: object, lines: Mapping[str, int], version: object) -> PublishedEpisode:
    line = lines.get(key, 1)
    needed, more = {"guid", "pub_date", "enclosure", "length", "type"}, {"digest"}
    more |= {"title", "notes", "extras", "page", "former"} if version == 2 else set()
    group = Group.of(node, f"“{key}”", line, needed | (more if version == 1 else set()), more)
    return PublishedEpisode(
        guid=group.text("guid", is_text),
        pub_date=datetime.fromisoformat(group.text("pub_date", is_moment)),
        enclosure=group.text("enclosure", is_path),
        length=group.size("length"),
        type=group.text("type", is_text),
        digest=group.text("digest", is_digest, ""),
        title=group.text("title", is_title, ""),
        notes=group.text("notes", is_seen, ""),
        extras=group.text("extras", is_seen, ""),
        page=group.text("page", is_page, ""),
        former=group.texts("former", is_page),
        line=line,
    )


def _all_withdrawn(top: Group, lines: Mapping[str, int]) -> dict[str, Withdrawn]:
    found: dict[str, Withdrawn] = {}
    nodes = top.values.get("withdrawn", {})
    if not isinstance(nodes, dict):
        raise Unreadable("“withdrawn” is not a group", lines.get("withdrawn", 1))
    for guid, node in sorted(nodes.items()):
        group = Group.of(node, "a withdrawn episode", lines.get(guid, 1), {"show", "key", "pub_date"}, {"digest"})
        if not is_text(guid):
            raise Unreadable(f"“{shown(guid)}” cannot be a guid", group.line)
        found[guid] = Withdrawn(
            show=group.text("show", is_slug),
            key=group.text("key", is_slug),
            pub_date=datetime.fromisoformat(group.text("pub_date", is_moment)),
            digest=group.text("digest", is_digest, ""),
        )
    return found

"""The house stands as drawn: imports point down only, and each outside library is known to one room."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "plugins" / "antenne"

FLOORS = (
    {"filetypes"},
    {"model", "problems", "build", "kept", "probe"},
    {"fields", "text", "fetch", "wording"},
    {"settings", "media", "ledger"},
    {"read", "routes"},
    {"link", "markup", "intake", "channels"},
    {"feeds", "render", "search"},
    {"check", "servers", "stats"},
    {"deploy", "pipeline"},
    {"plugin"},
    {"commands"},
    {"__main__"},
)
FLOOR = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}

DOORS = {
    "pelican": {"plugin"},
    "feedgen": {"feeds"},
    "mutagen": {"probe"},
    "PIL": {"media"},
    "distributed": {"media"},
    "invoke": {"commands"},
    "rich": {"commands"},
    "starlette": {"commands"},
    "uvicorn": {"commands"},
    "watchfiles": {"commands"},
    "yaml": {"fields"},
    "jinja2": {"render"},
    "rjsmin": {"render"},
    "pyromark": {"text"},
    "nh3": {"text"},
    "boto3": {"deploy"},
    "botocore": {"deploy"},
    "brotli": {"servers"},
    "stdnum": {"text"},
}
"""The rooms that may import a library from outside; one that is not listed may be used where it is needed."""


def room_of(path: Path) -> str:
    """Return the room that a file of the package stands in."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[tuple[str, int]]:
    """Give every dotted name that a file imports, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import hides which room is meant"
            yield node.module or "", node.lineno


SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down_and_outside_libraries_have_one_door(path: Path) -> None:
    room = room_of(path)
    wrong = []
    for name, line in imports_of(path):
        parts = name.split(".")
        if parts[0] == "antenne" and len(parts) > 1 and parts[1] != room and FLOOR[parts[1]] >= FLOOR[room]:
            wrong.append(f"line {line}: {room} may not import {parts[1]}")
        if room not in DOORS.get(parts[0], {room}):
            wrong.append(f"line {line}: {room} may not know {parts[0]}")
    assert not wrong, wrong


@pytest.mark.parametrize("path", [p for p in SOURCES if room_of(p) != "kept"], ids=lambda p: p.stem)
def test_every_room_may_have_structs_and_one_alone_packs_them(path: Path) -> None:
    imports = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Import)]
    assert not [one.name for node in imports for one in node.names if one.name.split(".")[0] == "msgspec"]
    froms = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.ImportFrom)]
    taken = {f"{node.module}.{one.name}" for node in froms if node.module == "msgspec" for one in node.names}
    assert taken <= {"msgspec.Struct", "msgspec.field", "msgspec.structs"}
    assert {node.module for node in froms if (node.module or "").startswith("msgspec.")} <= {"msgspec.structs"}


TIMELESS = {"commands", "deploy", "stats", "fetch", "build", "__main__"}
"""Rooms that may ask the clock: none of them makes what is built."""


@pytest.mark.parametrize("path", [p for p in SOURCES if room_of(p) not in TIMELESS], ids=lambda p: p.stem)
def test_nothing_that_is_built_depends_on_the_clock(path: Path) -> None:
    asked = {"now", "utcnow", "today", "time", "localtime", "gmtime", "time_ns"}
    calls = [node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    found = [ast.unparse(call) for call in calls if isinstance(call, ast.Attribute) and call.attr in asked]
    clocks = ("datetime", "date", "time")
    # The memory of files asks whether one was changed too lately to be believed (docs/building.md).
    known = {"time.time_ns"} if path.name == "memory.py" else set[str]()
    assert not {name for name in found if name.split(".")[0] in clocks} - known


def test_every_room_has_a_floor() -> None:
    assert {room_of(path) for path in SOURCES} == set(FLOOR)


@pytest.mark.parametrize("path", [p for p in SOURCES if p.name == "__init__.py"], ids=lambda p: p.parent.name)
def test_a_rooms_face_defines_nothing(path: Path) -> None:
    allowed = (ast.Import, ast.ImportFrom, ast.Assign, ast.Expr)
    body = ast.parse(path.read_text(encoding="utf-8")).body
    assert all(isinstance(node, allowed) for node in body), "a package's face only names what it offers"

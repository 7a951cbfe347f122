"""Hints about settings as a Python file is written: front matter is YAML, settings are not."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from antenne.problems import Problem, nearest

_LINE = re.compile(r"(?:Add a line|Write its value after the colon:) `(?P<key>\w+): …`\.")
_LIST = re.compile(r"Write `(?P<key>\w+): \[(?P<items>[^\]]*)\]`, or each item on a line of its own after a hyphen\.")
_VALUE = re.compile(r"Write one value after the colon: `(?P<key>\w+): …`\.")


def in_python(problem: Problem, raw: Mapping[str, object], known: tuple[str, ...]) -> Problem:
    """Return a problem of settings with its hint in Python's form; `known` are the names that Antenne takes."""
    hint = _LINE.sub(lambda found: _said(found["key"], known), problem.hint)
    hint = _LIST.sub(lambda found: f'Write `"{found["key"]}": [{_quoted(found["items"])}]`.', hint)
    hint = _VALUE.sub(lambda found: f'Write one value: `"{found["key"]}": "…"`.', hint)
    hint = hint.replace(
        "Write each item on a line of its own after a hyphen.", "Write the items between brackets: […]."
    )
    hint = hint.replace("`true`", "`True`").replace("`false`", "`False`")
    if problem.code == "missing-key" and (slip := _slip(problem.where.path, raw, known)):
        hint = f"There is `{slip}`: did you mean `{problem.where.path}`?"
    return replace(problem, hint=hint)


def _said(key: str, known: tuple[str, ...]) -> str:
    return f'Write `{key} = "…"`.' if key in known else f'Write `"{key}": …` there.'


def _quoted(items: str) -> str:
    return ", ".join(f'"{item.strip()}"' for item in items.split(","))


def _slip(name: str, raw: Mapping[str, object], known: tuple[str, ...]) -> str:
    """Return the name in the file that is most like one that is missing."""
    others = {one.lower(): one for one in raw if one not in known}
    guess = nearest(name, others)
    return others[guess] if guess else ""

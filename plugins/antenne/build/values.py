"""The values of settings as text, so that two readings of a settings file can be compared."""

from __future__ import annotations

import os
import sys

from antenne.build.tree import Unsure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PLAIN = (str, bytes, bool, int, float, type(None))


def text_of(value: object) -> str:
    """Return a value as text that no other value has; raise Unsure for what cannot be compared, such as a function."""
    if type(value) in _PLAIN:
        return repr(value)
    if type(value) in (list, tuple):
        return f"{type(value).__name__}({', '.join(map(text_of, value))})"  # type: ignore[call-overload]
    if type(value) is dict:
        return "{" + ", ".join(f"{text_of(name)}: {text_of(one)}" for name, one in value.items()) + "}"
    if isinstance(value, os.PathLike):
        return f"Path({os.fspath(value)!r})"
    raise Unsure(f"the settings hold a {type(value).__name__}")


def texts_of(raw: Mapping[str, object], names: Iterable[str]) -> dict[str, str]:
    """Return the values of some settings as text, those that are not there left out; raise Unsure."""
    return {name: text_of(raw[name]) for name in names if name in raw}


def run_config(path: str, modules: Iterable[str]) -> dict[str, object]:
    """Return the names that a settings file defines; whatever it raises is raised.

    `modules` stand beside it and are imported anew, should another site's be loaded under their names.
    """
    for name in modules:
        sys.modules.pop(name, None)
    with open(path, "rb") as file:
        code = compile(file.read(), path, "exec")
    names: dict[str, object] = {"__name__": "<run_path>", "__file__": path}
    exec(code, names)  # noqa: S102 — it is the author's own program, as for every build
    return names

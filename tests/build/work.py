"""Counts the work of a build, in a process of its own: `python work.py SITE` builds, and prints it as JSON.

Seconds say what a machine was busy with; these numbers are the same everywhere, and only a change of ours moves them.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

SITE = Path(sys.argv[1]).resolve()
COUNTS: Counter[str] = Counter()
COUNTED = (
    ("antenne.render.renderer", "Renderer.page", "pages rendered"),
    ("antenne.media.prober", "Prober.ask", "recordings opened"),
    ("antenne.media.draw", "load", "pictures decoded"),
    ("antenne.media.parcels", "encode", "pictures encoded"),
    ("antenne.media.parcels", "draw_card", "cards drawn"),
    ("antenne.check.memo", "read_facts", "pages parsed"),
)


def opened(event: str, details: tuple[Any, ...]) -> None:
    """Count the files of the content that are read, and those of the output that are written."""
    if event != "open" or not isinstance(details[0], str):
        return
    path, flags = details[0], details[2]
    if path.startswith(f"{SITE}/content/") and path.endswith(".md"):
        COUNTS["texts read"] += 1
    elif "/.output.next/" in path and flags & os.O_ACCMODE:
        COUNTS["files written"] += 1


def counting(module: Any, name: str, what: str) -> None:
    """Let a function count its calls."""
    owner_name, _, function = name.rpartition(".")
    owner = getattr(module, owner_name) if owner_name else module
    real = getattr(owner, function)

    def counted(*arguments: Any, **more: Any) -> Any:
        COUNTS[what] += 1
        return real(*arguments, **more)

    setattr(owner, function, counted)


def main() -> None:
    """Build what has changed, and print what was done."""
    os.chdir(SITE)
    sys.path.insert(0, str(SITE / "plugins"))
    sys.addaudithook(opened)
    from antenne.build import Asked, look

    asked = Asked(str(SITE), "pelicanconf.py")
    seen = look(asked)
    if not seen.same:
        for module, name, what in COUNTED:
            counting(import_module(module), name, what)
        from antenne.commands.building import build_now

        build_now(asked, seen)
    print(json.dumps(dict(sorted(COUNTS.items()))))


if __name__ == "__main__":
    main()

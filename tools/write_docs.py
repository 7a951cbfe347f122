"""Writes the tables of docs/ anew from the code's own words: keys, settings, feed tags, rules, blocks and macros."""

from __future__ import annotations

import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent
sys.path[:0] = [str(PROJECT), str(PROJECT / "plugins")]

from antenne.feeds import feed_tables  # noqa: E402
from antenne.problems.catalogue import checks_tables  # noqa: E402
from antenne.read import front_matter_tables  # noqa: E402
from antenne.settings import settings_tables  # noqa: E402
from tools.theme_docs import theme_tables  # noqa: E402

MARK = "<!-- Below this line by tools/write_docs.py from the code. -->\n"
PAGES = {
    "front-matter.md": front_matter_tables,
    "settings.md": settings_tables,
    "feeds.md": feed_tables,
    "checks.md": checks_tables,
    "theme.md": theme_tables,
}


def page(name: str) -> str:
    """Return a page of the documentation as it should be: its own head, and the code's tables."""
    head = (PROJECT / "docs" / name).read_text(encoding="utf-8").split(MARK)[0]
    return f"{head}{MARK}\n{PAGES[name]()}"


if __name__ == "__main__":
    for name in PAGES:
        (PROJECT / "docs" / name).write_text(page(name), encoding="utf-8")

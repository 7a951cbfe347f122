"""axe-core in the page: what it finds wrong, of any impact."""

from __future__ import annotations

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WIDTHS = (360, 768, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules by which one scheme can be right and the other wrong."""

_RUN = """options => axe.run(document, options).then(({ violations }) => violations.map(
  ({ id, impact, nodes }) => `${id} (${impact}): ${nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(" ")}`
))"""


def load_axe(page: Page) -> None:
    """Make axe-core known to the page that is open."""
    page.evaluate(Axe().axe_script)


def run_axe(page: Page, *rules: str) -> list[str]:
    """Return what axe finds by all its rules or by some, a sentence each; axe has been loaded."""
    # WCAG 2.2's size of targets is not among the rules that axe runs unasked.
    options: dict[str, object] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    if rules:
        options["runOnly"] = {"type": "rule", "values": list(rules)}
    found: list[str] = page.evaluate(_RUN, options)
    return found


def look(page: Page) -> list[str]:
    """Return what axe finds at three widths by all rules, and in the dark by those on colours."""
    found = []
    load_axe(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            rules = () if scheme == "light" else COLOURS
            found += [f"{page.url} {width} {scheme}: {fault}" for fault in run_axe(page, *rules)]
    return found

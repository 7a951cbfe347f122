"""Pictures of every page of a site that is served, small and large, light and dark, to be looked at.

python -m tests.browser.screenshots http://127.0.0.1:8000 FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from lxml import etree
from playwright.sync_api import Browser, sync_playwright

WIDTHS = (360, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SHOW_ALL = "document.querySelectorAll('img').forEach(image => { image.loading = 'eager'; })"


def addresses(browser: Browser, site: str) -> Iterator[str]:
    """Give the address of every page that a site's sitemap names, and of its 404."""
    page = browser.new_page()
    answer = page.request.get(f"{site}/sitemap.xml")
    yield from (loc.text or "" for loc in etree.fromstring(answer.body()).iter("{*}loc"))
    yield f"{site}/404.html"
    page.close()


def take(browser: Browser, pages: list[str], folder: Path) -> None:
    """Write one picture for each page, width and scheme."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            for address in pages:
                name = urlsplit(address).path.strip("/").replace("/", "_") or "index"
                page.goto(address)
                page.evaluate(SHOW_ALL)
                page.wait_for_load_state("networkidle")
                page.screenshot(path=folder / f"{name}.{width}.{scheme}.png", full_page=True)
            page.close()


def main(site: str, folder: Path) -> None:
    """Take the pictures of a site into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=SWITCHES)
        take(browser, list(addresses(browser, site.rstrip("/"))), folder)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

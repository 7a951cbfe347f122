"""Pictures of every kind of page, at three widths, light and dark, to be looked at.

tools/screenshots.py FOLDER           builds the sample and « Essai » first, one page of each kind
tools/screenshots.py FOLDER ADDRESS   every page of a site that is served, 404 included
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from lxml import etree
from playwright.sync_api import Browser, sync_playwright

from tests.browser.kinds import one_of_each
from tests.support.everything import make_everything
from tests.support.serving import build_and_serve

CHROMIUM = Path("/usr/bin/chromium")
WIDTHS = (360, 768, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]
SHOW_ALL = """() => Promise.all([...document.images].map(image => {
  image.loading = "eager";
  return image.decode().catch(() => {});
}))"""
SAMPLE = Path(__file__).parent.parent.parent


def in_sitemap(browser: Browser, site: str) -> Iterator[str]:
    """Give the address of every page that a site's sitemap names, and of its 404."""
    page = browser.new_page()
    answer = page.request.get(f"{site}/sitemap.xml")
    yield from (loc.text or "" for loc in etree.fromstring(answer.body()).iter("{*}loc"))
    yield f"{site}/404.html"
    page.close()


def take(browser: Browser, pages: list[str], folder: Path) -> None:
    """Write one picture for each page, width and scheme, and an index of them."""
    folder.mkdir(parents=True, exist_ok=True)
    page = browser.new_page(reduced_motion="reduce")
    for address in pages:
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                page.evaluate(SHOW_ALL)
                page.screenshot(path=folder / _file(address, width, scheme), full_page=True)
    page.close()
    (folder / "index.html").write_text(index(pages), encoding="utf-8")


def index(pages: list[str]) -> str:
    """Return a page that shows the pictures, those of one page side by side."""
    rows = []
    for address in pages:
        files = [_file(address, width, scheme) for width in WIDTHS for scheme in SCHEMES]
        shown = "".join(
            f'<a href="{file}"><img src="{file}" alt="{file}" width="240" loading="lazy"></a>' for file in files
        )
        rows.append(f"<h2>{escape(urlsplit(address).path)}</h2><p>{shown}</p>")
    style = "body{font:1rem sans-serif}p{display:flex;gap:1rem;align-items:start}"
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Pages</title><style>{style}</style>'
    return "\n".join([head, "<h1>Pages</h1>", *rows, ""])


def _file(address: str, width: int, scheme: str) -> str:
    name = urlsplit(address).path.strip("/").replace("/", "_") or "home"
    return f"{name}.{width}.{scheme}.png"


def of_both(browser: Browser, folder: Path) -> None:
    """Build the sample and « Essai », and take one page of each kind of both."""
    with tempfile.TemporaryDirectory() as made:
        work = Path(made)
        for name, project in (("sample", SAMPLE), ("essai", make_everything(work / "essai"))):
            with build_and_serve(project, work / "out" / name) as site:
                take(browser, list(one_of_each(site)), folder / name)


def main(folder: Path, site: str = "") -> None:
    """Take the pictures into a folder."""
    if not CHROMIUM.exists():
        sys.exit(f"Chromium is needed, and {CHROMIUM} is not there: apt install chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=SWITCHES)
        if site:
            take(browser, list(in_sitemap(browser, site.rstrip("/"))), folder)
        else:
            of_both(browser, folder)
        browser.close()
    there = "index.html" if site else "sample/index.html and essai/index.html"
    print(f"The pictures are in {folder}: open {there} there.")


def run(words: list[str]) -> None:
    """Take the pictures that the words of a command ask for."""
    if len(words) not in (1, 2):
        sys.exit(__doc__)
    main(Path(words[0]), *words[1:])

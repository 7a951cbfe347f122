"""All rules on what is about to go out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from antenne.check.atom_rules import check_notes_feed
from antenne.check.feed import read_feed
from antenne.check.feed_channel import CHANNEL_RULES
from antenne.check.feed_enclosures import ENCLOSURE_RULES
from antenne.check.feed_files import FILE_RULES
from antenne.check.feed_items import ITEM_RULES
from antenne.check.page import read_page
from antenne.check.page_links import Links
from antenne.check.page_rules import PAGE_RULES
from antenne.check.references import page_references, style_references
from antenne.check.site import Site
from antenne.problems import Problem, Problems
from antenne.routes import Routes
from antenne.settings import Settings


def check_output(folder: Path, settings: Settings, routes: Routes) -> tuple[Problem, ...]:
    """Return everything that is wrong in a built folder, by place; paths are relative to the site's root."""
    site = Site.read(folder, settings, routes)
    problems = Problems()
    problems.extend(check_feeds(site))
    problems.extend(check_pages(site))
    return problems.sorted()


def check_feeds(site: Site) -> Iterator[Problem]:
    """Give what is wrong with the shows' feeds and the notes' feed, read back from their bytes."""
    notes = site.routes.notes_feed()
    folder = f"{site.settings.routes.feeds}/"
    for path in sorted(path for path in site.files if path.startswith(folder) and path.endswith(".xml")):
        if path == notes:
            yield from check_notes_feed(site, path)
            continue
        feed = read_feed(site, path)
        if isinstance(feed, Problem):
            yield feed
            continue
        for rule in (*CHANNEL_RULES, *ITEM_RULES, *ENCLOSURE_RULES, *FILE_RULES):
            yield from rule(feed, site)


def check_pages(site: Site) -> Iterator[Problem]:
    """Give what is wrong with the pages and style sheets; each page is parsed once."""
    links = Links(site=site)
    ids: dict[str, frozenset[str]] = {}
    for path in sorted(site.files):
        if path.endswith(".html"):
            page = read_page(site, path)
            if isinstance(page, Problem):
                yield page
                continue
            ids[path] = frozenset(page.ids)
            for rule in PAGE_RULES:
                yield from rule(page)
            for reference in page_references(page):
                links.add(path, reference)
        elif path.endswith(".css"):
            for reference in style_references((site.folder / path).read_text(encoding="utf-8", errors="replace")):
                links.add(path, reference)
    yield from links.problems(ids)

"""All rules on what is about to go out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from antenne.check.documents import feed_problems
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
    site = Site.read(folder, settings.site_url, private=settings.private)
    problems = Problems()
    feeds = f"{routes.settings.routes.feeds}/"
    for path in sorted(path for path in site.files if path.startswith(feeds) and path.endswith(".xml")):
        problems.extend(_feed(site, path))
    problems.extend(page_problems(site))
    return problems.sorted()


def page_problems(site: Site) -> Iterator[Problem]:
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


def _feed(site: Site, path: str) -> Iterator[Problem]:
    key = path.rsplit("/", 1)[-1].removesuffix(".xml")
    return feed_problems(
        (site.folder / path).read_bytes(),
        path,
        address=site.address(path),
        source=f"content/shows/{key}/index.md",
        private=site.private,
        site=site,
    )

"""All rules on what is about to go out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

from antenne.check.alternates import Alternates
from antenne.check.documents import feed_problems
from antenne.check.facts import Facts
from antenne.check.forms import json_feed_problems, opml_problems
from antenne.check.linked_data import LinkedData
from antenne.check.memo import FactsMemo
from antenne.check.page import Page, parse_page
from antenne.check.page_links import Links, is_suspect
from antenne.check.page_sharing import SHARING_RULES
from antenne.check.references import Reference, page_references, style_references
from antenne.check.site import Site, Whole
from antenne.problems import Problem, Problems
from antenne.routes import Routes
from antenne.settings import Settings


def check_output(
    whole: Whole | Path, settings: Settings, routes: Routes, memo: FactsMemo | None = None
) -> tuple[Problem, ...]:
    """Return everything that is wrong in a built site or folder, by place; paths are relative to the site's root.

    Pages that a `memo` has seen with these bytes are not parsed again, nor are feeds that name the same files as then.
    """
    memo = memo or FactsMemo()
    site = Site(
        whole=Whole.of(whole) if isinstance(whole, Path) else whole,
        root=settings.site_url,
        private=settings.private,
        media=settings.media_url,
        prefix=settings.prefix_of_recordings,
        cards=settings.makes("cards"),
    )
    problems = Problems()
    feeds = f"{routes.settings.routes.feeds}/"
    for path in sorted(path for path in site.files if path.startswith(feeds)):
        problems.extend(memo.feed(site, path, partial(_feed, path=path, routes=routes)))
    problems.extend(page_problems(site, memo))
    return problems.sorted()


def page_problems(site: Site, memo: FactsMemo | None = None) -> Iterator[Problem]:
    """Give what is wrong with the pages and style sheets; each page is parsed once, or never if a memo knows it."""
    memo = memo or FactsMemo()
    data, alternates = LinkedData(), Alternates(site=site)
    pages: dict[str, Facts] = {}
    for path in sorted(path for path in site.files if path.endswith(".html")):
        page = pages[path] = memo.page(site, path)
        yield from page.problems
        for judge in SHARING_RULES:
            yield from judge(page, site, partial(memo.shape, site))
        data.add(page)
        alternates.add(page)
    yield from _link_problems(site, pages)
    yield from data.problems()
    yield from alternates.problems()


def _link_problems(site: Site, pages: Mapping[str, Facts]) -> Iterator[Problem]:
    """Give what is wrong with the addresses of pages and style sheets; only what may be wrong is looked at again."""
    links, ids = Links(site=site), {path: page.ids for path, page in pages.items() if page.readable}
    suspects = {path for path, page in pages.items() if is_suspect(page, site, ids)}
    for path in sorted({*suspects, *(path for path in site.files if path.endswith(".css"))}):
        for reference in _references(site, path):
            links.add(path, reference)
    yield from links.problems(ids)


def _references(site: Site, path: str) -> Iterator[Reference]:
    """Give every address of a file."""
    if path.endswith(".css"):
        yield from style_references(site.at(path).read_text(encoding="utf-8", errors="replace"))
    elif isinstance(page := parse_page(path, site.at(path).read_bytes()), Page):
        yield from page_references(page)


def _feed(site: Site, path: str, routes: Routes) -> Iterator[Problem]:
    """Give what is wrong with a file among the feeds.

    What a warning is about is told at the show's own feed: views and archives hold the same items again.
    """
    match PurePosixPath(path).suffix:
        case ".json":
            yield from json_feed_problems(site, path)
        case ".opml":
            yield from opml_problems(site, path)
        case ".xml" | ".atom":
            source = _source(path, routes)
            data = site.at(path).read_bytes()
            found = feed_problems(
                data, path, address=site.address(path), source=source, private=site.private, site=site
            )
            own = PurePosixPath(path).parent.name == routes.settings.routes.feeds
            yield from (problem for problem in found if own or problem.is_error)


def _source(path: str, routes: Routes) -> str:
    """Return the file in which the author says what a feed is about."""
    names = routes.settings.routes
    parts = [part for part in PurePosixPath(path).parts[1:] if part != "archives"]
    if len(parts) > 1 and parts[-1].split(".")[0].isdigit():
        parts.pop()
    kinds = {names.books: "books", names.people: "people"}
    kind = kinds.get(parts[0], "shows") if len(parts) > 1 else "shows"
    return f"content/{kind}/{parts[-1].split('.')[0]}/index.md"

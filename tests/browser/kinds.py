"""Pages by kind: what one template made, told by the addresses alone."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from tests.support.serving import Served


def kind_of(site: Served, address: str) -> tuple[str, ...]:
    """Return the kind of a page: its section, how deep it lies, and its name where that is no bundle's."""
    steps = address.removeprefix(site.address).strip("/").split("/")
    if len(steps) > 1 and len(steps[0]) == 2:
        return (steps[0], *kind_of(site, f"{site.address}/{'/'.join(steps[1:])}"))
    if urlsplit(address).path.endswith(".html") or len(steps) == 1:
        return (str(len(steps)), steps[-1])
    if steps[0].isdigit() or steps[1].isdigit():
        return (steps[0], str(len(steps)))
    return (steps[0], str(len(steps)), *steps[2:])


def one_of_each(site: Served) -> Iterator[str]:
    """Give one page of each kind: the longest one, which has the most to go wrong."""
    found: dict[tuple[str, ...], str] = {}
    for address in site.pages():
        kind = kind_of(site, address)
        if kind not in found or _length(site, address) > _length(site, found[kind]):
            found[kind] = address
    yield from found.values()


def _length(site: Served, address: str) -> int:
    path = site.folder / address.removeprefix(site.address).lstrip("/")
    return (path if path.suffix == ".html" else path / "index.html").stat().st_size


def every_page(site: Served) -> list[str]:
    """Return every page in the site's own language, and one of each kind in the others."""
    once = set(one_of_each(site))
    return [page for page in site.pages() if page in once or not _is_translated(site, page)]


def _is_translated(site: Served, address: str) -> bool:
    return len(kind_of(site, address)[0]) == 2 and not kind_of(site, address)[0].isdigit()

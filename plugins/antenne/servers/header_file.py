"""The `_headers` file of hosts such as Netlify and Cloudflare Pages, which stands in the built site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from urllib.parse import quote

from antenne.servers.answers import OPEN, Answers, cache_of, type_of
from antenne.servers.patterns import Place, places, types
from antenne.servers.service import said

HEADER_FILE = "_headers"
_CSP = "Content-Security-Policy"
_FRAMED = "frame-ancestors"
_GUESSED = (".html", ".css", ".js", ".txt", ".pdf", ".mp3", ".mp4", ".webm", ".jpg", ".jpeg", ".png", ".svg", ".ico")
"""Endings that every host knows the type of; there may be no more than a hundred rules."""


def header_file(answers: Answers, files: Iterable[str], base: str = "") -> bytes:
    """Return the file; raise CannotSay.

    Where two rules hold for a page such hosts put their values together, and a browser keeps both policies: so no two
    rules for a policy meet, and the pages of a folder have one, which allows what any of them needs. Only who may
    frame a page is told apart.
    """
    paths = sorted(files)
    return "".join(
        f"{line}\n"
        for line in (*_everywhere(answers, base), *_policies(answers, paths, base), *_kept(paths, base), *_types(base))
    ).encode()


def _everywhere(answers: Answers, base: str) -> Iterator[str]:
    yield f"{base}/*"
    for name, value in sorted({**answers.everywhere, **OPEN}.items()):
        if name != _CSP:
            yield f"  {name}: {said(value)}"


def _policies(answers: Answers, paths: list[str], base: str) -> Iterator[str]:
    read = cache(_directives)
    usual = answers.everywhere.get(_CSP, "")
    pages = (path for path in paths if path.endswith(".html"))
    policies = {path: read(answers.pages.get(path, {}).get(_CSP, usual)) for path in pages}
    framed = {path: policy.get(_FRAMED, ("'none'",)) for path, policy in policies.items()}
    folders: dict[str, list[str]] = {}
    for place, path in _apart("", sorted(framed), framed):
        folders.setdefault(place, []).append(path)
    for place, inside in folders.items():
        joined = _joined(policies[path] for path in inside)
        addresses = (place, *((place.removesuffix("index.html"),) if place.endswith("index.html") else ()))
        for address in addresses:
            yield _address(Place(path=address), base, whole=address != place)
            yield f"  {_CSP}: {said(joined)}"


def _apart(folder: str, paths: list[str], framed: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Give each page's folder, the widest one whose pages may all be framed by the same sites; or its own path."""
    if folder and len({framed[path] for path in paths}) == 1:
        yield from ((folder, path) for path in paths)
        return
    below: dict[str, list[str]] = {}
    for path in paths:
        step, slash, _ = path[len(folder) :].partition("/")
        below.setdefault(f"{folder}{step}{slash}", []).append(path)
    for place, inside in below.items():
        if place.endswith("/"):
            yield from _apart(place, inside, framed)
        else:
            yield place, place


def _directives(policy: str) -> dict[str, tuple[str, ...]]:
    parts = (directive.split() for directive in policy.split(";"))
    return {words[0]: tuple(words[1:]) for words in parts if words}


def _joined(policies: Iterable[Mapping[str, tuple[str, ...]]]) -> str:
    sources: dict[str, dict[str, None]] = {}
    for policy in policies:
        for name, allowed in policy.items():
            sources.setdefault(name, {}).update(dict.fromkeys(allowed))
    # “None” means nothing beside something.
    told = {name: [one for one in all_ if one != "'none'"] or ["'none'"] for name, all_ in sources.items()}
    return "; ".join(" ".join((name, *all_)) for name, all_ in told.items())


def _kept(paths: list[str], base: str) -> Iterator[str]:
    """Give the folders in which everything is kept for ever; a single file is asked for again, as hosts do anyway."""
    told = {path: cache_of(path) for path in paths}
    for place, value in places({path: "" if value == "no-cache" else value for path, value in told.items()}):
        if place.is_folder:
            yield _address(place, base)
            yield f"  Cache-Control: {value}"


def _types(base: str) -> Iterator[str]:
    for media, endings in types().items():
        for ending in endings:
            if f".{ending}" not in _GUESSED and ending != "json":
                yield f"{base}/*.{ending}"
                yield f"  Content-Type: {media}"
    yield f"{base}/*/chapters.json"
    yield f"  Content-Type: {type_of('chapters.json')}"


def _address(place: Place, base: str, *, whole: bool = False) -> str:
    star = "*" if place.is_folder and not whole else ""
    return f"{base}/{quote(place.path)}{star}"

"""The rules of `answers` as patterns of paths, which servers can be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from antenne.servers.answers import CHAPTERS, TYPES, is_open
from antenne.servers.kinds import FEEDS, SIDECAR_NAMES, Kind, kind_of

_PLAIN = re.compile(r"[A-Za-z0-9/_-]")


class Place(Struct, frozen=True, kw_only=True):
    """A file of the site, or a folder with everything in it: its path, a folder's with a slash at its end."""

    path: str

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder; the whole site is one."""
        return not self.path or self.path.endswith("/")


def suffixes(paths: Iterable[str]) -> str:
    """Return a regular expression for the endings of file names, given with their points."""
    return "|".join(sorted(path.removeprefix(".") for path in paths))


def kept() -> str:
    """Return the expression for files that are kept for ever: `cache_of`."""
    kinds = suffixes(one for one in TYPES if kind_of(f"x{one}") in (Kind.MEDIA, Kind.ASSET))
    return rf"[.-][0-9a-f]{{10,12}}[.-](?:[^/]*\.)?(?:{kinds})$"


def opened() -> tuple[str, str]:
    """Return the expressions for files that other sites may read, and for those that they may not after all."""
    names = "|".join(name.replace(".", r"\.") for name in sorted(SIDECAR_NAMES))
    kinds = suffixes(one for one in {*TYPES, *FEEDS} if is_open(f"x{one}"))
    return rf"(?:\.(?:{kinds})|/(?:{names}))$", rf"/(?:sitemap|_)[^/]*\.(?:{suffixes(FEEDS)})$"


def types() -> dict[str, tuple[str, ...]]:
    """Return each media type with the endings that have it, without their points."""
    named: dict[str, list[str]] = {}
    for suffix, media in TYPES.items():
        named.setdefault(media, []).append(suffix.removeprefix("."))
    return {media: tuple(sorted(endings)) for media, endings in sorted(named.items())}


def by_name() -> dict[str, str]:
    """Return the types that hang on a whole name, by an expression that is stronger than those of endings."""
    return {r"/chapters\.json$": CHAPTERS}


def exactly(text: str) -> str:
    """Return an expression for a text of bytes, in ASCII; it holds no quote, space, `#`, `$` or brace."""
    return "".join(c if _PLAIN.fullmatch(c) else "".join(f"\\x{byte:02x}" for byte in c.encode()) for c in text)


def exactly_in_runes(text: str) -> str:
    """Return the same for engines that compare characters."""
    return "".join(c if _PLAIN.fullmatch(c) else f"\\x{{{ord(c):x}}}" for c in text)


def places(values: Mapping[str, str]) -> tuple[tuple[Place, str], ...]:
    """Return the fewest places that have a value, from files and theirs; files with "" are in none.

    A folder stands for its files only when all of them have the same value: what comes into it later has it too.
    """
    return tuple(_places("", sorted(values.items())))


def _places(folder: str, files: list[tuple[str, str]]) -> Iterable[tuple[Place, str]]:
    said = {value for _, value in files}
    if said == {""} or not files:
        return
    if len(said) == 1:
        yield Place(path=folder), files[0][1]
        return
    below: dict[str, list[tuple[str, str]]] = {}
    for path, value in files:
        step, slash, _ = path[len(folder) :].partition("/")
        below.setdefault(f"{folder}{step}{slash}", []).append((path, value))
    for place, inside in below.items():
        if place.endswith("/"):
            yield from _places(place, inside)
        elif inside[0][1]:
            yield Place(path=place), inside[0][1]

"""Reads the map of redirects of a published site back: which addresses were left, and what stands for them now."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from antenne.ledger.group import is_address, is_page, is_path

MOST_LINES = 100_000


def read_redirects(text: str, site: str) -> Mapping[str, tuple[str, ...]]:
    """Return the old paths by the path that stands for them, and under an empty one the old addresses of the site."""
    base = urlsplit(site).path.rstrip("/")
    found: dict[str, set[str]] = {}
    for line in text.splitlines()[:MOST_LINES]:
        words = line.split()
        if len(words) != 3 or words[2] != "301":
            continue
        if is_address(old := words[0].removesuffix("/*")) and words[1] == f"{site}/:splat":
            found.setdefault("", set()).add(old)
        elif words[0].startswith(f"{base}/") and words[1].startswith(f"{base}/"):
            old, new = (unquote(word.removeprefix(f"{base}/")) for word in words[:2])
            if all(is_path(path) or is_page(path) for path in (old, new)):
                found.setdefault(new, set()).add(old)
    return {new: tuple(sorted(olds)) for new, olds in found.items()}

"""The documentation of the feeds' tags, made from their table."""

from __future__ import annotations

from collections.abc import Iterator

from antenne.feeds.tags import ITUNES_TAGS, LEFT_OUT, PODCAST_TAGS, RSS_TAGS, Tag

_GROUPS = (("RSS, Atom and the rest", RSS_TAGS), ("itunes", ITUNES_TAGS), ("podcast (Podcasting 2.0)", PODCAST_TAGS))
_SCOPES = {"channel": "show", "item": "episode"}


def feed_tables() -> str:
    """Return the Markdown tables of all tags, and the list of what is left out."""
    groups = (f"## {title}\n\n" + "\n".join(_rows(tags)) + "\n" for title, tags in _GROUPS)
    left = "\n".join(f"- `{name}`: {why}." for name, why in LEFT_OUT.items())
    return "\n".join((*groups, f"## What Antenne does not write\n\n{left}\n"))


def _rows(tags: tuple[Tag, ...]) -> Iterator[str]:
    yield "| tag | in | key | what it says | example |"
    yield "| --- | --- | --- | --- | --- |"
    for one in tags:
        scope = ", ".join(_SCOPES[where] for where in one.scope)
        names = one.key if one.key.startswith("(") else ", ".join(f"`{name}`" for name in one.key.split(", "))
        inside = f" Within it: {', '.join(f'`{name}`' for name in one.also)}." if one.also else ""
        example = f"`{one.example}`" if one.example else ""
        yield f"| `{one.name}` | {scope} | {names} | {one.doc}{inside} | {example} |"

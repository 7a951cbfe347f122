"""Rules on the catalogue: what can be judged before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from antenne.model import Catalog, Episode
from antenne.problems import Problem, Where
from antenne.problems.rules import SAME_GUID


def check_catalog(catalog: Catalog, places: Mapping[tuple[str, str], Where]) -> Iterator[Problem]:
    """Give the problems of a settled catalogue; `places` says where each object was read, by kind and key."""
    first: dict[str, Episode] = {}
    for episode in sorted(catalog.episodes, key=lambda e: e.key):
        other = first.setdefault(episode.guid, episode)
        if other is not episode:
            yield SAME_GUID.at(
                places.get(("episode", episode.key), Where("content/episodes")),
                f"“{episode.title}” and “{other.title}” have the same guid: apps would show only one of them.",
                "Take the line guid out of the newer one; it gets a guid of its own.",
            )

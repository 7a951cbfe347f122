"""All tools that are measured."""

from __future__ import annotations

from pathlib import Path

from benchmarks.generators.antenne import Antenne
from benchmarks.generators.eleventy import Eleventy
from benchmarks.generators.generator import Generator
from benchmarks.generators.hugo import Hugo
from benchmarks.generators.pelican import Pelican

NAMES = ("antenne", "real", "hugo", "eleventy", "pelican")
"""By what the command line knows them; `real` is Antenne with its own theme."""


def make_generator(name: str, folder: Path, *, media: bool = False) -> Generator:
    """Return a tool by its name, with its site in a folder."""
    match name:
        case "antenne":
            return Antenne(folder=folder)
        case "real":
            return Antenne(folder=folder, kind="real")
        case "hugo":
            return Hugo(folder=folder, media=media)
        case "eleventy":
            return Eleventy(folder=folder, media=media)
        case "pelican":
            return Pelican(folder=folder, media=media)
    raise ValueError(name)

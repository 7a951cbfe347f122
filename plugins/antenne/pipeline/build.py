"""One whole build: read, write beside the last good output, judge, and only then take its place."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from antenne.check import check_output
from antenne.pipeline.assemble import Site, assemble
from antenne.pipeline.emit import Progress, emit
from antenne.pipeline.memos import Memos
from antenne.pipeline.output import held, replace_output, staging
from antenne.problems import Problem, Problems
from antenne.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a build is asked for: its settings, the changes that the author means, and who is told of its progress.

    It is `public` when SITEURL is the address that subscribers know. `memos` are what is kept of the build before.
    """

    settings: Settings
    accepted: frozenset[str] = frozenset()
    public: bool = False
    progress: Progress | None = None
    memos: Memos | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A finished build: its site, the folder that holds it, every warning, and what happened on the way."""

    site: Site
    folder: Path
    warnings: tuple[Problem, ...]
    notes: tuple[str, ...] = ()


Door = Callable[[Order, Path], Built]
"""A way to make a site in a folder: straight from the catalogue, or through a whole Pelican."""


def straight(order: Order, folder: Path) -> Built:
    """Make a site in a folder without Pelican."""
    memos = order.memos
    site = assemble(order.settings, accepted=order.accepted, public=order.public, memos=memos)
    notes = emit(site, folder, order.progress, memos)
    return Built(site=site, folder=folder, warnings=judge(site, folder, memos), notes=notes)


def build(order: Order, door: Door = straight) -> Built:
    """Build into `settings.output`; raise ProblemsFound with everything wrong and leave the last output as it is."""
    with building(order, door) as built:
        return built


@contextmanager
def building(order: Order, door: Door = straight) -> Iterator[Built]:
    """Build, and keep other builds away from the output until whoever asked is done with it."""
    with held(order.settings.output, order.settings.cache):
        yield _build(order, door)


def _build(order: Order, door: Door) -> Built:
    output = order.settings.output
    fresh = staging(output)
    if order.memos:
        order.memos.begin()
    try:
        built = door(order, fresh)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    replace_output(fresh, output)
    if order.memos:
        order.memos.commit(output)
    return replace(built, folder=output)


def judge(site: Site, folder: Path, memos: Memos | None = None) -> tuple[Problem, ...]:
    """Judge what was written; return all warnings, or raise ProblemsFound when there is an error."""
    problems = Problems()
    problems.extend(site.warnings)
    problems.extend(check_output(folder, site.settings, site.routes, memos.facts if memos else None))
    problems.raise_errors()
    return problems.sorted()

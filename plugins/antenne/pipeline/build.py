"""One whole build: read, write beside the last good output, judge, and only then take its place."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from antenne.check import Whole, check_output
from antenne.pipeline.assemble import Site, assemble
from antenne.pipeline.emit import Progress, emit
from antenne.pipeline.locks import held
from antenne.pipeline.memos import Memos
from antenne.pipeline.output import Output, patch_output, replace_output, staging
from antenne.problems import Problem, Problems, ProblemsFound
from antenne.settings import Settings


class Order(Struct, frozen=True, kw_only=True):
    """What a build is asked for: its settings, the changes that the author means, and who is told of its progress.

    It is `public` when SITEURL is the address that subscribers know. `memos` are what is kept of the build before.
    """

    settings: Settings
    accepted: frozenset[str] = frozenset()
    public: bool = False
    progress: Progress | None = None
    memos: Memos | None = None


class Built(Struct, frozen=True, kw_only=True):
    """A finished build: its site, the folder that holds it, every warning, and what happened on the way."""

    site: Site
    folder: Path
    warnings: tuple[Problem, ...]
    notes: tuple[str, ...] = ()
    output: Output | None = None


Door = Callable[[Order, Path], Built]
"""A way to make a site in a folder: straight from the catalogue, or through a whole Pelican."""


def straight(order: Order, folder: Path) -> Built:
    """Make a site in a folder without Pelican: all of it, or what is not as it was in the last good build."""
    memos = order.memos
    site = assemble(order.settings, accepted=order.accepted, public=order.public, memos=memos)
    output = Output.over(folder, memos.base, memos.linked) if memos else Output(folder)
    notes = emit(site, output, order.progress, memos)
    warnings = judge(site, output.whole(), memos)
    return Built(site=site, folder=folder, warnings=warnings, notes=notes, output=output)


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
    output, memos = order.settings.output, order.memos
    fresh = staging(output)
    if memos:
        memos.begin(output)
    try:
        built = door(order, fresh)
        _settle(fresh, output, built.output)
    except ProblemsFound:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        if memos:
            # Whatever it was, it may have been done to the last build.
            memos.base = None
        raise
    if memos:
        memos.commit(output)
    return replace(built, folder=output, output=None)


def _settle(fresh: Path, output: Path, made: Output | None) -> None:
    """Let what was made and judged take its place: the whole folder, or what has changed in it."""
    if made is None or made.base is None:
        replace_output(fresh, output)
    else:
        patch_output(fresh, output, made.changed, made.stale)


def judge(site: Site, whole: Whole, memos: Memos | None = None) -> tuple[Problem, ...]:
    """Judge what was written; return all warnings, or raise ProblemsFound when there is an error."""
    problems = Problems()
    problems.extend(site.warnings)
    problems.extend(check_output(whole, site.settings, site.routes, memos.facts if memos else None))
    problems.raise_errors()
    return problems.sorted()

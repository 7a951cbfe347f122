"""The steps of `invoke build`: build what has changed, and remember what it was made from."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from msgspec.structs import astuple, replace

from antenne.build import Asked, Seen, look
from antenne.build.record import Recording
from antenne.build.told import PLAIN, SUMMARY, WARNINGS
from antenne.commands.clearing import clear_up
from antenne.commands.project import Project
from antenne.commands.report import Report
from antenne.commands.telling import code_of
from antenne.kept import Rows, read_shelf, write_shelf
from antenne.model import Catalog
from antenne.pipeline import Built, Memos, Order, Progress, assemble, building
from antenne.pipeline.locks import held
from antenne.problems import Problem, Severity, Where
from antenne.settings.config import counted, needs_pelican


def build_site(report: Report, asked: Asked, seen: Seen) -> None:
    """Build the site, after saying why it must be built, and remember it."""
    if seen.why:
        report.say(seen.why)
    with report.progress("Pictures") as progress, _building(asked, seen, progress) as built:
        pass
    tell_notes(report, built)
    report.warnings(built.warnings)
    report.say(_summary(asked, built))
    clear_up(built.site.settings.cache)


@contextmanager
def built_site(report: Report, asked: Asked) -> Iterator[Built]:
    """Give the built site, whose output no other build changes meanwhile; build it where anything has changed.

    What a publication has packed beside the files of the output is no change.
    """
    with ExitStack() as kept:
        seen = look(asked, packed=True)
        built = kept.enter_context(_unchanged(asked, seen))
        if built is None:
            kept.pop_all().close()
            with report.progress("Pictures") as progress:
                built = kept.enter_context(_building(asked, look(asked, packed=True), progress))
            tell_notes(report, built)
        yield built
    clear_up(built.site.settings.cache)


@contextmanager
def _unchanged(asked: Asked, seen: Seen) -> Iterator[Built | None]:
    """Give what the last build has made, and what it was made from; None where anything has changed since."""
    if not seen.same:
        yield None
        return
    order, _ = _order(asked)
    settings = order.settings
    with held(settings.output, settings.cache):
        memos = Memos.of_rows(_rows(asked, seen), settings.output, (), seen.still_holds)
        memos.begin(settings.output)
        site = assemble(settings, accepted=order.accepted, public=order.public, memos=memos)
        # What was read is what the output was made from only if it is still so.
        seen = look(asked, packed=True)
        warnings = tuple(_problem(*one) for one in json.loads(seen.said[WARNINGS])) if seen.same else ()
        yield Built(site=site, folder=settings.output, warnings=warnings) if seen.same else None


@contextmanager
def _building(asked: Asked, seen: Seen, progress: Progress | None) -> Iterator[Built]:
    """Build the site, remember it, and keep its output from other builds until the caller is done with it."""
    recording = Recording(asked, seen)
    order, raw = _order(asked)
    settings = order.settings
    door = Project(Path(asked.project)).door(asked.config, raw)
    shelf, rows, memos = Path(asked.shelf), _rows(asked, seen), None
    # What other plugins of Pelican read is known to them alone: such a site is built every time.
    if not needs_pelican(raw):
        recording.read(raw, counted(), content=settings.content, themes=settings.themes, zone=str(settings.timezone))
        edits = None if seen.followed_links() else map(os.fsdecode, seen.edits or ())
        memos = Memos.of_rows(rows, settings.output, edits, seen.still_holds)
    with building(replace(order, progress=progress, memos=memos), door) as built:
        seal = write_shelf(shelf, memos.rows(), rows, seen.kept) if memos else b""
        recording.keep(built.folder, _said(asked, built), seal)
        yield built


def _rows(asked: Asked, seen: Seen) -> Rows:
    """Return what is kept of the last build, where it still holds for what has not changed since."""
    return read_shelf(Path(asked.shelf), seen.kept) if seen.edits is not None else {}


def _order(asked: Asked) -> tuple[Order, Mapping[str, object]]:
    """Return the order of a build as it is asked for, and what its settings file says."""
    project = Project(Path(asked.project))
    raw = project.raw(asked.config, {"SITEURL": asked.site_url} if asked.site_url else None)
    output = Path(asked.output) if asked.output else None
    accepted = frozenset(asked.accepted)
    return project.order(asked.config, raw, output=output, site_url=asked.site_url, accepted=accepted), raw


def _summary(asked: Asked, built: Built) -> str:
    return f"Built in {Project(Path(asked.project)).shown(built.folder)}/: {counts(built.site.catalog)}."


def build_now(asked: Asked, seen: Seen) -> int:
    """Build the site as it is asked for, and return the exit code."""
    return code_of(lambda report: build_site(report, asked, seen))


def tell_notes(report: Report, built: Built) -> None:
    """Tell what happened while a site was built."""
    for note in built.notes:
        report.warn(note)


def tell_warnings(said: str) -> None:
    """Tell the warnings of an earlier build."""
    Report().warnings(_problem(*one) for one in json.loads(said))


def counts(catalog: Catalog) -> str:
    """Return what a site holds, in words."""
    found = (
        (len(catalog.books), "book"),
        (len(catalog.episodes), "episode"),
        (len(catalog.notes), "note"),
        (len(catalog.people), "person"),
    )
    plurals = {"person": "people"}
    return ", ".join(f"{n} {noun if n == 1 else plurals.get(noun, noun + 's')}" for n, noun in found)


def _said(asked: Asked, built: Built) -> dict[str, str]:
    """Return what is said of a build, to be said again."""
    plain = io.StringIO()
    Report(err=plain).warnings(built.warnings)
    rows = [_row(one) for one in built.warnings]
    return {SUMMARY: _summary(asked, built), WARNINGS: json.dumps(rows), PLAIN: plain.getvalue()}


def _row(problem: Problem) -> Sequence[object]:
    return (problem.code, problem.severity.value, astuple(problem.where), problem.message, problem.hint)


def _problem(code: str, severity: str, where: tuple[str, int], message: str, hint: str) -> Problem:
    return Problem(code, Severity(severity), Where(*where), message, hint)

"""The steps of `invoke check`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from invoke.exceptions import Exit

from antenne.check import NothingToJudge, check_feed, check_folder, check_live, read_feed_file
from antenne.commands.formats import FORMATS, as_json, as_sarif
from antenne.commands.project import Project
from antenne.commands.remarks import come_out
from antenne.commands.report import Report
from antenne.commands.telling import WRONG
from antenne.fetch import FetchRefused, Limits, fetch
from antenne.problems import Problem, ProblemsFound, nearest
from antenne.problems.catalogue import explain, rules_by_code

_FEED = Limits(size=30_000_000, seconds=30)


def explain_rule(report: Report, code: str) -> None:
    """Print what a rule demands; raise NothingToJudge for a code that there is not."""
    known = rules_by_code()
    if code not in known:
        near = nearest(code, known)
        hint = f"Did you mean {near}?" if near else "docs/checks.md has all of them."
        raise NothingToJudge(f"There is no check {code[:60]}. {hint}")
    for line in explain(known[code]).splitlines():
        report.say(line)


def check_own(project: Project, report: Report) -> tuple[str, Sequence[Problem]]:
    """Build the site aside, and return its address with every problem of its content and output."""
    settings = project.settings()
    try:
        with report.progress("Pictures") as progress:
            built = project.build(output=settings.cache / "check", progress=progress)
    except ProblemsFound as found:
        return settings.site_url, found.problems
    for sentence in built.notes:
        report.warn(sentence)
    for sentence in come_out(built.site.catalog, datetime.now(settings.timezone).date()):
        report.warn(sentence)
    return settings.site_url, built.warnings


def check_other(target: str) -> tuple[str, Sequence[Problem]]:
    """Return a feed file, a folder or an address with its problems; raise NothingToJudge or FetchRefused."""
    if target.startswith(("http://", "https://")):
        answer = fetch(target, limits=_FEED)
        if answer.status != 200:
            raise FetchRefused(f"{target} is answered with {answer.status}: there is no feed to judge.")
        # A feed that was led to may rightly call itself by any of the addresses on the way.
        return answer.address, check_feed(answer.body, answer.address, "" if answer.hops else answer.address)
    path = Path(target).expanduser()
    if not path.exists():
        raise NothingToJudge(f"There is no file or folder {target}. Give one, or an address from https:// on.")
    return target, check_folder(path) if path.is_dir() else check_feed(read_feed_file(path), target)


def check_served(project: Project, address: str, newest: int) -> tuple[str, Sequence[Problem]]:
    """Return a served site's address with what is wrong in its answers; it may be another site than this one."""
    try:
        media = project.settings().media_url
    except ProblemsFound:
        media = ""
    return address, check_live(address, fetch, max(0, newest), media)


def tell(report: Report, subject: str, problems: Sequence[Problem], form: str) -> None:
    """Tell problems in a form of FORMATS, and end with an exit code when one is an error."""
    if form == "json":
        report.document(as_json(problems, subject))
    elif form == "sarif":
        report.document(as_sarif(problems))
    else:
        report.problems(problems)
    if any(problem.is_error for problem in problems):
        raise Exit(code=WRONG)
    if form == "text":
        report.say(f"No errors: {subject}")


def checked_form(form: str) -> str:
    """Return a form that there is; raise NothingToJudge for another one."""
    if form not in FORMATS:
        raise NothingToJudge(f"There is no format {form[:40]}. Choose one of: {', '.join(FORMATS)}.")
    return form

"""The steps of `invoke doctor`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from invoke.exceptions import Exit

from antenne.check import NothingToJudge
from antenne.commands.doctor.finding import Finding, State
from antenne.commands.doctor.folders import folders
from antenne.commands.doctor.machine import machine
from antenne.commands.doctor.target import needed_programs, target
from antenne.commands.project import Project
from antenne.commands.report import Report
from antenne.problems import ProblemsFound
from antenne.settings import Settings

FORMS = ("text", "json")


def examine_machine(project: Project, report: Report, form: str = "text") -> None:
    """Say what this machine lacks and how to get it; end with 1 when something is missing that is needed."""
    if form not in FORMS:
        raise NothingToJudge(f"There is no format {form[:40]}. Choose one of: {', '.join(FORMS)}.")
    findings = tuple(_findings(project))
    missing = [one for one in findings if one.state is State.MISSING]
    if form == "json":
        said = {"version": 1, "program": "Antenne", "ok": not missing, "findings": [f.as_json() for f in findings]}
        report.document(json.dumps(said, indent=2) + "\n")
    else:
        _tell(report, findings, missing)
    if missing:
        raise Exit(code=1)


def _findings(project: Project) -> Iterator[Finding]:
    settings = _settings(project)
    known = settings if isinstance(settings, Settings) else None
    yield from machine(project.folder, needed_programs(known) if known else frozenset())
    if isinstance(settings, Finding):
        yield settings
    if known:
        yield from folders(known)
        yield from target(known)


def _settings(project: Project) -> Settings | Finding:
    try:
        return project.settings()
    except ProblemsFound as found:
        return Finding(
            name="Settings",
            state=State.MISSING,
            found=f"cannot be read: {found.problems[0].message}",
            do="Correct what invoke check tells of them.",
        )


def _tell(report: Report, findings: tuple[Finding, ...], missing: list[Finding]) -> None:
    for finding in findings:
        report.say(finding.line)
        if finding.do:
            report.say(f"        {finding.do}")
    wanted = sum(one.state is State.WANTED for one in findings)
    beside = f" ({wanted} that some work wants)" if wanted else ""
    report.say(f"{len(missing)} missing{beside}." if missing else f"Nothing is missing that is needed{beside}.")

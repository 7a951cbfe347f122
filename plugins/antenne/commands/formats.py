"""Problems as programs read them: JSON of a shape that stays, and SARIF 2.1.0."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from antenne.problems import Problem, Rule, Severity
from antenne.problems.catalogue import rules_by_code

FORMATS = ("text", "json", "sarif")

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(problems: Iterable[Problem], subject: str) -> str:
    """Return problems as JSON: `version` 1 has these keys, and gets no others but new ones."""
    problems, rules = tuple(problems), rules_by_code()
    counts = Counter(problem.severity for problem in problems)
    document = {
        "version": 1,
        "program": "Antenne",
        "subject": subject,
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "advice": counts[Severity.ADVICE],
        "problems": [_problem(problem, rules.get(problem.code)) for problem in problems],
    }
    return json.dumps(document, indent=2) + "\n"


def as_sarif(problems: Iterable[Problem]) -> str:
    """Return problems as SARIF 2.1.0 (OASIS), with the rules that they broke."""
    problems, known = tuple(problems), rules_by_code()
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "Antenne", "rules": [_rule(known.get(code) or Rule(code, code)) for code in codes]}
    places = {code: number for number, code in enumerate(codes)}
    run = {"tool": {"driver": driver}, "results": [_result(problem, places) for problem in problems]}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _problem(problem: Problem, rule: Rule | None) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "path": problem.where.path,
        "line": problem.where.line,
        "message": problem.message,
        "hint": problem.hint,
        "rule": rule.summary if rule else "",
        "why": rule.why if rule else "",
        "source": rule.source if rule else "",
    }


def _rule(rule: Rule) -> dict[str, Any]:
    described = {
        "id": rule.code,
        "shortDescription": {"text": rule.summary},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }
    if rule.why:
        described["fullDescription"] = {"text": f"{rule.summary} {rule.why}"}
    if rule.remedy:
        described["help"] = {"text": rule.remedy}
    return described | ({"properties": {"source": rule.source}} if rule.source else {})


def _result(problem: Problem, places: Mapping[str, int]) -> dict[str, Any]:
    said = {
        "ruleId": problem.code,
        "ruleIndex": places[problem.code],
        "level": _LEVELS[problem.severity],
        "message": {"text": f"{problem.message} {problem.hint}".strip()},
    }
    if not problem.where.path:
        return said
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(problem.where.path, safe="/:?&=%#~+,;@")}}
    if problem.where.line:
        physical["region"] = {"startLine": problem.where.line}
    return said | {"locations": [{"physicalLocation": physical}]}

from __future__ import annotations

import json
from typing import Any

from antenne.commands.formats import as_json, as_sarif
from antenne.problems import Severity, Where
from antenne.problems.output.channel import FEED_COPYRIGHT, FEED_EMPTY, FEED_LANGUAGE

PROBLEMS = (
    FEED_LANGUAGE.at(Where("flux/été 1.xml", 7), "No “fra”.", "Write fr."),
    FEED_EMPTY.at(Where("https://a.example/f?x=1"), "Nothing."),
    FEED_COPYRIGHT.at(Where(), "A year."),
    FEED_LANGUAGE.at(Where("b.xml", 3), "No “x”.", "Write fr."),
)
LEVELS = {"error", "warning", "note", "none"}


def only(values: dict[str, Any], allowed: str) -> None:
    assert set(values) <= set(allowed.split()), values


def test_json_has_the_shape_that_is_promised() -> None:
    document = json.loads(as_json(PROBLEMS, "feed.xml"))
    assert list(document) == ["version", "program", "subject", "errors", "warnings", "advice", "problems"]
    assert (document["version"], document["subject"]) == (1, "feed.xml")
    assert (document["errors"], document["warnings"], document["advice"]) == (2, 1, 1)
    assert document["problems"][0] == {
        "code": "feed-language",
        "severity": "error",
        "path": "flux/été 1.xml",
        "line": 7,
        "message": "No “fra”.",
        "hint": "Write fr.",
        "rule": FEED_LANGUAGE.summary,
        "why": FEED_LANGUAGE.why,
        "source": FEED_LANGUAGE.source,
    }


def test_sarif_keeps_to_its_schema() -> None:
    log = json.loads(as_sarif(PROBLEMS))
    only(log, "$schema version runs")
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    only(run, "tool results")
    driver = run["tool"]["driver"]
    assert driver["name"] == "Antenne"
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(set(ids)) == len(ids) == 3
    for rule in driver["rules"]:
        only(rule, "id shortDescription fullDescription help defaultConfiguration properties")
        assert rule["defaultConfiguration"]["level"] in LEVELS
        assert rule["shortDescription"]["text"]
    for result in run["results"]:
        only(result, "ruleId ruleIndex level message locations")
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in LEVELS
        assert result["message"]["text"]


def test_sarif_says_places_as_addresses_and_lines_from_one() -> None:
    places = [result.get("locations") for result in json.loads(as_sarif(PROBLEMS))["runs"][0]["results"]]
    first, second = places[0][0]["physicalLocation"], places[1][0]["physicalLocation"]
    assert first == {"artifactLocation": {"uri": "flux/%C3%A9t%C3%A9%201.xml"}, "region": {"startLine": 7}}
    assert second == {"artifactLocation": {"uri": "https://a.example/f?x=1"}}
    assert places[2] is None


def test_each_severity_has_its_level() -> None:
    levels = [result["level"] for result in json.loads(as_sarif(PROBLEMS))["runs"][0]["results"]]
    assert levels == ["error", "warning", "note", "error"]
    assert {problem.severity for problem in PROBLEMS} == set(Severity)


def test_nothing_wrong_is_a_document_too() -> None:
    assert json.loads(as_json((), "x"))["problems"] == []
    assert json.loads(as_sarif(()))["runs"][0]["results"] == []

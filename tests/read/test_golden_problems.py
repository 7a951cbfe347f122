from __future__ import annotations

import os
from pathlib import Path

import pytest

from antenne.problems import Rule, rules
from tests.support.content import read, report, unpack

GOLDEN = Path(__file__).parent.parent / "problems"
ALL = [rule.code for rule in vars(rules).values() if isinstance(rule, Rule)]
OURS = ALL[ALL.index("not-yaml") : ALL.index("no-date") + 1]


@pytest.mark.parametrize("code", OURS)
def test_broken_content_is_told_line_by_line_as_the_golden_file_has_it(code: str, tmp_path: Path) -> None:
    _, problems = read(unpack(GOLDEN / code / "content", tmp_path))
    golden = GOLDEN / code / "golden.txt"
    if os.environ.get("ANTENNE_WRITE_GOLDEN"):
        golden.write_text(report(problems), encoding="utf-8")
    assert report(problems) == golden.read_text(encoding="utf-8")
    assert code in {problem.code for problem in problems.sorted()}

from __future__ import annotations

import os
from pathlib import Path

import pytest

from antenne.check import check_catalog
from antenne.link import link
from tests.support.content import read, report, settings_for, unpack

GOLDEN = Path(__file__).parent.parent / "problems"


@pytest.mark.parametrize("code", ["late-moment", "same-isbn"])
def test_what_is_wrong_between_things_is_told_as_the_golden_file_has_it(code: str, tmp_path: Path) -> None:
    content, problems = read(unpack(GOLDEN / code / "content", tmp_path))
    problems.extend(check_catalog(link(content, settings_for(tmp_path), problems), content.places))
    golden = GOLDEN / code / "golden.txt"
    if os.environ.get("ANTENNE_WRITE_GOLDEN"):
        golden.write_text(report(problems), encoding="utf-8")
    assert report(problems) == golden.read_text(encoding="utf-8")
    assert code in {problem.code for problem in problems.sorted()}

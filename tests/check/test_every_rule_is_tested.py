from __future__ import annotations

import re
from pathlib import Path

from antenne.problems import Rule, rules

HERE = Path(__file__).parent
ROOM = HERE.parent.parent / "plugins" / "antenne" / "check"


def test_every_rule_of_the_output_breaks_in_a_test() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py") if path.name != "catalog.py")
    tests = "".join(path.read_text(encoding="utf-8") for path in HERE.glob("test_*_rules.py"))
    names = {name for name, value in vars(rules).items() if isinstance(value, Rule)}
    used = {name for name in names if re.search(rf"\b{name}\.at\(|\.at\(\s*{name},", code)}
    assert len(used) > 35
    assert sorted(name for name in used if f"rules.{name}" not in tests) == []


def test_codes_are_unique() -> None:
    codes = [value.code for value in vars(rules).values() if isinstance(value, Rule)]
    assert len(codes) == len(set(codes))

"""Numbers after flags, as an author types them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.site import PROJECT

TASKS = f"""
import sys
sys.path.insert(0, {str(PROJECT / "plugins")!r})
from pathlib import Path
from antenne.commands.tasks import commands_of
namespace = commands_of(Path(__file__).parent)
"""


@pytest.mark.parametrize(
    "words",
    [
        ("rollback", "--to", "abc"),
        ("serve", "--port", "8000x"),
        ("servers", "nginx", "--port="),
        ("stats", "a.log", "--most", "1.5"),
        ("check", "--newest", "dix"),
    ],
)
def test_what_is_no_number_after_a_flag_is_one_sentence(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "tasks.py").write_text(TASKS)
    done = subprocess.run(
        [sys.executable, "-m", "invoke", *words], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert f"“{words[-1].rpartition('=')[2]}” is no whole number" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_help_says_where_a_number_stands(tmp_path: Path) -> None:
    (tmp_path / "tasks.py").write_text(TASKS)
    done = subprocess.run(
        [sys.executable, "-m", "invoke", "--help", "serve"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "--port=INT" in done.stdout

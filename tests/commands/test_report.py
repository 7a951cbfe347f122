from __future__ import annotations

import contextlib
import io
import os
import pty
import subprocess
import sys

import pytest

from antenne.commands.report import Report, count_of, printable
from antenne.problems import Problem, Rule, Severity, Where

ERROR = Rule("bad-isbn", "…")
WARNING = Rule("stray-file", "…", severity=Severity.WARNING)
ADVICE = Rule("audio-bitrate", "…", severity=Severity.ADVICE)
LONG = "This ISBN has a digit that is not the one that the twelve others ask for, " * 5


def sample() -> list[Problem]:
    return [
        ERROR.at(Where("content/b/index.md", 12), LONG.strip(), "Look at the back of the book."),
        WARNING.at(Where("content/a/notes.txt"), "Nothing uses it.", "Take it out."),
        ERROR.at(Where("content/b/index.md", 3), "[red]not markup[/red] :smile:", "Mend it."),
    ]


def said(*, problems: list[Problem]) -> str:
    err = io.StringIO()
    Report(io.StringIO(), err).problems(problems)
    return err.getvalue()


def on_a_terminal(code: str) -> bytes:
    master, slave = pty.openpty()
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm-256color", "COLUMNS": "80"}
    env.pop("NO_COLOR", None)
    child = subprocess.Popen([sys.executable, "-c", code], stdin=slave, stdout=slave, stderr=slave, env=env)
    os.close(slave)
    shown = b""
    try:
        while data := os.read(master, 4096):
            shown += data
    except OSError:
        pass
    os.close(master)
    assert child.wait() == 0, shown
    return shown


def test_elsewhere_than_on_a_terminal_each_problem_is_one_line_with_its_hint_beneath_errors_first() -> None:
    assert said(problems=sample()).splitlines() == [
        "content/b/index.md:3  bad-isbn  [red]not markup[/red] :smile:",
        "    Mend it.",
        f"content/b/index.md:12  bad-isbn  {LONG.strip()}",
        "    Look at the back of the book.",
        "content/a/notes.txt  stray-file  Nothing uses it.",
        "    Take it out.",
        "2 errors, 1 warning",
    ]


def test_advice_is_only_counted_until_the_errors_are_corrected() -> None:
    advice = [ADVICE.at(Where("audio/a.mp3", n), "It has 64 kbit/s.", "Export it again.") for n in (1, 2)]
    with_errors = said(problems=[*advice, *sample()])
    assert "kbit/s" not in with_errors
    last = "2 errors, 1 warning, and 2 pieces of advice: correct the errors, then ask again"
    assert with_errors.splitlines()[-1] == last
    alone = said(problems=[*advice, sample()[1]])
    assert alone.index("stray-file") < alone.index("audio/a.mp3:1")
    assert alone.count("kbit/s") == 2
    assert alone.splitlines()[-1] == "1 warning, 2 pieces of advice"


def test_no_problem_says_nothing() -> None:
    assert said(problems=[]) == ""


@pytest.mark.parametrize(("number", "words"), [(0, "No problems"), (1, "1 error"), (2, "2 errors")])
def test_the_count_is_in_words(number: int, words: str) -> None:
    assert count_of([ERROR.at(Where(str(n)), "", "") for n in range(number)]) == words


def test_content_cannot_command_the_terminal() -> None:
    shown = said(problems=[ERROR.at(Where("a\x1b]0;title\x07.md"), "\x1b[2J\u202emoc\r\n", "x\u2028y")])
    assert not {"\x1b", "\x07", "\r", "\u202e", "\u2028"} & set(shown)
    assert len(shown.splitlines()) == 3
    assert printable("L'été « à Ouessant » — œuvre") == "L'été « à Ouessant » — œuvre"


def test_results_and_problems_go_to_their_own_stream() -> None:
    out, err = io.StringIO(), io.StringIO()
    report = Report(out, err)
    report.say("Built.")
    report.refused("The disk is full.")
    assert (out.getvalue(), err.getvalue()) == ("Built.\n", "The disk is full.\n")


def test_a_terminal_gets_colours_and_a_heading_for_each_file() -> None:
    shown = on_a_terminal(
        "from antenne.commands.report import Report\n"
        "from tests.commands.test_report import sample\n"
        "Report().problems(sample())"
    ).decode()
    assert "\x1b[1;31mbad-isbn" in shown
    assert "\x1b[4mcontent/b/index.md\x1b[0m\r\n" in shown
    assert max(len(line) for line in shown.split("\r\n")) < 120


def test_progress_is_two_plain_lines_elsewhere_and_nothing_for_no_work() -> None:
    err = io.StringIO()
    report = Report(io.StringIO(), err)
    with report.progress("Pictures") as step:
        for done in range(1, 200):
            step(done, 200)
    with report.progress("Nothing") as step:
        step(0, 0)
    with contextlib.suppress(KeyError), report.progress("Files") as step:
        step(1, 3)
        raise KeyError
    assert err.getvalue() == "Pictures: started\nPictures: done\nFiles: started\nFiles: stopped\n"


def test_progress_on_a_terminal_is_a_bar_that_goes_away() -> None:
    shown = on_a_terminal(
        "from antenne.commands.report import Report\n"
        "report = Report()\n"
        "with report.progress('Pictures') as step:\n"
        "    step(1, 2); step(2, 2)\n"
        "report.say('Built.')"
    ).decode()
    assert "Pictures" in shown
    assert "100%" in shown
    assert shown.endswith("Built.\r\n")


def test_a_stream_that_lacks_a_letter_gets_its_code() -> None:
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "ascii"}
    code = "from antenne.commands.report import Report; Report().say('« été »')"
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert done.stdout == "\\xab \\xe9t\\xe9 \\xbb\n"


def test_a_table_keeps_each_row_on_a_line_for_other_programs_and_commands_no_terminal() -> None:
    out = io.StringIO()
    Report(out=out).table(("Titre", "Nombre"), [("Un titre très long " * 8, 3), ("\x1b[2Jx", 1200)])
    lines = out.getvalue().splitlines()
    assert len(lines) == 3
    assert lines[1].rstrip().endswith("   3")
    assert "\\u001b[2Jx" in lines[2]

"""Speaks to the author: what was done, what is wrong and what to do; plain lines where nobody watches a terminal."""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import groupby
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from antenne.commands.progress import Progress
from antenne.problems import Problem, Severity, Where

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.ADVICE: "bold cyan"}

_WIDE = 400
"""Columns of a table that goes to a file or another program."""


class Report:
    """What a command says: results go to `out`, problems and progress to `err`."""

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self._out, self._err = _console(out or sys.stdout), _console(err or sys.stderr)

    def say(self, text: str) -> None:
        """Say what was done, on one line."""
        _print(self._out, Text(printable(text)))

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Show rows under their heads; whole numbers stand below each other."""
        rows = [tuple(row) for row in rows]
        table = Table(box=None, pad_edge=False, header_style="bold")
        for place, head in enumerate(heads):
            number = bool(rows) and isinstance(rows[0][place], int)
            table.add_column(printable(head), justify="right" if number else "left", overflow="fold")
        for row in rows:
            table.add_row(*(Text(printable(str(value))) for value in row))
        if not self._out.is_terminal:
            # Where nobody watches, no line is broken.
            self._out.width = _WIDE
        self._out.print(table)

    def document(self, text: str) -> None:
        """Give a text to another program, as it is."""
        self._out.file.write(text)

    def refused(self, sentence: str) -> None:
        """Say why a command did nothing."""
        _print(self._err, Text(printable(sentence), style=STYLES[Severity.ERROR]))

    def warn(self, sentence: str) -> None:
        """Say what the author may not have meant, and go on."""
        _print(self._err, Text(printable(sentence), style=STYLES[Severity.WARNING]))

    def note(self, sentence: str) -> None:
        """Say what goes on while it does."""
        _print(self._err, Text(printable(sentence)))

    def trace(self, trace: str) -> None:
        """Show where a program broke, as it is: for whoever writes its code."""
        for line in trace.splitlines():
            _print(self._err, Text(printable(line)))

    def problems(self, problems: Iterable[Problem]) -> None:
        """Tell problems, the gravest first and file by file, each with its hint beneath, and how many there are.

        As long as there are errors, advice is only counted: it would hide what must be done first.
        """
        problems = sorted(problems, key=_in_order)
        has_errors = any(problem.is_error for problem in problems)
        told = [problem for problem in problems if not has_errors or problem.severity is not Severity.ADVICE]
        for (path, _), group in groupby(told, key=lambda problem: (problem.where.path, problem.severity)):
            if self._err.is_terminal:
                _print(self._err, Text(printable(path) or "(the whole site)", style="underline"))
            for problem in group:
                for line in _lines(problem):
                    _print(self._err, line)
        if problems:
            advice = count_of(problems[len(told) :])
            more = f", and {advice}: correct the errors, then ask again" if len(told) < len(problems) else ""
            _print(self._err, Text(count_of(told) + more, style=STYLES[problems[0].severity]))

    def warnings(self, warnings: Iterable[Problem]) -> None:
        """Tell the problems that stop nothing; advice is for whoever asks for it, by a check."""
        self.problems(problem for problem in warnings if problem.severity is not Severity.ADVICE)

    @contextmanager
    def progress(self, title: str) -> Iterator[Progress]:
        """Give something to call with what is done and the total: a bar on a terminal, two lines elsewhere."""
        progress = Progress(self._err, title)
        try:
            yield progress
        except BaseException:
            progress.stop(finished=False)
            raise
        progress.stop(finished=True)


def count_of(problems: Iterable[Problem]) -> str:
    """Return how many errors, warnings and pieces of advice there are, in words."""
    found = Counter(problem.severity for problem in problems)
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "piece of advice"}
    counts = ((found[severity], word) for severity, word in words.items())
    return ", ".join(f"{n} {_plural(word, n)}" for n, word in counts if n) or "No problems"


def _plural(word: str, number: int) -> str:
    first, space, rest = word.partition(" ")
    return word if number == 1 else f"{first}s{space}{rest}"


def printable(text: str) -> str:
    """Return a text that cannot command a terminal: control and direction characters are shown as their codes."""
    if text.isprintable():
        return text
    hidden = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    return "".join(c if unicodedata.category(c) not in hidden else f"\\u{ord(c):04x}" for c in text)


def _in_order(problem: Problem) -> tuple[int, Where, str, str]:
    return list(Severity).index(problem.severity), problem.where, problem.code, problem.message


def _lines(problem: Problem) -> tuple[Text, Text]:
    where, code, message = (printable(part) for part in (str(problem.where), problem.code, problem.message))
    first = Text.assemble((where, "cyan"), "  " if where else "", (code, STYLES[problem.severity]), "  ", message)
    return first, Text(f"    {printable(problem.hint)}", style="dim")


def _print(console: Console, text: Text) -> None:
    # On a terminal rich wraps between words; elsewhere a line stays one line, for grep and for logs.
    if console.is_terminal:
        console.print(text)
    else:
        print(text.plain, file=console.file)


def _console(stream: TextIO) -> Console:
    if isinstance(stream, TextIOWrapper):
        # A terminal that knows no « gets \xab, and the command goes on.
        stream.reconfigure(errors="backslashreplace")
    return Console(file=stream, highlight=False, markup=False, emoji=False)

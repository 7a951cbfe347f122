"""Runs Invoke as its own command does, for whoever came by another door."""

from __future__ import annotations

from collections.abc import Sequence

from invoke.main import program


def run(words: Sequence[str]) -> int:
    """Give Invoke the words of a command line; return the exit code."""
    try:
        program.run(["invoke", *words])
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
    return 0

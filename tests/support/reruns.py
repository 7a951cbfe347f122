"""`--rerun-real N`: runs a failed test up to N times more, if it starts real processes or a browser.

A machine with more to do than it can carry cuts such a test short now and then; a test of plain code that fails once is
wrong. A test that always fails still fails, and every rerun is told.
"""

from __future__ import annotations

from pathlib import Path

import pytest

TESTS = Path(__file__).parent.parent
MARKS = ("browser", "ceph", "eyed3", "ffmpeg", "isso", "newsboat", "node", "seaweedfs", "ssh", "vnu")
ROOMS = ("commands", "deploy")
"""Whose tests start `invoke`, servers and publications in processes of their own."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the option."""
    help_ = "run a failed test that starts real processes or a browser up to so many times more"
    parser.addoption("--rerun-real", type=int, default=0, metavar="N", help=help_)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests that may be run again."""
    times = config.getoption("--rerun-real")
    for item in items if times else ():
        if is_real(item):
            item.add_marker(pytest.mark.flaky(reruns=times))


def is_real(item: pytest.Item) -> bool:
    """Say whether a test starts processes or a browser."""
    if any(item.get_closest_marker(mark) for mark in MARKS):
        return True
    return item.path.is_relative_to(TESTS) and item.path.relative_to(TESTS).parts[0] in ROOMS

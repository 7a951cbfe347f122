"""Runs a whole Pelican build in this process, for sites that use more of Pelican than Antenne."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from pelican import Pelican
from pelican.log import console
from pelican.settings import read_settings

from antenne.pipeline import Built, Order
from antenne.problems import Problem, ProblemsFound, Where
from antenne.problems.rules import PELICAN_FAILED


class PelicanDoor(Struct, frozen=True):
    """Makes a site through Pelican, with every plugin that its settings file names."""

    config: Path

    def __call__(self, order: Order, folder: Path) -> Built:
        """Make the site in a folder; raise ProblemsFound when Antenne, Pelican or a plugin finds an error."""
        done: list[Built] = []
        overrides = {
            "SITEURL": order.settings.site_url,
            "OUTPUT_PATH": str(folder),
            "ANTENNE_ACCEPTED": order.accepted,
            "ANTENNE_PUBLIC": order.public,
            "ANTENNE_PROGRESS": order.progress,
            "ANTENNE_DONE": done.append,
        }
        with _errors_told(self.config.name):
            Pelican(read_settings(str(self.config), override=overrides)).run()
        return done[0]


class _Errors(logging.Handler):
    """Collects the errors that Pelican logs and then forgets: it would end as if all were well."""

    def __init__(self, config: str) -> None:
        super().__init__(logging.ERROR)
        self.config = config
        self.found: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Take one error in."""
        hint = "Correct what it names; a plugin must be installed and stand in PLUGINS by its right name."
        self.found.append(PELICAN_FAILED.at(Where(self.config), f"Pelican says: {record.getMessage()}", hint))


@contextmanager
def _errors_told(config: str) -> Iterator[None]:
    """Keep Pelican quiet, and raise ProblemsFound at the end with every error that it only logged."""
    logger, errors, quiet = logging.getLogger("pelican"), _Errors(config), console.quiet
    logger.addHandler(errors)
    console.quiet = True
    try:
        yield
    finally:
        console.quiet = quiet
        logger.removeHandler(errors)
    if errors.found:
        raise ProblemsFound(errors.found)

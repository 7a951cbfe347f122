"""What Antenne does at Pelican's signals.

The handlers are functions of the module, since blinker holds them weakly; what a build knows stands on its generator,
so that two builds in one process never see each other.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from antenne.pipeline import Built, Output, Site, assemble, emit, judge
from antenne.settings import Settings, read_settings


class AntenneGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Reads the content when all of Pelican's generators have, and writes the site when they do."""

    site: Site | None = None

    def generate_context(self) -> None:
        """Read nothing yet: Pelican's own generators are not done."""

    def assemble(self) -> None:
        """Read everything and offer the catalogue to other plugins' templates; raise ProblemsFound."""
        accepted = frozenset(self.settings.get("ANTENNE_ACCEPTED", ()))
        public = bool(self.settings.get("ANTENNE_PUBLIC"))
        self.site = assemble(_settings(self.settings), accepted=accepted, public=public)
        self.context["catalog"] = self.site.catalog

    def generate_output(self, writer: object) -> None:
        """Write the site and judge what was written; raise ProblemsFound."""
        if self.site is None:
            raise RuntimeError("Pelican asked for the output before everything was read.")
        folder = Path(self.output_path)
        folder.mkdir(parents=True, exist_ok=True)
        output = Output(folder)
        notes = emit(self.site, output, self.settings.get("ANTENNE_PROGRESS"))
        warnings = judge(self.site, output.whole())
        done = self.settings.get("ANTENNE_DONE")
        if done:
            done(Built(site=self.site, folder=folder, warnings=warnings, notes=notes))


def register() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(check_settings)
    signals.get_generators.connect(offer_generator)
    signals.all_generators_finalized.connect(assemble_catalog)


def check_settings(pelican: Any) -> None:
    """Judge the settings before anything is read; raise ProblemsFound."""
    _settings(pelican.settings)


def offer_generator(pelican: Any) -> type[AntenneGenerator]:
    """Give Pelican the generator that makes the site."""
    return AntenneGenerator


def assemble_catalog(generators: list[object]) -> None:
    """Read the content at the one moment where an exception stops the build and nothing is written."""
    for generator in generators:
        if isinstance(generator, AntenneGenerator):
            generator.assemble()


def _settings(raw: dict[str, Any]) -> Settings:
    # Pelican has made PATH absolute; the project is the folder that the content stands in.
    return read_settings(raw, Path(raw["PATH"]).parent)

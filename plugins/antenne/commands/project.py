"""A site's project folder, and the builds that commands ask of it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from antenne.pipeline import Built, Door, Memos, Order, OutputRefused, Progress, build, building, straight
from antenne.settings import Settings, read_settings
from antenne.settings.config import load_config, needs_pelican

PUBLIC = "publishconf.py"
LOCAL = "pelicanconf.py"


@dataclass(frozen=True, slots=True)
class Project:
    """The folder that holds a site: `pelicanconf.py`, `publishconf.py`, `content/`, `theme/`."""

    folder: Path

    def raw(self, config: str, overrides: Mapping[str, object] | None = None) -> dict[str, object]:
        """Return the settings as a file of the project says them; raise ProblemsFound."""
        return load_config(self.folder / config, overrides)

    def settings(self, config: str = PUBLIC, overrides: Mapping[str, object] | None = None) -> Settings:
        """Return the checked settings of a file of the project; raise ProblemsFound."""
        return read_settings(self.raw(config, overrides), self.folder)

    def door(self, config: str) -> Door:
        """Return the way to build: straight, unless the site uses more of Pelican than Antenne."""
        if not needs_pelican(self.raw(config)):
            return straight
        # Pelican takes a fifth of a second to import, which most builds need not spend.
        from antenne.plugin import PelicanDoor

        return PelicanDoor(self.folder / config)

    def build(
        self,
        config: str = PUBLIC,
        *,
        output: Path | None = None,
        site_url: str = "",
        accepted: frozenset[str] = frozenset(),
        progress: Progress | None = None,
        memos: Memos | None = None,
    ) -> Built:
        """Build the site into its output folder, or another one; raise ProblemsFound or OutputRefused.

        Who builds again and again in one process hands in the same `memos` each time.
        """
        settings = self.settings(config, {"SITEURL": site_url} if site_url else None)
        if output is not None:
            _refuse_published(output, settings.publishing.folder)
            settings = replace(settings, output=output)
        public = config == PUBLIC and not site_url
        order = Order(settings=settings, accepted=accepted, public=public, progress=progress, memos=memos)
        return build(order, self.door(config))

    @contextmanager
    def building(self, *, accepted: frozenset[str], progress: Progress | None = None) -> Iterator[Built]:
        """Build the public site, and keep its output from other builds until the caller is done with it."""
        order = Order(settings=self.settings(), accepted=accepted, public=True, progress=progress)
        with building(order, self.door(PUBLIC)) as built:
            yield built

    def shown(self, path: Path) -> str:
        """Return a path as one types it in the project's folder."""
        return os.path.relpath(path, self.folder) if path.is_relative_to(self.folder) else str(path)


def _refuse_published(output: Path, published: Path) -> None:
    if output.resolve().is_relative_to(published.resolve()):
        raise OutputRefused(f"{output} belongs to what is published. Build into another folder.")

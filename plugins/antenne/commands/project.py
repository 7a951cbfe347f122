"""A site's project folder, and the builds that commands ask of it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

# Every command has a project, and few need all that builds one: it is loaded by those that do. The list
# of commands is given with Invoke alone, so that this class is none of msgspec's.
if TYPE_CHECKING:
    from antenne.pipeline import Built, Door, Memos, Order, Progress
    from antenne.settings import Settings

PUBLIC = "publishconf.py"
LOCAL = "pelicanconf.py"


@dataclass(frozen=True, slots=True)
class Project:
    """The folder that holds a site: `pelicanconf.py`, `publishconf.py`, `content/`, `theme/`."""

    folder: Path

    def raw(self, config: str, overrides: Mapping[str, object] | None = None) -> dict[str, object]:
        """Return the settings as a file of the project says them; raise ProblemsFound."""
        from antenne.settings.config import load_config

        return load_config(self.folder / config, overrides)

    def settings(self, config: str = PUBLIC, overrides: Mapping[str, object] | None = None) -> Settings:
        """Return the checked settings of a file of the project; raise ProblemsFound."""
        from antenne.settings import read_settings

        return read_settings(self.raw(config, overrides), self.folder)

    def door(self, config: str, raw: Mapping[str, object]) -> Door:
        """Return the way to build: straight, unless the site uses more of Pelican than Antenne."""
        from antenne.pipeline import straight
        from antenne.settings.config import needs_pelican

        if not needs_pelican(raw):
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
        from msgspec.structs import replace

        from antenne.pipeline import build

        raw = self.raw(config, {"SITEURL": site_url} if site_url else None)
        order = self.order(config, raw, output=output, site_url=site_url, accepted=accepted, progress=progress)
        return build(replace(order, memos=memos), self.door(config, raw))

    def order(
        self,
        config: str,
        raw: Mapping[str, object],
        *,
        output: Path | None = None,
        site_url: str = "",
        accepted: frozenset[str] = frozenset(),
        progress: Progress | None = None,
    ) -> Order:
        """Return what a build is asked for; `raw` is what its settings file says, with the `site_url` where given."""
        from msgspec.structs import replace

        from antenne.pipeline import Order
        from antenne.settings import read_settings

        settings = read_settings(raw, self.folder)
        if output is not None:
            _refuse_published(output, settings.publishing.folder)
            settings = replace(settings, output=output)
        return Order(settings=settings, accepted=accepted, public=config == PUBLIC and not site_url, progress=progress)

    def shown(self, path: Path) -> str:
        """Return a path as one types it in the project's folder."""
        return os.path.relpath(path, self.folder) if path.is_relative_to(self.folder) else str(path)


def _refuse_published(output: Path, published: Path) -> None:
    from antenne.pipeline import OutputRefused

    if output.resolve().is_relative_to(published.resolve()):
        raise OutputRefused(f"{output} belongs to what is published. Build into another folder.")

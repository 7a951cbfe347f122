"""The first page of a section."""

from __future__ import annotations

from antenne.markup import Crumb
from antenne.render.site import Site
from antenne.render.view import View


def list_view(site: Site, section: str, *, under: str = "") -> View:
    """Return the first page of a section; `under` names the section of the menu that it belongs to, if another."""
    entry = site.menus.entry(section)
    parents = (crumb(site, under),) if under else ()
    return View(
        place=entry.place, template=f"{section}.html", title=entry.label, section=under or section, parents=parents
    )


def crumb(site: Site, section: str) -> Crumb:
    """Return the step that leads to a section."""
    entry = site.menus.entry(section)
    return Crumb(entry.label, entry.place)

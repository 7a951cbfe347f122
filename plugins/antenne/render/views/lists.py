"""The first page of a section."""

from __future__ import annotations

from antenne.markup import Crumb
from antenne.render.site import Site
from antenne.render.view import View


def list_view(site: Site, section: str, *, under: str = "") -> View:
    """Return the first page of a section; `under` names the section of the menu that it belongs to, if another."""
    entry = site.menus.entry(section)
    return View(
        place=entry.place,
        template=f"{section}.html",
        title=entry.label,
        section=under or section,
        parents=crumbs(site, under),
    )


def crumbs(site: Site, *steps: str | Crumb) -> tuple[Crumb, ...]:
    """Return the steps of a way: to sections by their names, and to things; those without a page are left out."""
    return tuple(crumb for step in steps if (crumb := _crumb(site, step)))


def _crumb(site: Site, step: str | Crumb) -> Crumb | None:
    if isinstance(step, Crumb):
        return step if site.routes.has(step.place) else None
    if not step or not site.menus.has(step):
        return None
    entry = site.menus.entry(step)
    return Crumb(entry.label, entry.place)

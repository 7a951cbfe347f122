"""Pages of notes, by date, category, series and year."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations
from urllib.parse import urlsplit

from msgspec.structs import replace

from antenne.markup import Crumb
from antenne.model import LanguageTag, Note, Section
from antenne.render.paging import Paging
from antenne.render.related import Related, related_notes
from antenne.render.site import Site
from antenne.render.threads import threads
from antenne.render.view import View
from antenne.render.views.lists import crumbs, list_view
from antenne.render.views.paged import paged
from antenne.settings import Settings
from antenne.text import reading_minutes


def note_views(site: Site, translations: NullTranslations) -> Iterator[View]:
    """Give the list of all notes, a page for each year, category and series, and one for each note."""
    years = notes_by_year(site.catalog.notes)
    if not years:
        return
    first = replace(list_view(site, "notes"), context={"years": tuple(years)})
    yield from paged(first, site.catalog.notes, site, translations, _with_notes)
    if site.has("years"):
        yield from _years(site, years, translations)
    yield from _gathered(site, translations)
    related = related_notes(site.catalog)
    for note in site.catalog.notes:
        yield _note(note, site, related)


def notes_by_year(notes: tuple[Note, ...]) -> dict[int, tuple[Note, ...]]:
    """Return notes by the year in their addresses, in the order in which they come."""
    years: dict[int, list[Note]] = {}
    for note in notes:
        years.setdefault(note.pub_date.year, []).append(note)
    return {year: tuple(found) for year, found in years.items()}


def _with_notes(view: View, paging: Paging) -> View:
    return replace(view, context={**view.context, "notes": paging.notes})


def _years(site: Site, years: dict[int, tuple[Note, ...]], translations: NullTranslations) -> Iterator[View]:
    for year, notes in years.items():
        first = View(
            place=site.routes.year(year),
            template="year.html",
            title=translations.gettext("Notes of %(year)s") % {"year": year},
            parents=crumbs(site, "notes"),
            section="notes",
            context={"year": year},
        )
        yield from paged(first, notes, site, translations, _with_notes)


def _gathered(site: Site, translations: NullTranslations) -> Iterator[View]:
    _ = translations.gettext
    kinds = (
        ("category", site.catalog.categories, _("Notes published in “%(name)s”")),
        ("series", site.catalog.series, _("A series of notes: “%(name)s”")),
    )
    for kind, places, description in kinds:
        for place in (place for place in places if site.has(place)):
            first = View(
                place=place,
                template=f"{kind}.html",
                title=place.name,
                description=description % {"name": place.name},
                parents=crumbs(site, "notes"),
                section="notes",
                subject=place,
                context={kind: place},
            )
            # A series is read from its beginning, and all of it stands on each of its notes: it has one page.
            yield from paged(first, place.notes, site, translations, _of_category) if kind == "category" else (first,)


def _of_category(view: View, paging: Paging) -> View:
    assert isinstance(view.subject, Section)
    shown = replace(view.subject, notes=paging.notes)
    return replace(view, subject=shown, context={"category": shown})


def _note(note: Note, site: Site, related: Related) -> View:
    category = site.catalog.category_of(note)
    cover = site.cover_of(note)
    return View(
        place=note,
        template="note.html",
        title=note.title,
        description=note.summary,
        parents=crumbs(site, "notes", *((Crumb(category.name, category),) if category else ())),
        section="notes",
        subject=note,
        image=cover[0] if cover else None,
        policy=_isso_policy(site.settings) if note.comments_open else {},
        context={
            "note": note,
            "related": related.of(note),
            "older": related.older(note),
            "newer": related.newer(note),
            "minutes": reading_minutes(note.body.plain, _language_of(note, site.settings)),
            "threads": threads(note.comments),
        },
    )


def _language_of(note: Note, settings: Settings) -> LanguageTag:
    """Return the language that a note's text is in: its translation's, else the site's own."""
    if note.translation and "body" in note.translation.fields:
        return note.translation.language
    return (settings.own or settings).language


def _isso_policy(settings: Settings) -> dict[str, str]:
    """Return what a page asks for whose comments come from an Isso server, if there is one (docs/comments.md)."""
    if not settings.comments.isso:
        return {}
    server = urlsplit(settings.comments.isso)
    origin = f"{server.scheme}://{server.netloc}"
    directives = ("script-src", "style-src", "connect-src", "img-src")
    return dict.fromkeys(directives, f"'self' {origin}")

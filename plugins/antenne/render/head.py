"""What stands in a page's head."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from antenne.channels import FeedLink, feeds_about
from antenne.markup import Card, Crumb, Scene, SharedPicture, json_ld, open_graph
from antenne.model import Section
from antenne.render.descriptions import describe
from antenne.render.languages import Choice, Languages
from antenne.render.site import Site
from antenne.render.view import View
from antenne.text import typeset


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of one page; `properties` are Open Graph's, `data` is the text of its JSON-LD.

    `alternates` are the (hreflang, address) pairs of the page in all its languages, `choices` the language switch.
    """

    title: str
    description: str
    canonical: str
    indexed: bool
    properties: tuple[tuple[str, str], ...]
    data: Markup
    feeds: tuple[FeedLink, ...]
    alternates: tuple[tuple[str, str], ...]
    choices: tuple[Choice, ...]


def make_head(
    view: View, site: Site, scene: Scene, home: str, picture: SharedPicture | None, languages: Languages
) -> Head:
    """Return the head of a page; `home` is what breadcrumbs call the home page, `picture` what others show of it."""
    description = describe(view, site)
    alternates = languages.alternates(view.place, site.routes) if view.listed else ()
    card = Card(
        place=view.place,
        title=view.title,
        description=description,
        picture=picture,
        subject=view.subject,
        languages=tuple(tag for tag, _ in alternates),
    )
    trail = (Crumb(home, ""), *view.parents, Crumb(view.title, view.place)) if view.place != "" else ()
    return Head(
        title=_title(view, site),
        description=description,
        canonical=site.address(view.place),
        indexed=view.listed and not site.settings.private,
        properties=open_graph(card, scene),
        data=Markup(json_ld(view.subject, scene, trail)),  # noqa: S704 (escaped for a script element by the markup)
        alternates=alternates,
        choices=languages.choices(view.place, site.routes),
        feeds=(*feeds_about(view.subject, site.catalog, site.routes, site.settings), *_feeds(site)),
    )


def _title(view: View, site: Site) -> str:
    if view.place == "":
        return f"{site.name} · {site.tagline}" if site.tagline else site.name
    title = view.title
    if isinstance(view.subject, Section):
        # A category may be called as a list of the site is: Livres.
        title = typeset(f"{site.menus.label('notes')}: {title}", site.settings.language)
    return f"{title} · {site.name}"


def _feeds(site: Site) -> tuple[FeedLink, ...]:
    feeds = [
        FeedLink(title=show.title, path=site.routes.feed(show), media_type="application/rss+xml")
        for show in site.catalog.shows
    ]
    if site.catalog.notes:
        title = f"{site.menus.label('notes')} · {site.name}"
        feeds.append(FeedLink(title=title, path=site.routes.notes_feed(), media_type="application/atom+xml"))
    return tuple(feeds)

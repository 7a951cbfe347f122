"""What stands in a page's head."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from antenne.channels import FeedLink, feeds_about
from antenne.markup import Card, Crumb, Scene, SharedPicture, json_ld, open_graph
from antenne.model import Section
from antenne.render.descriptions import describe
from antenne.render.languages import Choice, Languages
from antenne.render.site import Site
from antenne.render.view import View
from antenne.text import typeset

_OWN = {"own": True}
"""What a head is made from is not for templates."""


@dataclass(frozen=True, kw_only=True)
class Head:
    """The head of one page; `home` is what breadcrumbs call the home page, `shared` plans what others show of it.

    A theme may print less than all of it: each part is made when it is asked for, once. Not slotted for that.
    """

    view: View = field(metadata=_OWN)
    site: Site = field(metadata=_OWN)
    scene: Scene = field(metadata=_OWN)
    languages: Languages = field(metadata=_OWN)
    home: str = field(metadata=_OWN)
    shared: Callable[[View], SharedPicture | None] = field(metadata=_OWN)

    @cached_property
    def title(self) -> str:
        """What the window is called."""
        view, site = self.view, self.site
        if view.place == "":
            return f"{site.name} · {site.tagline}" if site.tagline else site.name
        title = view.title
        if isinstance(view.subject, Section):
            # A category may be called as a list of the site is: Livres.
            title = typeset(f"{site.menus.label('notes')}: {title}", site.settings.language)
        return f"{title} · {site.name}"

    @cached_property
    def description(self) -> str:
        """What the page says of itself in a sentence or two."""
        return describe(self.view, self.site)

    @property
    def canonical(self) -> str:
        """The page's complete address."""
        return self.site.address(self.view.place)

    @property
    def indexed(self) -> bool:
        """Whether search engines may know the page."""
        return self.view.listed and not self.site.settings.private

    @cached_property
    def properties(self) -> tuple[tuple[str, str], ...]:
        """Open Graph's (property, content) pairs."""
        card = Card(
            place=self.view.place,
            title=self.view.title,
            description=self.description,
            picture=self.shared(self.view),
            subject=self.view.subject,
            languages=tuple(tag for tag, _ in self.alternates),
        )
        return open_graph(card, self.scene)

    @cached_property
    def data(self) -> Markup:
        """The text of the page's JSON-LD."""
        view = self.view
        # What a page is about is defined on the first page of its list alone.
        subject = None if view.numbered else view.subject
        trail = (Crumb(self.home, ""), *view.parents, Crumb(view.title, view.place)) if view.place != "" else ()
        return Markup(json_ld(subject, self.scene, trail))  # noqa: S704 (escaped for a script element)

    @cached_property
    def alternates(self) -> tuple[tuple[str, str], ...]:
        """The (hreflang, address) pairs of the page in all its languages."""
        if not self.view.listed or self.view.numbered:
            return ()
        return self.languages.alternates(self.view.place, self.site.routes)

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """The language switch of the page; a list's other pages are another's in each language."""
        return self.languages.choices(self.view.known_as, self.site.routes)

    @cached_property
    def feeds(self) -> tuple[FeedLink, ...]:
        """The feeds about what the page is about, and those that every page names."""
        site = self.site
        return (*feeds_about(self.view.subject, site.catalog, site.routes, site.settings), *_feeds(site))


def _feeds(site: Site) -> tuple[FeedLink, ...]:
    feeds = [
        FeedLink(title=show.title, path=site.routes.feed(show), media_type="application/rss+xml")
        for show in site.catalog.shows
    ]
    if site.catalog.notes:
        title = f"{site.menus.label('notes')} · {site.name}"
        feeds.append(FeedLink(title=title, path=site.routes.notes_feed(), media_type="application/atom+xml"))
    return tuple(feeds)

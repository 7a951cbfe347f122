"""A page to write, before it is written."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from antenne.markup import Crumb, Subject
from antenne.model import Image
from antenne.render.framed import Framed
from antenne.render.paging import Paging
from antenne.routes import Place


class View(Struct, frozen=True, kw_only=True):
    """One page: its place, its template and what the template shows.

    `parents` lead from the home page (left out) to this page (left out); `section` names the entry of the
    menu that the page stands under; a page that is not `listed` is kept from search engines. A `framed` one is made for
    other sites' frames, and a page `offers` those that show what is on it; `policy` holds the page's own directives
    of the Content Security Policy. `paging` is what a page with a list shows of it.
    """

    place: Place
    template: str
    title: str
    description: str = ""
    parents: tuple[Crumb, ...] = ()
    section: str = ""
    subject: Subject = None
    image: Image | None = None
    listed: bool = True
    framed: Framed | None = None
    offers: tuple[Framed, ...] = ()
    policy: Mapping[str, str] = field(default_factory=dict)
    context: Mapping[str, object] = field(default_factory=dict)
    paging: Paging | None = None

    @property
    def numbered(self) -> bool:
        """Whether this is a page of a long list, and not its first."""
        return self.paging is not None and self.paging.number < self.paging.total

    @property
    def known_as(self) -> Place:
        """The place of the page, or of the first page of its list: what it is in another language, and when shared."""
        return self.paging.place if self.paging else self.place

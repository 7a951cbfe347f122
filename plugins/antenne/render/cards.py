"""What stands on the card that other sites show beside a page's shared address."""

from __future__ import annotations

from collections.abc import Iterable
from gettext import NullTranslations

from msgspec import Struct
from msgspec.structs import replace

from antenne.markup import SharedPicture
from antenne.media import ShareCard
from antenne.model import Book, Episode, Note, Person, Publisher, Show
from antenne.render.credits import NAMES_IN_A_LINE, CreditLine, Credits
from antenne.render.site import Site
from antenne.render.view import View


class Cards(Struct, frozen=True):
    """Plans the cards of a site's pages."""

    site: Site
    credits: Credits
    translations: NullTranslations

    def shared(self, view: View) -> SharedPicture | None:
        """Return the planned card of a page, with what it says for those who do not see it.

        None for a page that is not listed, and on a site that leaves cards out.
        """
        if not view.listed or not self.site.has("cards"):
            return None
        card = self.card(view)
        said = [card.title, card.names, card.picture.alt if card.picture else ""]
        alt = " ".join(part if part[-1:] in ".!?…" else f"{part}." for part in said if part)
        return SharedPicture(variant=self.site.pictures.card(card), alt=alt)

    def card(self, view: View) -> ShareCard:
        """Return what the card of a page shows: of the home page, the site itself."""
        if view.numbered and view.paging:
            # Pages of a list are shared with the card of its first: none is drawn for each.
            own = view.parents if view.paging.place == "" else view.parents[:-1]
            view = replace(view, title=view.paging.title, place=view.paging.place, parents=own)
        home = view.place == ""
        path = self.site.routes.path(view.place).strip("/")
        return ShareCard(
            name=path.rpartition("/")[2] or "site",
            title=view.title,
            names=self.site.tagline if home else self._names(view),
            label="" if home else self._label(view),
            place="" if home else self.site.name,
            picture=view.image,
            sound=isinstance(view.subject, Episode | Show),
        )

    def _label(self, view: View) -> str:
        _, words = self.translations.gettext, self.site.words
        match view.subject:
            case Book():
                return _("Book")
            case Show():
                return _("Podcast")
            case Episode():
                return _("Listen: %(duration)s") % {"duration": words.duration(view.subject.audio.duration)}
            case Note():
                return words.date(view.subject.pub_date)
        return view.parents[-1].name if view.parents else ""

    def _names(self, view: View) -> str:
        subject, catalog = view.subject, self.site.catalog
        match subject:
            case Book():
                return self._signature(self.credits.signature(subject))
            case Note():
                return catalog.person(subject.author).name if subject.author else ""
            case Episode():
                return self._people(catalog.person(c.person) for c in subject.people) or subject.artist
            case Show():
                return self._people(catalog.person(c.person) for c in subject.people) or subject.author
            case Person():
                own = (book for _, book in catalog.appearances(subject).books)
                return _titles((*self.credits.signed_by(subject), *own))
            case Publisher():
                return _titles(catalog.published_by(subject))
        return ""

    def _people(self, people: Iterable[Person]) -> str:
        found = tuple(dict.fromkeys(people))
        if len(found) <= NAMES_IN_A_LINE:
            return self._signature(CreditLine("", found))
        return self._signature(CreditLine("", found[: NAMES_IN_A_LINE - 1], len(found) - NAMES_IN_A_LINE + 1))

    def _signature(self, line: CreditLine | None) -> str:
        if line is None:
            return ""
        others = self.translations.ngettext("%(num)s other", "%(num)s others", line.others) % {"num": line.others}
        names = [person.name for person in line.people] + ([others] if line.others else [])
        joined = "".join(map("".join, zip(names, self.site.words.between(len(names)), strict=True)))
        return f"{joined} {line.after}".strip()


def _titles(books: Iterable[Book]) -> str:
    """Return the titles of some books, each once; the card cuts what is too much."""
    return " · ".join(dict.fromkeys(book.title for book in books))

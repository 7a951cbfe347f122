"""Who answers for a site, as the law asks it to be said: in France article 1-1 of the law of 21 June 2004 (LCEN)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from antenne.fields import Record, choice, email, integer, key, text

PERSON, COMPANY, ANONYMOUS, DEMONSTRATION = "person", "company", "anonymous", "demonstration"
STATUSES = (PERSON, COMPANY, ANONYMOUS, DEMONSTRATION)
"""Who publishes: a person, a company or association, one who keeps his name to himself, or nobody: an example."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostSettings:
    """Who keeps the site on a server."""

    name: str = key(text(), "", doc="The host's name.")
    address: str = key(text(500), "", doc="Its postal address.")
    phone: str = key(text(), "", doc="Its telephone number.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalSettings:
    """What the pages « Mentions légales » and « Vie privée » are written from."""

    status: str = key(choice(*STATUSES), doc="`anonymous` is for who publishes without profession and told the host.")
    publisher: str = key(text(), "", doc="The publisher's name: a person's, or the company's as registered.")
    address: str = key(text(500), "", doc="The person's home, or the company's seat.")
    phone: str = key(text(), "", doc="The publisher's telephone number.")
    email: str = key(email, "", doc="The publisher's address for mail. Default: the site's `email`.")
    director: str = key(text(), "", doc="Who directs the publication. Default: the publisher, when that is a person.")
    register: str = key(text(), "", doc="The number in a register, where there is one: `RCS Paris 123 456 789`.")
    capital: str = key(text(), "", doc="The share capital, where there is one.")
    host: HostSettings = key(Record(HostSettings), HostSettings(), doc="Who keeps the site on a server.")
    log_days: int | None = key(
        integer(least=0, most=400), None, doc="How many days the server keeps its log; 0 for none. Default: not said."
    )
    credits: str = key(text(4000), "", doc="What is to be said of texts, voices and pictures, and of their rights.")

    @property
    def directed_by(self) -> str:
        """Who directs the publication."""
        return self.director or (self.publisher if self.status == PERSON else "")

    def missing(self) -> Iterator[str]:
        """Give the names of the settings that the law asks for and that are not there."""
        if self.status == DEMONSTRATION:
            return
        if self.status != ANONYMOUS:
            yield from (name for name in ("publisher", "address", "phone") if not getattr(self, name))
            if not self.directed_by:
                yield "director"
        # Who keeps his own name to himself need not tell the telephone of his host.
        asked = ("name", "address") if self.status == ANONYMOUS else ("name", "address", "phone")
        yield from (f"host.{name}" for name in asked if not getattr(self.host, name))

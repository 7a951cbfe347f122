"""Rules on what the law asks a public site to say of itself."""

from __future__ import annotations

from collections.abc import Iterator

from antenne.check.placeholders import check_placeholders
from antenne.model import Catalog
from antenne.problems import Problem, Where
from antenne.problems.rules import LEGAL_INCOMPLETE, LEGAL_MISSING
from antenne.settings import Settings


def check_legal(settings: Settings, catalog: Catalog) -> Iterator[Problem]:
    """Give what a site that goes public does not say of who answers for it; an author's own page says enough."""
    yield from check_placeholders(settings, catalog)
    if settings.routes.legal in {page.key for page in catalog.pages}:
        return
    if settings.legal is None:
        message = "The site does not say who publishes it, and who keeps it on a server."
        yield LEGAL_MISSING.at(Where("ANTENNE.legal"), message)
        return
    missing = [f"`{name}`" for name in settings.legal.missing()]
    if missing:
        message = f"The legal notice lacks {', '.join(missing)}, which the law asks of a publisher of this status."
        yield LEGAL_INCOMPLETE.at(Where("ANTENNE.legal"), message)

"""Finds the examples of the author's guide that were copied and not replaced."""

from __future__ import annotations

from collections.abc import Iterator

from antenne.model import Catalog
from antenne.problems import Problem, Where
from antenne.problems.rules import PLACEHOLDER
from antenne.settings import Settings

_EXAMPLES = frozenset(("vous@exemple.fr", "Prénom Nom", "L'hébergeur", "Votre nom", "…"))


def check_placeholders(settings: Settings, catalog: Catalog) -> Iterator[Problem]:
    """Give what a site that goes public has of the guide's examples, in its settings and its shows."""
    for where, value in _values(settings, catalog):
        # The language's typography has put its own apostrophe and spaces in.
        if value.replace("’", "'").replace("\u00a0", " ").strip() in _EXAMPLES:
            yield PLACEHOLDER.at(Where(where), f"“{value}” is an example of the guide.")


def _values(settings: Settings, catalog: Catalog) -> Iterator[tuple[str, str]]:
    yield "ANTENNE.email", settings.email
    if legal := settings.legal:
        for name in ("publisher", "address", "phone", "email", "director"):
            yield f"ANTENNE.legal.{name}", getattr(legal, name)
        for name in ("name", "address", "phone"):
            yield f"ANTENNE.legal.host.{name}", getattr(legal.host, name)
    for show in catalog.shows:
        file = f"content/shows/{show.key}/index.md"
        yield file, show.author
        if show.owner:
            yield from ((file, value) for value in (show.owner.name, show.owner.email))

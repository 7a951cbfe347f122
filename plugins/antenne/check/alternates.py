"""Rules on one page in several languages: each of them names all, itself among them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from antenne.check.facts import Facts
from antenne.check.site import Site
from antenne.problems import Problem, Where
from antenne.problems.output.pages import HREFLANG_RETURN


class Alternates(Struct, kw_only=True):
    """Which pages say that they are one page in several languages."""

    site: Site
    named: dict[str, dict[str, Where]] = field(default_factory=dict)

    def add(self, page: Facts) -> None:
        """Take what a page says of itself in other languages."""
        for file, line in page.alternates:
            # A page that is not there is told as a broken link.
            if file in self.site.files:
                self.named.setdefault(page.path, {}).setdefault(file, Where(page.path, line))

    def problems(self) -> Iterator[Problem]:
        """Give each page that another names, and that does not name it in return."""
        for path, others in self.named.items():
            if path not in others:
                where = min(others.values())
                yield HREFLANG_RETURN.at(where, "The page names its other languages, and not itself among them.")
            for other, where in others.items():
                if path not in self.named.get(other, {}):
                    message = f"The page leads to {other} as itself in another language, which does not lead back."
                    yield HREFLANG_RETURN.at(where, message)

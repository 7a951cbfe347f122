"""Rules on structured data across pages: what one page names by an @id, the page of that address defines."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from antenne.check.facts import Facts, Node
from antenne.problems import Problem, Where
from antenne.problems.output.pages import LINKED_DATA, LINKED_FACTS


class Said(Struct):
    """Where an @id stands first, and all nodes that have it."""

    where: Where
    nodes: list[Node] = field(default_factory=list)


class LinkedData(Struct):
    """The nodes of a site by their @id: where each is defined, and who names it, in whichever language."""

    defined: dict[str, Node] = field(default_factory=dict)
    named: dict[str, Said] = field(default_factory=dict)

    def add(self, page: Facts) -> None:
        """Take the nodes of a page in: it defines those whose @id is below its own address."""
        for name, own, node, line in page.nodes:
            if own:
                # What a page says twice of itself counts where it says more.
                self.defined[name] = max(self.defined.get(name, {}), node, key=len)
            self.named.setdefault(name, Said(Where(page.path, line))).nodes.append(node)

    def problems(self) -> Iterator[Problem]:
        """Give what is named and nowhere defined, and what is told otherwise than where it is defined."""
        for name, said in self.named.items():
            where = said.where
            if name not in self.defined:
                message = f"The structured data names {name}, which the page of that address does not define."
                yield LINKED_DATA.at(where, message)
                continue
            known = self.defined[name]
            wrong = sorted({key for node in said.nodes for key in node if key not in known or node[key] != known[key]})
            if wrong:
                message = (
                    f"The structured data says another {', '.join(wrong)} of {name} than the page of that address."
                )
                yield LINKED_FACTS.at(where, message)

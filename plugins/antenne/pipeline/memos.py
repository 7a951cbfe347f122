"""What a process that builds a site again and again keeps from one build to the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from antenne.check import FactsMemo
from antenne.render import PageMemos


@dataclass(frozen=True, slots=True)
class Memos:
    """The pages as they were made, and what judging found out about them."""

    pages: PageMemos = field(default_factory=PageMemos)
    facts: FactsMemo = field(default_factory=FactsMemo)

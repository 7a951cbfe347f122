"""One thing that a machine has, or lacks."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from msgspec.structs import asdict


class State(Enum):
    """How it stands: there, wanted for something only, or missing and needed."""

    OK = "ok"
    WANTED = "wanted"
    MISSING = "missing"


class Finding(Struct, frozen=True, kw_only=True):
    """What was looked at, how it stands, what was found, and what to do about it."""

    name: str
    state: State = State.OK
    found: str
    do: str = ""

    @property
    def line(self) -> str:
        """The finding as a line for people."""
        words = {State.OK: "ok", State.WANTED: "wanted", State.MISSING: "MISSING"}
        return f"{words[self.state]:8}{self.name}: {self.found}"

    def as_json(self) -> dict[str, str]:
        """Return the finding for programs."""
        return {**asdict(self), "state": self.state.value}

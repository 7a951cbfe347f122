"""Says again what the last build said, when nothing has changed since."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TextIO

SUMMARY, WARNINGS, PLAIN = "summary", "warnings", "plain"
"""What was said: the last sentence, the warnings as data, and as they are told where nobody watches."""


def tell_again(said: Mapping[str, str], styled: Callable[[str], None]) -> None:
    """Say that nothing has changed, with the warnings and the last sentence of the build that made what is there.

    `styled` tells the warnings on a terminal; it has more to load than all this look.
    """
    if said.get(PLAIN):
        if sys.stderr.isatty():
            styled(said[WARNINGS])
        else:
            _write(sys.stderr, said[PLAIN])
    _write(sys.stdout, f"Nothing has changed since the last build.\n{said[SUMMARY]}\n")


def _write(stream: TextIO, text: str) -> None:
    # A terminal that knows no « gets \xab, and the command goes on.
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="backslashreplace")
    stream.write(text)

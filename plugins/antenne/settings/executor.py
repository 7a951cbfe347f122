"""Who draws pictures: a setting, or a variable of the environment, as it is an affair of the machine."""

from __future__ import annotations

import re

from msgspec import Struct

from antenne.fields import OneText, Unfit

VARIABLE = "ANTENNE_EXECUTOR"
"""The name of the setting and of the variable, which goes before it."""
_ADDRESS = re.compile(r"(?:tcp|tls|ws|wss)://(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]):([0-9]{1,5})")
_WORDS = ("processes", "threads")


class ExecutorSettings(Struct, frozen=True):
    """`processes` or `threads` of this machine, or `dask` with the `address` of a cluster's scheduler."""

    kind: str = "processes"
    address: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.address}" if self.address else self.kind


def _executor(typed: str) -> ExecutorSettings:
    kind, _, address = typed.partition(":")
    if typed in _WORDS:
        return ExecutorSettings(typed)
    if kind != "dask":
        raise Unfit("nobody of this name draws pictures")
    found = _ADDRESS.fullmatch(address)
    if not found or not 0 < int(found[1]) < 65536:
        raise Unfit(
            "that is not the address of a scheduler",
            "Write what the scheduler says of itself: `dask:tcp://192.0.2.7:8786`.",
        )
    return ExecutorSettings(kind, address)


executor = OneText("`processes`, `threads` or `dask:tcp://HOST:PORT`", _executor)

"""Values with a few fields changed, be they Structs or dataclasses."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

from msgspec import Struct, structs

T = TypeVar("T")


def replace(value: T, /, **fields: Any) -> T:
    """Return a value with other fields; raises TypeError for a field that it has not."""
    if isinstance(value, Struct):
        return structs.replace(value, **fields)
    made: T = dataclasses.replace(value, **fields)  # type: ignore[type-var]
    return made

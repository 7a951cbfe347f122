"""The fields of values by name, be they Structs or dataclasses (decision 0034)."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import Any

from msgspec import NODEFAULT, structs

NO_DEFAULT = object()
"""What no field has: the default of one that must be given."""


@cache
def field_names(kind: type) -> tuple[str, ...] | None:
    """Return the names of a kind's fields in their order, None for a kind that has none by name."""
    names: tuple[str, ...] | None = getattr(kind, "__struct_fields__", None)
    if names is None and dataclasses.is_dataclass(kind):
        names = tuple(field.name for field in dataclasses.fields(kind))
    return names


@cache
def field_defaults(kind: Any) -> tuple[tuple[str, object], ...]:
    """Return each field's name with its default, `NO_DEFAULT` for one that must be given; raise TypeError."""
    if dataclasses.is_dataclass(kind):
        missing: Any = dataclasses.MISSING
        fields: Any = dataclasses.fields(kind)
    else:
        missing, fields = NODEFAULT, structs.fields(kind)
    return tuple((field.name, _default(field, missing)) for field in fields)


def _default(field: Any, missing: object) -> object:
    if field.default_factory is not missing:
        return field.default_factory()
    return NO_DEFAULT if field.default is missing else field.default

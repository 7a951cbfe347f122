"""Values of the model as JSON, and back: typed, so that nothing that stands in a file is more than data."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any, Generic, TypeVar

import msgspec

T = TypeVar("T")


class Unkeepable(ValueError):
    """A value cannot be kept, or what was kept is none of its kind."""


class Form(Generic[T]):
    """Packs and unpacks values of a type: Structs, dataclasses, tuples, mappings, enumerations, dates, numbers, texts.

    A moment comes back at the same distance from UTC as it had, whatever its zone is called.
    """

    def __init__(self, kind: Any) -> None:
        self._decoder = msgspec.json.Decoder(kind, dec_hook=_meant)

    def pack(self, value: T) -> bytes:
        """Return the bytes of a value, the same for equal ones; raise Unkeepable."""
        return packed(value)

    def unpack(self, data: bytes) -> T:
        """Return the value of some bytes; raise Unkeepable for any that are not those of this type."""
        try:
            value: T = self._decoder.decode(data)
        except (msgspec.MsgspecError, ValueError, TypeError, RecursionError) as error:
            raise Unkeepable(str(error)) from error
        return value


def packed(value: object) -> bytes:
    """Return the bytes of a value of any type that can be kept, the same for equal ones; raise Unkeepable."""
    try:
        return _ENCODER.encode(value)
    except (msgspec.MsgspecError, ValueError, TypeError, NotImplementedError, RecursionError) as error:
        raise Unkeepable(str(error)) from error


def _plain(value: object) -> object:
    if isinstance(value, PurePath | str):
        return str(value)
    raise NotImplementedError(f"{type(value).__name__} is nothing to keep")


def _meant(kind: type, value: Any) -> object:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise NotImplementedError(f"{kind.__name__} is nothing to keep")


# A set has no order of its own: the same set has the same bytes.
_ENCODER = msgspec.json.Encoder(enc_hook=_plain, order="deterministic")

"""The order of publication: nothing goes live before what it names."""

from __future__ import annotations

from antenne.servers import Kind, is_picture, is_recording, kind_of

__all__ = ["Kind", "in_order", "is_picture", "is_recording", "kind_of"]


def in_order(path: str) -> tuple[Kind, str]:
    """Return the key that sorts files in the order of publication."""
    return kind_of(path), path

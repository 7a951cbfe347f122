"""Packs the texts of a built site for targets whose servers give packed files."""

from __future__ import annotations

from pathlib import Path

from antenne.servers import pack
from antenne.settings import Settings


def pack_for(settings: Settings, folder: Path) -> None:
    """Pack a built site when the target is a folder or a machine; a store and a host pack by themselves, or not."""
    if settings.publishing.packed and settings.publishing.target in ("folder", "ssh"):
        pack(folder, settings.cache)

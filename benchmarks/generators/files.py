"""Copies that share what nobody changes: thousands of recordings need their room on the disk but once."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def link_media(source: str, place: str) -> None:
    """Let a recording or a picture be the same on the disk; copy a text."""
    if source.endswith(".md"):
        shutil.copyfile(source, place)
    else:
        link_or_copy(Path(source), Path(place))


def link_or_copy(source: Path, place: Path) -> None:
    """Let a file stand at a second place, where the disk allows it without its bytes."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, place)
    except OSError:
        shutil.copyfile(source, place)

"""Writes down what subscribers have after a publication."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import fields
from datetime import datetime
from pathlib import Path

from antenne.ledger.entries import Ledger, PublishedEpisode, PublishedShow, Withdrawn

VERSION = 2


def write_ledger(path: Path, ledger: Ledger) -> bool:
    """Write the ledger whole or not at all, and say whether its bytes changed; raises OSError."""
    return write_bytes(path, ledger_bytes(ledger))


def write_bytes(path: Path, data: bytes) -> bool:
    """Write a file whole or not at all, and say whether its bytes changed; raises OSError."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".published-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            os.fchmod(file.fileno(), 0o644)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync(path.parent)
    return True


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def ledger_bytes(ledger: Ledger) -> bytes:
    """Return the ledger as its file has it: sorted JSON in UTF-8, without what is empty."""
    document = {
        "version": VERSION,
        "site": ledger.site,
        "former": ledger.former,
        "views": dict(ledger.views),
        "shows": {key: _plain_show(show) for key, show in ledger.shows.items()},
        "withdrawn": {guid: _plain(item) for guid, item in ledger.withdrawn.items()},
    }
    known = {name: value for name, value in document.items() if value or name == "shows"}
    return (json.dumps(known, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode("utf-8")


def _plain_show(show: PublishedShow) -> dict[str, object]:
    return _plain(show) | {"episodes": {key: _plain(entry) for key, entry in show.episodes.items()}}


def _plain(entry: PublishedEpisode | PublishedShow | Withdrawn) -> dict[str, object]:
    named = [(field.name, getattr(entry, field.name)) for field in fields(entry)]
    kept = {name: value for name, value in named if name not in ("line", "episodes") and value not in ("", ())}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in kept.items()}

"""Secrets for publishing: from the environment, else from the system's keyring, never from a file of the project."""

from __future__ import annotations

import os
from importlib import import_module
from importlib.util import find_spec

_SERVICE = "antenne"


def secret(name: str) -> str:
    """Return a secret by the name of its variable (`ANTENNE_S3_KEY`), empty when nobody has told it.

    What stands around it, as the end of a line in a file that was read, is not part of it.
    """
    return os.environ.get(name, "").strip() or _from_keyring(name).strip()


def _from_keyring(name: str) -> str:
    """Ask the keyring, where the package of that name is installed and the system has one."""
    if find_spec("keyring") is None:
        return ""
    try:
        return str(import_module("keyring").get_password(_SERVICE, name) or "")
    except Exception:  # noqa: BLE001 — a machine without a keyring raises an error of its own kind
        return ""

"""Converters that only settings need."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from antenne.fields import OneText, Unfit, address
from antenne.problems import nearest, rules


def _timezone(typed: str) -> ZoneInfo:
    try:
        return ZoneInfo(typed)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        guess = nearest(typed, available_timezones())
        raise Unfit("no time zone has this name", f"Did you mean {guess}?" if guess else "") from error


timezone = OneText("a time zone such as `Europe/Paris`", _timezone)


def _public_address(typed: str) -> str:
    if "@" in urlsplit(address.read(typed)).netloc:
        raise Unfit("it holds a name or a password", "Take out what stands before the “@”: everybody would read it.")
    return typed


public_address = OneText("an address that begins with https:// or http://", _public_address, address.rule, address.hint)


def _site_address(typed: str) -> str:
    parts = urlsplit(_public_address(typed))
    if parts.query or parts.fragment:
        raise Unfit("it goes on after a “?” or “#”", "Write the address of the site's home page.")
    return typed.rstrip("/")


site_address = OneText(
    "the address of the home page, such as https://exemple.fr",
    _site_address,
    rules.BAD_ADDRESS,
    "Write the address of the home page, from https:// on.",
)


def _measuring_prefix(typed: str) -> str:
    if not typed.startswith("https://"):
        raise Unfit("apps ask for recordings over https alone")
    return _site_address(typed)


measuring_prefix = OneText(
    "the prefix of a measuring service, such as https://op3.dev/e",
    _measuring_prefix,
    rules.BAD_ADDRESS,
    "Write what the service's setup page has before the recording's address, from https:// on.",
)


def _server_address(typed: str) -> str:
    host = urlsplit(_site_address(typed)).netloc
    # The host goes into the pages' security policy, where other signs would end a rule.
    if not re.fullmatch(r"(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]+)?", host):
        raise Unfit("that is no server's name")
    return typed.rstrip("/")


server_address = OneText(
    "the address of a server, such as https://commentaires.exemple.fr",
    _server_address,
    rules.BAD_ADDRESS,
    "Write the address of the server, from https:// on.",
)


def _folder(typed: str) -> Path:
    if "\0" in typed:
        raise Unfit("it is not the name of a folder")
    return Path(typed)


folder = OneText("a folder, from the project's", _folder)
theme_folder = OneText("a folder, from this file's", _folder)

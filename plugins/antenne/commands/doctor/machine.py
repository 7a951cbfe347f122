"""What stands on this machine, whatever the site: Python, packages, programs, fonts, time zones, a keyring."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator, Set
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from antenne.commands.doctor.finding import Finding, State
from antenne.commands.doctor.remedies import how_to_get

_LEAST = (3, 11)
_PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==([^\s;\\]+)(\s*;)?", re.M)
_INSTALL = "{python} -m pip install --require-hashes -r requirements.txt"
_FONTS = ("fontpkg-source-serif-4", "fontpkg-source-sans-3")
_FOR = {
    "git": "keeps the history of content/, and publishes to a branch",
    "ssh": "publishes to another machine",
    "rsync": "publishes to another machine",
    "chromium": "is for some tests alone",
    "ffmpeg": "is for some tests alone",
    "node": "is for some tests alone",
}


def machine(project: Path, needed: Set[str]) -> Iterator[Finding]:
    """Look at the machine; `needed` are the programs that this site's publication calls."""
    yield _python()
    yield from _packages(project / "requirements.txt")
    for program, what in _FOR.items():
        yield _program(program, what, needed=program in needed)
    yield from _fonts()
    yield _time_zones()
    yield _keyring()


def _python() -> Finding:
    found = ".".join(str(part) for part in sys.version_info[:3])
    if sys.version_info[:2] >= _LEAST:
        return Finding(name="Python", found=found)
    return Finding(name="Python", state=State.MISSING, found=f"{found}; 3.11 is the least", do=how_to_get("python"))


def _packages(requirements: Path) -> Iterator[Finding]:
    """Compare what is installed with what is pinned; a package for another system is passed over."""
    try:
        text = requirements.read_text(encoding="utf-8")
    except OSError:
        return
    pinned: dict[str, set[str]] = {}
    elsewhere: set[str] = set()
    for name, number, marked in _PINNED.findall(text):
        pinned.setdefault(name, set()).add(number)
        elsewhere |= {name} if marked else set()
    wrong = [line for name in sorted(pinned) if (line := _out_of_step(name, pinned[name], name in elsewhere))]
    do = f"{_INSTALL.format(python=sys.executable)}"
    if wrong:
        more = f" and {len(wrong) - 5} more" if len(wrong) > 5 else ""
        yield Finding(name="Packages", state=State.MISSING, found=f"{', '.join(wrong[:5])}{more}", do=do)
    else:
        yield Finding(name="Packages", found=f"{len(pinned)}, as requirements.txt has them")


def _out_of_step(name: str, wanted: Set[str], may_miss: bool) -> str:
    try:
        found = version(name)
    except PackageNotFoundError:
        return "" if may_miss else f"{name} is not installed"
    # 4.004 and 4.4 are one number (PEP 440).
    return "" if _plain(found) in map(_plain, wanted) else f"{name} is {found} and not {' or '.join(sorted(wanted))}"


def _plain(number: str) -> str:
    return ".".join(part.lstrip("0") or "0" for part in number.split("."))


def _program(program: str, what: str, *, needed: bool) -> Finding:
    place = shutil.which(program)
    if place:
        return Finding(name=program, found=place)
    state = State.MISSING if needed else State.WANTED
    return Finding(name=program, state=state, found=f"is not on this machine; it {what}", do=how_to_get(program))


def _fonts() -> Iterator[Finding]:
    for font in _FONTS:
        try:
            yield Finding(name=font, found=version(font))
        except PackageNotFoundError:
            do = _INSTALL.format(python=sys.executable)
            yield Finding(name=font, state=State.MISSING, found="is not installed; cards are lettered with it", do=do)


def _time_zones() -> Finding:
    try:
        ZoneInfo("Europe/Paris")
    except ZoneInfoNotFoundError:
        do = _INSTALL.format(python=sys.executable)
        return Finding(name="Time zones", state=State.MISSING, found="their data is missing", do=do)
    return Finding(name="Time zones", found="their data is there")


def _keyring() -> Finding:
    if find_spec("keyring"):
        return Finding(name="keyring", found="is installed; secrets may stand in it")
    do = f"{sys.executable} -m pip install keyring, or secrets in the environment (docs/publishing.md)"
    return Finding(
        name="keyring", state=State.WANTED, found="is not installed; secrets come from the environment", do=do
    )

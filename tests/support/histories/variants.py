"""The sites that histories begin with, made once each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from tests.support.everything import make_everything, settings
from tests.support.site import make_site, write


def _small(folder: Path) -> Path:
    site = make_site(folder)
    for number in range(4):
        write(site / f"content/notes/2020-01-0{number + 1}-n{number}.md", f"---\ntitle: N {number}\n---\nMots.\n")
    return site


def _in_english_too(folder: Path) -> Path:
    site = _small(folder)
    settings(site, 'ANTENNE["languages"] = [{"language": "en"}]')
    write(site / "content/books/le-livre/index.en.md", "---\ntitle: The Book\n---\nA *book*.\n")
    write(site / "content/notes/2020-01-02-n1.en.md", "---\ntitle: Note One\n---\nWords.\n")
    return site


def _long(folder: Path) -> Path:
    site = make_site(folder)
    for number in range(40):
        day = f"20{10 + number // 12}-{number % 12 + 1:02d}-01"
        write(site / f"content/notes/{day}-n{number}.md", f"---\ntitle: N {number}\ntags: [voix]\n---\nMots.\n")
    settings(site, 'ANTENNE["page_size"] = 7\nANTENNE["latest"] = 5')
    return site


def _everything(folder: Path) -> Path:
    site = make_everything(folder)
    settings(site, 'ANTENNE["page_size"] = 2\nANTENNE["latest"] = 2')
    return site


VARIANTS: Mapping[str, Callable[[Path], Path]] = MappingProxyType(
    {"small": _small, "in English too": _in_english_too, "long": _long, "everything": _everything}
)

"""The built folder, as visitors find it under the site's address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from antenne.build import files_below
from antenne.check.magic import PictureFacts, picture_facts
from antenne.model import without_prefix

_PLAIN = re.compile(
    r"(?:https?://(?P<host>[a-z0-9.:-]+))?(?P<path>/(?:[\w-]+(?:\.[\w-]+)*/)*(?:[\w-]+(?:\.[\w-]+)*)?)", re.ASCII
)
"""A complete address, or one from the root, with nothing in it to decode: most are such, and need no parser."""
_PLACE = re.compile(r"#[\w=.,:-]+", re.ASCII)
"""A place in the file itself, with nothing in it to decode."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address leads: a file's path within the site, or another site (`file` is then None).

    `astray` says that it leads to the site's own host, but not below the site's address.
    """

    file: str | None = None
    fragment: str = ""
    astray: bool = False

    @property
    def outside(self) -> bool:
        """Whether it leads to another site."""
        return self.file is None and not self.astray


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A built site as it will stand: a folder and the paths of its files, some of which are `fresh` below `anew`."""

    folder: Path
    files: frozenset[str]
    anew: Path | None = None
    fresh: frozenset[str] = frozenset()

    @classmethod
    def of(cls, folder: Path) -> Whole:
        """Look at a folder once: what is asked about files later is answered from memory."""
        return cls(folder=folder, files=frozenset(files_below(str(folder))))

    def at(self, path: str) -> Path:
        """Return where a file stands now."""
        return self.anew / path if self.anew is not None and path in self.fresh else self.folder / path


@dataclass(frozen=True, slots=True)
class Known:
    """What was found out about a site while it is judged: where addresses lead, and what pictures' headers say."""

    leads: dict[str, Target | None] = field(default_factory=dict)
    pictures: dict[str, PictureFacts | None] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Site:
    """A built site: its files, by their paths with slashes from its root.

    `root` is its address without a trailing slash, empty when nobody knows it. `own` sites were made by Antenne, which
    promises more of them; `private` ones are served on this machine alone. `media` is the address of its recordings
    without a trailing slash, where they have one of their own; `prefix` is what feeds have before it. `cards` says
    whether its pages have pictures that they are shared with. Where one wants to know, it is `noted` which files were
    asked about, and which of them were `opened`.
    """

    whole: Whole
    root: str
    own: bool = True
    private: bool = False
    media: str = ""
    prefix: str = ""
    cards: bool = True
    noted: set[str] | None = None
    opened: set[str] | None = None
    known: Known = field(default_factory=Known)

    @property
    def files(self) -> frozenset[str]:
        """The paths of all files."""
        return self.whole.files

    def at(self, path: str) -> Path:
        """Return where a file of the site stands now."""
        if self.opened is not None:
            self.opened.add(path)
        return self.whole.at(path)

    @cached_property
    def _home(self) -> SplitResult:
        return urlsplit(self.root)

    def address(self, path: str) -> str:
        """Return the complete address of a file, empty when the site's own is not known."""
        return f"{self.root}/{quote(path)}" if self.root else ""

    def belongs(self, address: str) -> bool:
        """Say whether a complete address must lead to a file of this folder: an own site has all that it names."""
        return self.own or bool(self.root and address.startswith(f"{self.root}/"))

    def picture(self, path: str) -> PictureFacts | None:
        """Return what a picture's header says, None for no picture; many feeds and pages show the same ones."""
        file = self.at(path)
        if path not in self.known.pictures:
            self.known.pictures[path] = picture_facts(file)
        return self.known.pictures[path]

    def lead(self, address: str, path: str) -> Target | None:
        """Return what `target` does, and remember it: pages have most of their addresses in common."""
        if not address.startswith(("/", "http:", "https:")):
            # It leads elsewhere from each file.
            return self.target(address, path)
        leads = self.known.leads
        if address not in leads:
            leads[address] = self.target(address)
        return leads[address]

    def target(self, address: str, path: str = "") -> Target | None:
        """Return where an address leads that stands in the file `path`; None for mailto: and its like."""
        root = self.root
        if path and self._home.netloc and _PLACE.fullmatch(address):
            return Target(path, address[1:])
        if self.media and address.startswith(f"{self.media}/"):
            return Target(file_of(unquote(parts_of(address.removeprefix(self.media)).path)))
        if self._home.netloc and (plain := _PLAIN.fullmatch(address)):
            return self._led(plain["host"] or self._home.netloc, plain["path"])
        try:
            parts = urlsplit(urljoin(f"{root}/{quote(path)}", address.strip()))
        except ValueError:
            return Target(astray=True)
        if parts.scheme not in ("http", "https"):
            return None
        return self._led(parts.netloc, parts.path, parts.fragment)

    def _led(self, host: str, path: str, fragment: str = "") -> Target:
        """Return where the parts of a complete address lead."""
        home = self._home
        if host.lower() != home.netloc.lower():
            return Target()
        base = home.path.rstrip("/")
        if path != base and not path.startswith(f"{base}/"):
            return Target(astray=True)
        return Target(file_of(unquote(path[len(base) :])), unquote(fragment))

    def has(self, target: Target) -> bool:
        """Say whether a target's file is in the folder."""
        return target.file is not None and self._holds(target.file)

    def local(self, address: str) -> str | None:
        """Return the path of the file that a complete address of this site names, or None when there is none."""
        roots = tuple(f"{root}/" for root in (self.root, self.media) if root)
        if self.prefix and address.startswith(f"{self.prefix}/"):
            address = next((bare for root in roots if (bare := without_prefix(address, root)) != address), address)
        if not address.startswith(roots):
            return None
        target = self.target(address)
        return target.file if target and target.file and self._holds(target.file) else None

    def _holds(self, path: str) -> bool:
        if self.noted is not None:
            self.noted.add(path)
        return path in self.files


def parts_of(address: str) -> SplitResult:
    """Return the parts of an address that may come from anywhere, all empty when it is none."""
    try:
        parts = urlsplit(address.strip())
        _ = parts.hostname, parts.port
    except ValueError:
        return urlsplit("")
    return parts


def file_of(path: str) -> str:
    """Return the file that answers for a path: a directory's is its index.html."""
    bare = path.lstrip("/")
    return f"{bare}index.html" if not bare or bare.endswith("/") else bare

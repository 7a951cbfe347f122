"""The built folder, as visitors find it under the site's address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from antenne.routes import Routes
from antenne.settings import Settings


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
class Site:
    """A built site: its folder and the paths of the files in it, with slashes and relative to the folder."""

    folder: Path
    settings: Settings
    routes: Routes
    files: frozenset[str]

    @classmethod
    def read(cls, folder: Path, settings: Settings, routes: Routes) -> Site:
        """Look at a folder once: what is asked about files later is answered from memory."""
        files = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
        return cls(folder=folder, settings=settings, routes=routes, files=files)

    def target(self, address: str, path: str = "") -> Target | None:
        """Return where an address leads that stands in the file `path`; None for mailto: and its like."""
        root = self.settings.site_url
        try:
            parts = urlsplit(urljoin(f"{root}/{quote(path)}", address.strip()))
        except ValueError:
            return Target(astray=True)
        if parts.scheme not in ("http", "https"):
            return None
        home = urlsplit(root)
        if parts.netloc.lower() != home.netloc.lower():
            return Target()
        base = home.path.rstrip("/")
        if parts.path != base and not parts.path.startswith(f"{base}/"):
            return Target(astray=True)
        return Target(file_of(unquote(parts.path[len(base) :])), unquote(parts.fragment))

    def has(self, target: Target) -> bool:
        """Say whether a target's file is in the folder."""
        return target.file in self.files

    def local(self, address: str) -> str | None:
        """Return the path of the file that a complete address of this site names, or None when there is none."""
        if not address.startswith(f"{self.settings.site_url}/"):
            return None
        target = self.target(address)
        return target.file if target and target.file in self.files else None


def file_of(path: str) -> str:
    """Return the file that answers for a path: a directory's is its index.html."""
    bare = path.lstrip("/")
    return f"{bare}index.html" if not bare or bare.endswith("/") else bare

"""What a server is told about one site."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from msgspec import Struct

from antenne.build import files_below
from antenne.servers.answers import Answers
from antenne.servers.moves import Move, read_moves
from antenne.servers.patterns import Place, places


class CannotSay(Exception):
    """A server's configuration has no way to say something; the text says what, and what to do."""


class Service(Struct, frozen=True, kw_only=True):
    """A site and where it is served: `root` is the folder that is shown, `name` the host's name.

    `base` is the site's path, decoded and without a slash at its end, `port` 0 where the server chooses, `files` the
    paths of the built site; `brotli` says that the server can give files that are packed so.
    """

    root: str
    name: str
    base: str = ""
    port: int = 0
    brotli: bool = True
    answers: Answers
    files: frozenset[str] = frozenset()
    moves: tuple[Move, ...] = ()

    @classmethod
    def of(cls, built: Path, *, root: str, name: str, base: str = "", port: int = 0, brotli: bool = True) -> Service:
        """Read what a built site says of its answers; `base` may be percent-encoded, as it stands in an address."""
        # Servers compare paths when they are decoded.
        base = unquote(base)
        for text, what in ((root, "folder"), (name, "name"), (base.replace("%", "$"), "path")):
            if not text.isprintable() or set(text) & set("\"'`{}\\$;#") or (what == "name" and " " in text):
                raise CannotSay(f"{text!a} is a {what} that a server's configuration cannot hold. Give it another one.")
        return cls(
            root=root.rstrip("/") or "/",
            name=name,
            base=base,
            port=port,
            brotli=brotli,
            answers=Answers.read(built),
            files=files_of(built),
            moves=read_moves(built),
        )

    def pages(self, header: str) -> tuple[tuple[Place, str], ...]:
        """Return the places whose pages have a header of their own, with its value."""
        own = self.answers.pages
        pages = {path for path in (*self.files, *own) if PurePosixPath(path).suffix == ".html"}
        return places({path: own.get(path, {}).get(header, "") for path in pages})

    def own_headers(self) -> tuple[str, ...]:
        """Return the names of the headers that some pages change."""
        return tuple(sorted({name for headers in self.answers.pages.values() for name in headers}))


def files_of(built: Path) -> frozenset[str]:
    """Return the paths of all files of a built site."""
    return frozenset(files_below(str(built)))


def said(value: str) -> str:
    """Return a header's value or a path; raise CannotSay for one that would end its line."""
    if not value.isprintable():
        raise CannotSay(f"{value!a} holds a character that no header can have. Take it out, and build the site again.")
    return value

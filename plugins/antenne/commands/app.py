"""Serves a built site as a web server does in production: ranges, types, open feeds, directory addresses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from antenne.commands.reload import Live, reload_routes, with_script
from antenne.deploy import Answers, type_of

NOT_YET = (
    "<!doctype html><html lang='en'><head><title>Antenne</title></head><body><p>The site could not be built yet: "
    "the terminal says what is wrong. This page loads itself again when it is.</p></body></html>"
)


def make_app(folder: Callable[[], Path | None] | Path, base_path: str = "", *, live: Live | None = None) -> Starlette:
    """Return an application that serves a folder, or the one that `folder` gives at each request.

    `base_path` is the site's path without a trailing slash; with `live` each page loads itself again after a build.
    """
    site = _Site(folder if callable(folder) else lambda: folder, base_path, reloads=live is not None)
    routes = [*(reload_routes(live) if live else []), Route("/{path:path}", site.answer, methods=["GET", "HEAD"])]
    return Starlette(routes=routes)


class _Site:
    def __init__(self, folder: Callable[[], Path | None], base_path: str, *, reloads: bool) -> None:
        self._folder, self._base, self._reloads = folder, base_path, reloads
        self._read: tuple[Path, Answers] | None = None

    def answer(self, request: Request) -> Response:
        """Answer a request; plain function, so that reading files holds up nobody else."""
        root, address = self._folder(), request.scope["path"]
        if root is None:
            return self._page(NOT_YET.encode(), 503, Answers().headers("") | {"Cache-Control": "no-cache"})
        if address != self._base and not address.startswith(f"{self._base}/"):
            # A site under a path is found from the root as well, while one works on it.
            return self._moved(root, f"{self._base}/", 307) if address == "/" else self._not_found(root)
        path = address.removeprefix(self._base).removeprefix("/")
        if address == self._base and self._base:
            return self._moved(root, f"{address}/", 308)
        file = _inside(root, path)
        if file is not None and file.is_dir():
            if path and not path.endswith("/"):
                return self._moved(root, f"{address}/", 308)
            file = _inside(root, f"{path}index.html")
        elif path.endswith("/"):
            file = None
        return self._file(root, file) if file is not None and file.is_file() else self._not_found(root)

    def _file(self, root: Path, file: Path, status: int = 200) -> Response:
        path = file.relative_to(root.resolve()).as_posix()
        if file.suffix == ".html":
            return self._page(file.read_bytes(), status, self._headers(root, path))
        return FileResponse(file, status, headers=self._headers(root, path), media_type=type_of(path))

    def _headers(self, root: Path, path: str = "") -> dict[str, str]:
        # A site that is worked on has new bytes under old names: nothing is kept without asking.
        return self._answers(root).headers(path) | {"Cache-Control": "no-cache"}

    def _answers(self, root: Path) -> Answers:
        if self._read is None or self._read[0] != root:
            self._read = root, Answers.read(root)
        return self._read[1]

    def _page(self, page: bytes, status: int, headers: Mapping[str, str]) -> Response:
        body = with_script(page) if self._reloads else page
        return Response(body, status, headers=headers, media_type="text/html")

    def _not_found(self, root: Path) -> Response:
        page = _inside(root, "404.html")
        if page is not None and page.is_file():
            return self._file(root, page, 404)
        return PlainTextResponse("There is nothing at this address.", 404, headers=self._headers(root))

    def _moved(self, root: Path, address: str, status: int) -> Response:
        # Two slashes at the start would name another host.
        return RedirectResponse("/" + quote(address.lstrip("/")), status, headers=self._headers(root))


def _inside(root: Path, path: str) -> Path | None:
    """Return what a path leads to, links followed, or None when that is nothing or outside the site."""
    steps = path.split("/")
    if any(step in (".", "..") for step in steps) or "" in steps[:-1] or "\\" in path:
        return None
    if any(step.startswith(".") and step != ".well-known" for step in steps):
        return None
    try:
        found, real = (root / path).resolve(strict=True), root.resolve()
    except (OSError, ValueError, RuntimeError):
        return None
    return found if found.is_relative_to(real) else None

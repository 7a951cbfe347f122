"""The configuration of nginx for a site: maps, which stand beside servers, and one server."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from antenne.servers.answers import OPEN, cache_of
from antenne.servers.moves import Move
from antenne.servers.patterns import Place, by_name, exactly, kept, opened, types
from antenne.servers.service import Service, said

_KEPT = cache_of("theme/x.0123456789ab.css")
_ASKED = cache_of("index.html")
_OURS = "antenne\0"
_LONGEST = 30
"""In a variable's name: nginx refuses to start with longer ones, as it comes."""


def nginx(service: Service) -> str:
    """Return a file for `sites-enabled/` or `conf.d/`; raise CannotSay."""
    text = "\n".join((*_maps(service), *_server(service), ""))
    # Variables are the whole server's: two sites of one machine have their own.
    return text.replace(_OURS, f"antenne_{_digest(service.name)[:4]}_")


def _maps(service: Service) -> Iterator[str]:
    # nginx has no way to write a dollar in a value but by a variable that holds one.
    yield f'geo ${_OURS}dollar {{ default "$"; }}'
    for name, value in sorted(service.answers.everywhere.items()):
        own = [(_place(service, place), said(found)) for place, found in service.pages(name)]
        yield from _map("$uri", _variable(name), value, own)
    for name in set(service.own_headers()) - set(service.answers.everywhere):
        own = [(_place(service, place), said(found)) for place, found in service.pages(name)]
        yield from _map("$uri", _variable(name), "", own)
    yield from _map("$uri", f"${_OURS}cache", _ASKED, [(kept(), _KEPT)])
    yes, no = opened()
    for name, value in OPEN.items():
        yield from _map("$uri", _variable(name), "", [(no, ""), (yes, value)])
    # The request as it came, percent-encoded: nothing that was decoded gets into a header.
    yield from _map("$request_uri", f"${_OURS}moved", "", [_move(move) for move in service.moves], quoted=False)


def _map(
    source: str, variable: str, default: str, cases: Iterable[tuple[str, str]], *, quoted: bool = True
) -> list[str]:
    value = _value if quoted else _quoted
    lines = [f"    {_quoted(f'~{pattern}')} {value(found)};" for pattern, found in cases]
    return [f"map {source} {variable} {{", f"    default {value(default)};", *lines, "}"]


def _place(service: Service, place: Place) -> str:
    end = "" if place.is_folder else "$"
    return f"^{exactly(f'{service.base}/{place.path}')}{end}"


def _move(move: Move) -> tuple[str, str]:
    new = _escaped(said(move.new))
    if move.and_below:
        return rf"^{exactly(move.old)}(?<{_OURS}rest>[^?]*)", f"{new}${_OURS}rest"
    return rf"^{exactly(move.old)}(?:\?|$)", new


def _server(service: Service) -> Iterator[str]:
    port = service.port or 80
    yield from ("server {", f"    listen {port};", f"    listen [::]:{port};", f"    server_name {service.name};")
    yield f"    root {_quoted(service.root)};"
    yield "    index index.html;"
    yield "    absolute_redirect off;"
    yield f"    error_page 404 {_quoted(f'{service.base}/404.html')};"
    yield f"    error_page 403 =404 {_quoted(f'{service.base}/404.html')};"
    yield f'    if (${_OURS}moved != "") {{ return 301 ${_OURS}moved$is_args$args; }}'
    names = {*service.answers.everywhere, *service.own_headers(), *OPEN}
    yield from (f"    add_header {name} {_variable(name)} always;" for name in sorted(names))
    yield f"    add_header Cache-Control ${_OURS}cache always;"
    yield "    gzip off;"
    yield "    gzip_static on;"
    yield "    gzip_vary on;"
    if service.brotli:
        yield "    brotli_static on;"
    yield "    default_type application/octet-stream;"
    yield "    types {"
    yield from (f"        {_quoted(media)} {' '.join(endings)};" for media, endings in types().items())
    yield "    }"
    yield "    # What is hidden is nobody's, but what is there to be found."
    yield r'    location ~ "/\.(?!well-known/)" { return 404; }'
    for pattern, media in by_name().items():
        yield f"    location ~ {_quoted(pattern)} {{ types {{ }} default_type {media}; }}"
    yield f"    location = {_quoted(f'{service.base}/404.html')} {{ internal; }}"
    yield "}"


def _variable(header: str) -> str:
    name = header.lower().replace("-", "_")
    return f"${_OURS}{name if len(name) <= _LONGEST else _digest(name)[:_LONGEST]}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _value(text: str) -> str:
    return _quoted(_escaped(said(text)))


def _escaped(text: str) -> str:
    return text.replace("$", f"${{{_OURS}dollar}}")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

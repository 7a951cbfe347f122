"""The configuration of Caddy for a site: one site block of a Caddyfile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from antenne.servers.answers import OPEN, TYPES, cache_of
from antenne.servers.moves import Move
from antenne.servers.patterns import Place, by_name, exactly_in_runes, kept, opened, types
from antenne.servers.service import CannotSay, Service, said

_KEPT = cache_of("theme/x.0123456789ab.css")
_ASKED = cache_of("index.html")


def caddy(service: Service) -> str:
    """Return a site block for a Caddyfile; raise CannotSay."""
    address = f"http://{service.name}:{service.port}" if service.port else service.name
    lines = (*_block("route", _route(service)), *_block("handle_errors", _errors(service)))
    return "\n".join((*_block(address, lines), ""))


def _block(head: str, lines: Iterable[str]) -> list[str]:
    return [f"{head} {{", *(f"\t{line}" for line in lines), "}"]


def _route(service: Service) -> Iterator[str]:
    yield f"root * {_quoted(service.root)}"
    for number, move in enumerate(service.moves):
        yield from _move(f"moved{number}", move)
    yield from _block("@hidden", (r'path_regexp "/\."', r'not path_regexp "^/\.well-known/"'))
    yield "error @hidden 404"
    yield from _headers(service)
    for number, (media, endings) in enumerate(types().items()):
        yield from _typed(f"type{number}", rf"(?:\.(?:{'|'.join(endings)}){'|/' if 'html' in endings else ''})$", media)
    for number, (pattern, media) in enumerate(by_name().items()):
        yield from _typed(f"name{number}", pattern, media)
    yield from _block("file_server", ("index index.html", "precompressed br gzip"))


def _headers(service: Service) -> Iterator[str]:
    for name, value in sorted(service.answers.everywhere.items()):
        yield f"header {name} {_value(value)}"
    number = 0
    for name in service.own_headers():
        for place, value in service.pages(name):
            number += 1
            yield f"@page{number} path_regexp {_quoted(_place(service, place))}"
            yield f"header @page{number} {name} {_value(value)}"
    yield f"header Cache-Control {_value(_ASKED)}"
    yield f"@kept path_regexp {_quoted(kept())}"
    yield f"header @kept Cache-Control {_value(_KEPT)}"
    yes, no = opened()
    yield from _block("@open", (f"path_regexp {_quoted(yes)}", f"not path_regexp {_quoted(no)}"))
    yield from (f"header @open {name} {_value(value)}" for name, value in OPEN.items())


def _errors(service: Service) -> Iterator[str]:
    yield f"root * {_quoted(service.root)}"
    # What was said for the file that is not there holds for this page no more.
    yield from (f"header -{name}" for name in OPEN)
    yield f"header Cache-Control {_value(_ASKED)}"
    yield f"header Content-Type {_value(TYPES['.html'])}"
    yield f"rewrite * {_quoted(f'{service.base}/404.html')}"
    yield from _block("file_server", ("precompressed br gzip", "status 404"))


def _typed(name: str, pattern: str, media: str) -> Iterator[str]:
    yield f"@{name} path_regexp {_quoted(pattern)}"
    yield f"header @{name} Content-Type {_value(media)}"


def _place(service: Service, place: Place) -> str:
    path = f"{service.base}/{place.path}"
    if place.is_folder:
        return f"^{exactly_in_runes(path)}"
    folder, _, name = path.rpartition("/")
    # A page is asked for by its folder.
    return rf"^{exactly_in_runes(folder)}/{'(?:index.html)?' if name == 'index.html' else exactly_in_runes(name)}$"


def _move(name: str, move: Move) -> Iterator[str]:
    old = exactly_in_runes(move.old)
    pattern = rf"^{old}(.*)$" if move.and_below else rf"^{old}(\?.*)?$"
    yield f"@{name} vars_regexp {name} {{http.request.uri}} {_quoted(pattern)}"
    yield f"redir @{name} {_quoted(_plain(move.new) + f'{{re.{name}.1}}')} 301"


def _value(text: str) -> str:
    return _quoted(_plain(text))


def _plain(text: str) -> str:
    """Return a text as it is; raise CannotSay where Caddy would put something else."""
    if "{" in said(text) or '\\"' in text or text.endswith("\\"):
        raise CannotSay(f"{text!a} holds what Caddy would put something else for. Take it out, and build again.")
    return text


def _quoted(text: str) -> str:
    escaped = text.replace('"', '\\"')
    return f'"{escaped}"'

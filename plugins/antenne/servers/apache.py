"""The configuration of Apache (2.4) for a site: a virtual host, or the same as a `.htaccess` file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote

from antenne.servers.answers import OPEN, cache_of
from antenne.servers.moves import Move
from antenne.servers.packing import PACKED, is_text
from antenne.servers.patterns import Place, by_name, exactly, kept, opened, suffixes, types
from antenne.servers.service import CannotSay, Service, said

_PACKED = r"(?:\.(?:br|gz))?$"
_KEPT = cache_of("theme/x.0123456789ab.css")
_ASKED = cache_of("index.html")


def apache(service: Service) -> str:
    """Return a virtual host; raise CannotSay."""
    inside = ("Require all granted", "Options FollowSymLinks", "AllowOverride None", *_body(service))
    host = (
        f"ServerName {service.name}",
        f"DocumentRoot {_quoted(service.root)}",
        *_block(f"Directory {_quoted(service.root)}", inside),
    )
    return "\n".join((*_block(f"VirtualHost *:{service.port or 80}", host), ""))


def htaccess(service: Service) -> str:
    """Return the same for a host where only a `.htaccess` file can be left; raise CannotSay."""
    return "\n".join((*_body(service), ""))


def _block(head: str, lines: Iterable[str]) -> list[str]:
    return [f"<{head}>", *(f"    {line}" for line in lines), f"</{head.split()[0]}>"]


def _body(service: Service) -> Iterator[str]:
    # With a space in it, Apache would take it for the text that is shown.
    page = quote(f"{service.base}/404.html")
    yield "DirectoryIndex index.html"
    yield from (f"ErrorDocument {status} {_quoted(page)}" for status in (403, 404))
    yield "AddDefaultCharset Off"
    # `.br` is Breton for Apache, and a page in it for whoever negotiates.
    yield from ("RemoveLanguage .br", "AddEncoding br .br", "AddEncoding gzip .gz")
    for media, endings in types().items():
        yield from _typed(rf"\.(?:{'|'.join(endings)})", media)
    for pattern, media in by_name().items():
        yield from _typed(pattern.removeprefix("/").removesuffix("$"), media)
    yield from _block("IfModule mod_headers.c", _headers(service))
    yield from _block("IfModule mod_rewrite.c", _rules(service))


def _typed(pattern: str, media: str) -> list[str]:
    return _block(f'FilesMatch "{pattern}{_PACKED}"', (f"ForceType {_quoted(media)}",))


def _headers(service: Service) -> Iterator[str]:
    for name, value in sorted(service.answers.everywhere.items()):
        yield f"Header always set {name} {_value(value)}"
    for name in service.own_headers():
        for place, value in service.pages(name):
            yield f"Header always set {name} {_value(value)} {_when(_place(service, place))}"
    yield f"Header always set Cache-Control {_value(_ASKED)}"
    yield f"Header always set Cache-Control {_value(_KEPT)} {_when(_packed(kept()))}"
    yes, no = opened()
    for name, value in OPEN.items():
        yield f"Header always set {name} {_value(value)} {_when(_packed(yes))}"
        yield f"Header always unset {name} {_when(_packed(no))}"
    texts = suffixes(f".{ending}" for endings in types().values() for ending in endings if is_text(f"x.{ending}"))
    negotiated = rf"\.(?:{texts}){_PACKED}"
    yield f"Header merge Vary Accept-Encoding {_when(negotiated)}"


def _rules(service: Service) -> Iterator[str]:
    yield "RewriteEngine On"
    for move in service.moves:
        yield from _move(move)
    yield "RewriteCond %{REQUEST_METHOD} !^(?:GET|HEAD)$"
    yield "RewriteRule ^ - [R=405,L]"
    yield r"RewriteRule (?:^|/)\.(?!well-known/) - [R=404,L]"
    # A folder without a page is nothing.
    yield "RewriteCond %{REQUEST_FILENAME} -d"
    yield "RewriteCond %{REQUEST_FILENAME}/index.html !-f"
    yield "RewriteRule (?:^|/)$ - [R=404,L]"
    for coding, ending in PACKED.items():
        yield rf'RewriteCond %{{HTTP:Accept-Encoding}} "(?:^|[\s,]){coding}(?:$|[\s,;])"'
        yield f"RewriteCond %{{REQUEST_FILENAME}}{ending} -f"
        yield f"RewriteRule ^ %{{REQUEST_URI}}{ending} [L]"


def _move(move: Move) -> Iterator[str]:
    old, new = exactly(unquote(move.old)), said(move.new)
    # This module takes its words as they are, and encodes the new address: all of it, where a part is of the old one.
    if move.and_below:
        yield f'RewriteCond %{{REQUEST_URI}} "^{old}(.*)$"'
        yield f'RewriteRule ^ "{_literal(unquote(new))}%1" [R=301,L]'
    else:
        yield f'RewriteCond %{{REQUEST_URI}} "^{old}$"'
        yield f'RewriteRule ^ "{_literal(new)}" [R=301,L,NE]'


def _literal(address: str) -> str:
    if not address.isprintable() or '"' in address or "\\" in address:
        raise CannotSay(f"{address!a} is no address that an old one can lead to. Take it out of the map of redirects.")
    return address.replace("%", "\\%").replace("$", "\\$")


def _place(service: Service, place: Place) -> str:
    return f"^{exactly(f'{service.base}/{place.path}')}{'' if place.is_folder else _PACKED}"


def _packed(pattern: str) -> str:
    return f"{pattern.removesuffix('$')}{_PACKED}"


def _when(pattern: str) -> str:
    return _quoted(f"expr=%{{REQUEST_URI}} =~ m#{pattern}#")


def _value(text: str) -> str:
    """Return a header's value: per cent begins a format there, and a dollar with a brace something else's value."""
    if "${" in said(text):
        raise CannotSay(f"{text!a} holds what Apache would put something else for. Take it out, and build again.")
    return _quoted(text.replace("%", "%%"))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

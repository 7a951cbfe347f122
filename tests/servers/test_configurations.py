"""What is written for each server: escaped, refused, and the same for the same site."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from antenne.render.policy import CSP, HEADERS, policy
from antenne.servers import Answers, CannotSay, Service, apache, caddy, header_file, htaccess, nginx
from antenne.servers.moves import Move, moves_of
from antenne.servers.patterns import places

FRAMED = policy({"frame-ancestors": "*"})
FILM = policy({"frame-src": "https://films.example"})
WRITERS: dict[str, Callable[[Service], str]] = {"nginx": nginx, "caddy": caddy, "apache": apache, "htaccess": htaccess}
PAGES = ("index.html", "404.html", "episodes/index.html", "episodes/un/index.html", "episodes/film/index.html")
FILES = frozenset(
    (*PAGES, "embed/un/index.html", "embed/film/index.html", "theme/style.0123456789ab.css", "robots.txt")
)


def answers(**pages: str) -> Answers:
    own = {"embed/un/index.html": FRAMED, "embed/film/index.html": FRAMED, "episodes/film/index.html": FILM} | pages
    return Answers(pages={path: {CSP: value} for path, value in own.items()})


def service(**changes: object) -> Service:
    told: dict[str, object] = {
        "root": "/var/www/site/current",
        "name": "exemple.fr",
        "answers": answers(),
        "files": FILES,
    }
    return Service(**told | changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "root", ["/var/www/$HOME", '/var/"www"', "/var/www;", "/var/w{w", "/a\nb", "/back\\slash", "/a`b"]
)
@pytest.mark.parametrize("field", ["root", "name"])
def test_a_folder_or_a_name_that_means_something_to_a_server_is_refused(tmp_path: Path, root: str, field: str) -> None:
    told = {"root": "/var/www", "name": "exemple.fr"} | {field: root}
    with pytest.raises(CannotSay, match="cannot hold"):
        Service.of(tmp_path, **told)


@pytest.mark.parametrize("base", ["/pod$uri", "/a;b", "/a%0Ab", "/a%24b", "/a%22b", "/a%257Bb", "/{x}"])
def test_a_path_that_means_something_to_a_server_is_refused(tmp_path: Path, base: str) -> None:
    with pytest.raises(CannotSay, match="path that a server's configuration cannot hold"):
        Service.of(tmp_path, root="/var/www", name="exemple.fr", base=base)


def test_a_path_is_written_as_servers_compare_it(tmp_path: Path) -> None:
    told = Service.of(tmp_path, root="/var/www", name="exemple.fr", base="/p%C3%A9%20a")
    assert told.base == "/pé a"
    assert 'error_page 404 "/pé a/404.html";' in nginx(told)
    # With a space, Apache would show the words themselves.
    assert 'ErrorDocument 404 "/p%C3%A9%20a/404.html"' in apache(told)


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("value", ["default-src 'self'\nX-Bad: 1", "a\rb", "a\0b"])
def test_a_header_that_would_end_its_line_is_refused(writer: str, value: str) -> None:
    with pytest.raises(CannotSay):
        WRITERS[writer](service(answers=Answers(everywhere={CSP: value})))
    with pytest.raises(CannotSay):
        header_file(Answers(everywhere={"X-Any": value}), FILES)


@pytest.mark.parametrize(
    ("writer", "value"), [("caddy", "a {env.HOME}"), ("apache", "a ${PATH}"), ("htaccess", "${PATH}")]
)
def test_a_header_for_which_a_server_would_put_something_else_is_refused(writer: str, value: str) -> None:
    with pytest.raises(CannotSay, match="something else"):
        WRITERS[writer](service(answers=Answers(everywhere={CSP: value})))


def test_a_dollar_is_a_dollar_and_a_per_cent_a_per_cent() -> None:
    told = service(answers=Answers(everywhere={CSP: "a $uri 5%D"}))
    assert "$uri 5%D" not in nginx(told)
    assert "_dollar}uri 5%D" in nginx(told)
    assert '"a $uri 5%%D"' in apache(told)


@pytest.mark.parametrize("writer", WRITERS)
def test_the_same_site_is_written_the_same(writer: str) -> None:
    pages = dict(reversed(answers().pages.items()))
    again = service(answers=Answers(pages=pages), files=frozenset(sorted(FILES, reverse=True)))
    assert WRITERS[writer](service()) == WRITERS[writer](again)


def test_two_sites_on_one_nginx_have_their_own_variables() -> None:
    one, other = nginx(service()), nginx(service(name="autre.fr"))
    defined = [{line.split()[2] for line in text.splitlines() if line.startswith("map")} for text in (one, other)]
    assert defined[0]
    assert not defined[0] & defined[1]


def test_a_folder_stands_for_its_pages_only_when_all_are_alike() -> None:
    found = {place.path: value for place, value in service().pages(CSP)}
    assert found == {"embed/": FRAMED, "episodes/film/": FILM}
    mixed = service(files=FILES | {"embed/other/index.html", "episodes/film/texte.html"})
    assert {place.path for place, _ in mixed.pages(CSP)} == {"embed/un/", "embed/film/", "episodes/film/index.html"}


def test_places_of_nothing_are_none() -> None:
    assert places({}) == ()
    assert places({"a/b.html": "", "c.html": ""}) == ()


def test_only_moves_for_good_are_moves() -> None:
    lines = ["# words", "", "/a /b 302", "/a /b", "/a/* /b/:splat 301", "/c https://x.example/d 301", "bad /b 301"]
    assert tuple(moves_of(lines)) == (
        Move(old="/a/", new="/b/", and_below=True),
        Move(old="/c", new="https://x.example/d"),
    )


def rules(text: str) -> dict[str, dict[str, str]]:
    """Return the rules of a file of headers by address."""
    found: dict[str, dict[str, str]] = {}
    address = ""
    for line in text.splitlines():
        if line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            found[address][name] = value
        else:
            address = line
            assert address not in found, "an address stands twice"
            found[address] = {}
    return found


def test_no_two_policies_of_the_file_of_headers_meet() -> None:
    found = rules(header_file(answers(), FILES).decode())
    policies = {address: headers[CSP] for address, headers in found.items() if CSP in headers}
    assert policies.keys() == {"/", "/index.html", "/404.html", "/embed/*", "/episodes/*"}
    assert policies["/embed/*"] == FRAMED
    assert policies["/episodes/*"] == FILM
    assert CSP not in found["/*"]


def test_the_file_of_headers_stays_small_and_knows_types_and_keeping() -> None:
    many = FILES | {f"episodes/{n}/{name}" for n in range(1000) for name in ("index.html", "chapters.json", "x.vtt")}
    films = {f"episodes/{n}/index.html": policy({"frame-src": f"https://f{n % 3}.example"}) for n in range(0, 1000, 7)}
    found = rules(header_file(answers(**films), many).decode())
    # Cloudflare Pages reads a hundred rules, of 2,000 characters a line.
    assert len(found) < 60
    assert all(len(f"  {name}: {value}") < 2000 for headers in found.values() for name, value in headers.items())
    assert found["/*/chapters.json"] == {"Content-Type": "application/json+chapters"}
    assert found["/theme/*"]["Cache-Control"].endswith("immutable")
    assert "https://f2.example" in found["/episodes/*"][CSP]


def test_the_file_of_headers_of_a_site_under_a_path_stays_under_it() -> None:
    assert all(address.startswith("/podcast/") for address in rules(header_file(answers(), FILES, "/podcast").decode()))


def test_a_hostile_page_is_one_address() -> None:
    odd = 'à "b" $5 100% {x}\\.html'
    text = header_file(answers(**{odd: FRAMED}), FILES | {odd}).decode()
    assert "/%C3%A0%20%22b%22%20%245%20100%25%20%7Bx%7D%5C.html" in rules(text)
    for writer in WRITERS.values():
        told = writer(service(answers=answers(**{odd: FRAMED}), files=FILES | {odd}))
        assert '"b"' not in told
        assert "$5" not in told


def test_what_the_build_says_is_read(tmp_path: Path) -> None:
    (tmp_path / HEADERS).write_text(json.dumps({"everywhere": {"X-Own": "1"}, "pages": {}}), encoding="utf-8")
    (tmp_path / "_redirects").write_text("/a /b 301\n", encoding="utf-8")
    told = Service.of(tmp_path, root="/srv/site/", name="exemple.fr")
    assert told.root == "/srv/site"
    assert told.moves == (Move(old="/a", new="/b"),)
    assert 'header X-Own "1"' in caddy(told)

"""The same request, as every server writes it, is the same download."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from antenne.stats.formats import recognise
from tests.stats.samples import count_of, counted, recordings

PATH = "/audio/a.000000000000.mp3"
AGENT = "AppleCoreMedia/1.0.0.21A329 (iPhone; U; CPU OS 17_0 like Mac OS X; fr_fr)"
WHEN = "[01/Sep/2026:14:05:09 +0200]"
OWNER = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"


def combined(status: int, sent: int, last: str = "") -> str:
    return f'203.0.113.5 - - {WHEN} "GET {PATH}?_from=x HTTP/1.1" {status} {sent} "https://x.fr/" "{AGENT}"{last}\n'


def caddy(status: int, sent: int, last: str = "", **ts: object) -> str:
    headers = {"User-Agent": [AGENT]} | ({"Range": [last.strip(' "')]} if last else {})
    request = {"remote_ip": "10.0.0.1", "client_ip": "203.0.113.5", "proto": "HTTP/2.0", "method": "GET"}
    request |= {"host": "exemple.fr", "uri": f"{PATH}?_from=x", "headers": headers}
    line = {"level": "info", "ts": 1788264309.52, "logger": "http.log.access", "msg": "handled request"} | ts
    line |= {"request": request, "duration": 0.1, "size": sent, "status": status, "resp_headers": {}}
    return json.dumps(line, separators=(",", ":")) + "\n"


def s3(status: int, sent: int, _last: str = "") -> str:
    asked = f'REST.GET.OBJECT audio/a.mp3 "GET /seau{PATH}?_from=x HTTP/1.1"'
    rest = f'{status} - {sent} 100000 70 10 "https://x.fr/" "{AGENT}" - s9lzHYrFp76ZVxRcpX9= - ECDHE-RSA'
    return f"{OWNER} seau {WHEN} 203.0.113.5 - 3E57427F3EXAMPLE {asked} {rest}\n"


def cloudfront(status: int, sent: int, last: str = "") -> str:
    first, end = last.strip(' "').removeprefix("bytes=").split("-") if last else ("-", "-")
    agent = AGENT.replace(" ", "%20")
    head = f"2026-09-01\t12:05:09\tCDG50-C1\t{sent}\t203.0.113.5\tGET\td1.cloudfront.net\t{PATH}\t{status}\t-\t{agent}"
    more = "\t_from=x\t-\tHit\tid==\texemple.fr\thttps\t70\t0.1\t-\tTLSv1.3\tX\tHit\tHTTP/2.0\t-\t-\t1\t0.1\tHit\taudio"
    return f"{head}{more}\t{sent}\t{first}\t{end}\n"


FORMS = {
    "nginx or Apache, combined": combined,
    "Apache, vhost_combined": lambda *rest: f"exemple.fr:443 {combined(*rest)}",
    "Caddy, JSON": caddy,
    "S3, server access log": s3,
    "CloudFront": cloudfront,
}


@pytest.mark.parametrize("name", FORMS)
def test_every_form_is_recognised_and_counts_alike(tmp_path: Path, name: str) -> None:
    write = FORMS[name]
    form = recognise(write(200, 100_000).encode())
    assert form is not None
    assert form.name == name
    log = tmp_path / "log"
    log.write_text(write(206, 2, ' "bytes=0-1"') + write(206, 600) + write(206, 600) + write(304, 0))
    count = count_of([str(log)], recordings("a"))
    assert counted(count) == {("2026-09-01", "guid-a"): 1}
    assert (count.malformed, count.requests) == (0, 4)
    assert dict(count.left_out) == {"probe": 1, "status": 1}
    assert count.agents.names[1] == "Apple Core Media"


@pytest.mark.parametrize("name", ["nginx or Apache, combined", "Caddy, JSON", "CloudFront"])
def test_where_a_log_tells_the_range_the_same_bytes_count_once(tmp_path: Path, name: str) -> None:
    write = FORMS[name]
    log = tmp_path / "log"
    log.write_text(write(206, 600, ' "bytes=0-599"') * 3)
    assert not counted(count_of([str(log)], recordings("a")))
    log.write_text(write(206, 600, ' "bytes=0-599"') + write(206, 600, ' "bytes=600-1199"'))
    assert counted(count_of([str(log)], recordings("a"))) == {("2026-09-01", "guid-a"): 1}


@pytest.mark.parametrize("name", FORMS)
def test_broken_lines_are_counted_and_stop_nothing(tmp_path: Path, name: str) -> None:
    write = FORMS[name]
    good = write(200, 100_000)
    broken = (
        good[: len(good) // 3] + "\n",
        good.replace("203.0.113.5", "").replace("audio", "au\tdio")[:90] + "\n",
        "\n",
    )
    log = tmp_path / "log"
    log.write_text(good * 5 + "".join(broken))
    count = count_of([str(log)], recordings("a"))
    assert (count.malformed, count.lines) == (3, 8)
    assert counted(count) == {("2026-09-01", "guid-a"): 1}


def test_cloudfront_names_its_fields(tmp_path: Path) -> None:
    log = tmp_path / "log"
    names = "#Version: 1.0\n#Fields: c-ip date time cs-method cs-uri-stem sc-status sc-bytes cs(User-Agent)\n"
    log.write_text(f"{names}203.0.113.5\t2026-09-01\t12:00:00\tGET\t{PATH}\t200\t100000\tVLC/3\n")
    # The day is not the first field here, which is how lines are known: such logs are told, not guessed.
    assert recognise(log.read_bytes()) is None
    names = "#Version: 1.0\n#Fields: date time c-ip cs-method cs-uri-stem sc-status sc-bytes cs(User-Agent)\n"
    log.write_text(f"{names}2026-09-01\t12:00:00\t203.0.113.5\tGET\t{PATH}\t200\t100000\tVLC/3\n")
    count = count_of([str(log)], recordings("a"))
    assert (counted(count), count.lines, count.malformed) == ({("2026-09-01", "guid-a"): 1}, 1, 0)


@pytest.mark.parametrize(
    "ts", [1788264309, "2026-09-01T12:05:09.123Z", "2026-09-01T14:05:09+0200", "2026/09/01 12:05:09"]
)
def test_caddys_times_are_read_in_every_form(tmp_path: Path, ts: object) -> None:
    log = tmp_path / "log"
    log.write_text(caddy(200, 100_000, ts=ts))
    count = count_of([str(log)], recordings("a"))
    assert counted(count) == {("2026-09-01", "guid-a"): 1}


def test_a_log_without_user_agents_is_not_taken_for_one_with_them() -> None:
    assert recognise(f'203.0.113.5 - - {WHEN} "GET {PATH} HTTP/1.1" 200 1000\n'.encode()) is None


def test_moments_that_cannot_be_are_malformed(tmp_path: Path) -> None:
    log = tmp_path / "log"
    good = combined(200, 100_000)
    log.write_text(
        good * 4 + good.replace("01/Sep", "31/Feb") + good.replace("Sep", "Foo") + good.replace("2026", "0001")
    )
    assert count_of([str(log)], recordings("a")).malformed == 3

"""Each rule by an example worked out by hand; the numbers are those of the sections of IAB 2.3.

`a` is a recording of 100,000 bytes, of which a minute is 1,000.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from antenne.stats import Choice, Count
from tests.stats.samples import count_of, recordings

APP = "AntennaPod/3.4"


def line(
    sent: int = 100_000,
    *,
    status: int = 200,
    method: str = "GET",
    address: str = "203.0.113.5",
    agent: str = APP,
    name: str = "a.000000000000",
    wanted: str = "",
    day: int = 1,
    clock: str = "12:00:00 +0000",
) -> str:
    more = f' "{wanted}"' if wanted else ""
    asked = f'"{method} /audio/{name}.mp3 HTTP/1.1"'
    return f'{address} - - [{day:02d}/Sep/2026:{clock}] {asked} {status} {sent} "-" "{agent}"{more}\n'


def counting(folder: Path, *lines: str, choice: Choice | None = None) -> Count:
    log = folder / "access.log"
    log.write_text("".join(lines))
    return count_of([str(log)], recordings("a", "b"), choice)


def downloads(count: Count) -> int:
    return sum(count.store.numbers.values())


def test_a_whole_recording_is_a_download(tmp_path: Path) -> None:
    assert downloads(counting(tmp_path, line())) == 1


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (line(0, method="HEAD"), "method"),  # 5.5.2, 1.3.1
        (line(100_000, method="POST"), "method"),
        (line(0, status=304), "status"),  # 1.3.2c
        (line(0, status=404), "status"),
        (line(2, status=206), "probe"),  # 1.2.6
        (line(1, status=206), "probe"),
        (line(500, status=206, wanted="bytes=0-1"), "probe"),
        (line(agent="Mozilla/5.0 (compatible; Googlebot/2.1)"), "bot"),  # 1.2.5
        (line(agent="SomeNewThing/1.0 (crawler)"), "bot"),
        (line(agent="curl/8.1"), "bot"),
        (line(agent="atc/1.0 watchOS/7.1 model/Watch4,2"), "watch"),  # 1.2.7
        (line(agent="(null)/(null) watchOS/5.0.1 model/Watch3,3"), "watch"),
        (line(agent="-"), "no user agent"),
        (line(agent=""), "no user agent"),
    ],
)
def test_what_is_no_listeners_download_is_left_out_and_told(tmp_path: Path, asked: str, reason: str) -> None:
    count = counting(tmp_path, asked)
    assert (downloads(count), dict(count.left_out)) == (0, {reason: 1})


def test_a_minute_is_the_least_that_counts(tmp_path: Path) -> None:
    # 5.5.3, 1; also for an answer 200 that broke off.
    assert downloads(counting(tmp_path, line(999))) == 0
    assert downloads(counting(tmp_path, line(1000))) == 1


def test_parts_of_a_recording_are_put_together(tmp_path: Path) -> None:
    # 5.5.2, 1.3.2b « might require reassembling requests », and 5.5.4 « play-pause-play »: an hour lies between.
    later = "13:00:00 +0000"
    assert downloads(counting(tmp_path, line(600, status=206), line(600, status=206, clock=later))) == 1
    parts = (line(600, status=206, wanted="bytes=0-599"), line(600, status=206, wanted="bytes=5000-5599"))
    assert downloads(counting(tmp_path, *parts)) == 1


def test_the_same_bytes_twice_are_not_two_times_as_many(tmp_path: Path) -> None:
    same = line(600, status=206, wanted="bytes=0-")
    assert downloads(counting(tmp_path, same, same, same)) == 0
    assert downloads(counting(tmp_path, line(600), line(600))) == 0


def test_parts_of_different_days_listeners_or_recordings_are_not_put_together(tmp_path: Path) -> None:
    half = line(600, status=206)
    others = (
        line(600, status=206, day=2),
        line(600, status=206, address="203.0.113.6"),
        line(600, status=206, agent="Overcast/3"),
        line(600, status=206, name="b.000000000001"),
    )
    assert downloads(counting(tmp_path, half, *others)) == 0


def test_ten_downloads_by_six_user_agents_of_one_address_are_six(tmp_path: Path) -> None:
    # 5.5.4, scenario 1: the guidelines' own example.
    agents = [f"AntennaPod/3.{number % 6}" for number in range(10)]
    assert downloads(counting(tmp_path, *(line(agent=agent) for agent in agents))) == 6


def test_days_are_those_of_utc(tmp_path: Path) -> None:
    # 5.5.1: half past midnight in Paris is the day before.
    count = counting(tmp_path, line(clock="12:00:00 +0000"), line(day=2, clock="00:30:00 +0200"))
    assert downloads(count) == 1
    assert downloads(counting(tmp_path, line(clock="23:30:00 -0100"), line())) == 2


def test_of_an_address_of_ipv6_only_the_network_tells_listeners_apart(tmp_path: Path) -> None:
    # 5.5.4, « Working with IPv6 addresses ».
    same = ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:0db8:0001:0002::5")
    assert downloads(counting(tmp_path, *(line(address=address) for address in same))) == 1
    assert downloads(counting(tmp_path, line(address="2001:db8:1:2::1"), line(address="2001:db8:1:3::1"))) == 2
    assert downloads(counting(tmp_path, line(address="::ffff:203.0.113.5"), line())) == 1


def test_an_address_with_too_many_downloads_is_left_out_for_that_day(tmp_path: Path) -> None:
    # 5.5.2, 1.2.1.
    crowd = [line(agent=f"AntennaPod/{number}") for number in range(4)]
    count = counting(tmp_path, *crowd, line(address="203.0.113.9"), line(day=2), choice=Choice(limit=3))
    assert downloads(count) == 2
    assert (count.store.crowds[0], count.store.crowds[1]) == (1, 4)
    assert downloads(counting(tmp_path, *crowd, choice=Choice(limit=4))) == 4
    assert downloads(counting(tmp_path, *crowd, choice=Choice(limit=0))) == 4


def test_days_and_episodes_that_were_not_asked_for_do_not_count(tmp_path: Path) -> None:
    lines = [line(day=day, name=name) for day in (1, 2, 3) for name in ("a.000000000000", "b.000000000001")]
    second = Choice(since=1788307200, until=1788393600)
    count = counting(tmp_path, *lines, choice=second)
    assert (downloads(count), {day for day, *_ in count.store.numbers}) == (2, {1788307200 // 86400})
    assert downloads(counting(tmp_path, *lines, choice=Choice(title=1))) == 3

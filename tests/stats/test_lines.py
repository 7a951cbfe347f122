from __future__ import annotations

import gzip
import io
import os
import sys
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from antenne.stats import Log, read_logs
from antenne.stats.lines import LONGEST, LogUnreadable, blocks_of
from antenne.stats.memo import LONGEST as LONGEST_KEY
from antenne.stats.memo import MOST, Memo
from tests.stats.samples import count_of, recordings

LINE = (
    b'203.0.113.%d - - [01/Sep/2026:12:00:00 +0000] "GET /audio/a.000000000000.mp3 HTTP/1.1" 200 100000 "-" "VLC/3"\n'
)


def test_a_log_is_read_plain_or_compressed_whatever_its_name(tmp_path: Path) -> None:
    log = b"".join(LINE % number for number in range(9))
    (tmp_path / "plain.gz").write_bytes(log)
    (tmp_path / "packed.log").write_bytes(gzip.compress(log))
    for name in ("plain.gz", "packed.log"):
        assert b"".join(blocks_of(str(tmp_path / name))) == log


def test_what_is_piped_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BytesIO(gzip.compress(LINE % 1))

    monkeypatch.setattr(sys, "stdin", Piped())
    count = count_of(["-"], recordings("a"))
    assert sum(count.store.numbers.values()) == 1


def test_a_pipe_with_a_name_is_read_once_and_whole(tmp_path: Path) -> None:
    # As the shell makes one of <(zcat access.log.gz).
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(pipe.write_bytes, LINE % 1 + LINE % 2)
        count = count_of([str(pipe)], recordings("a"))
        writing.result()
    assert sum(count.store.numbers.values()) == 2


def test_what_is_remembered_is_bounded_in_number_and_size() -> None:
    memo = Memo(len)
    assert memo[b"x" * (LONGEST_KEY + 1)] == LONGEST_KEY + 1
    assert not memo
    for number in range(MOST + 5):
        assert memo[b"%d" % number] == len(str(number))
    assert len(memo) == 5


def test_the_last_line_needs_no_end(tmp_path: Path) -> None:
    log = tmp_path / "access.log"
    log.write_bytes((LINE % 1 + LINE % 2).rstrip(b"\n"))
    assert sum(count_of([str(log)], recordings("a")).store.numbers.values()) == 2


def test_a_compressed_log_that_breaks_off_counts_up_to_there_and_is_told(tmp_path: Path) -> None:
    log = tmp_path / "access.log.gz"
    lines = b"".join(LINE % (number % 250) + b"%d" % number for number in range(200_000))
    log.write_bytes(gzip.compress(lines)[:-2000])
    with pytest.raises(LogUnreadable, match="damaged"):
        list(blocks_of(str(log)))
    read: list[Log] = []
    assert sum(block.count(b"\n") for _, block in read_logs([str(log)], read)) > 0
    assert "damaged" in read[0].refused


@pytest.mark.parametrize("long", [LONGEST + 1, 5 << 20])
def test_a_line_without_end_is_malformed_and_costs_little_memory(tmp_path: Path, long: int) -> None:
    log = tmp_path / "access.log.gz"
    log.write_bytes(gzip.compress(LINE % 1 + b"x" * long + b"\n" + LINE % 2))
    tracemalloc.start()
    count = count_of([str(log)], recordings("a"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (sum(count.store.numbers.values()), count.malformed) == (2, 1)
    assert peak < 16 << 20


@pytest.mark.parametrize(
    "evil",
    [
        b'1 - - [23/Nov/2026:14:05:09 +0100] "GET /' + b"a" * 60_000 + b'" xx',
        b'1 - - [23/Nov/2026:14:05:09 +0100] "' + b"\\a" * 30_000,
        b"a:" * 30_000,
        b"1 - " + b"[" * 60_000,
        b'{"request":{' * 2500 + b'"uri":"' * 4000,
        b'{"request":{"uri":"' + b"}" * 60_000 + b"x",
        b'{"request":{"uri":"/audio/a.000000000000.mp3","x":' + b"[" * 60_000 + b"}",
        b"2026-09-01\t" * 6000,
        b"\x00\x1b[2J\xff\xfe" * 9000,
    ],
)
def test_hostile_lines_are_malformed_and_quickly_so(tmp_path: Path, evil: bytes) -> None:
    log = tmp_path / "access.log"
    log.write_bytes(LINE % 1 * 20 + (evil + b"\n") * 16 + LINE % 2)
    begun = time.process_time()
    count = count_of([str(log)], recordings("a"))
    # A pattern that goes back and forth takes minutes for these lines.
    assert time.process_time() - begun < 10
    assert (sum(count.store.numbers.values()), count.malformed) == (2, 16)


def test_logs_are_read_in_the_order_of_time_whatever_that_of_their_names(tmp_path: Path) -> None:
    days = (9, 2, 5, 1)
    for day in days:
        (tmp_path / f"{day}.log").write_bytes((LINE % day).replace(b"01/Sep", b"%02d/Sep" % day))
    names = [str(tmp_path / f"{day}.log") for day in days]
    read = [block for _, block in read_logs(names, [])]
    assert read == [(tmp_path / f"{day}.log").read_bytes() for day in sorted(days)]


def test_logs_of_the_same_time_are_read_together(tmp_path: Path) -> None:
    hour = b"".join((LINE % 1).replace(b"12:00:00", b"%02d:%02d:00" % divmod(n, 60)) for n in range(1400)) * 8
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(hour)
    read = [len(block) for _, block in read_logs([str(tmp_path / "a"), str(tmp_path / "b")], [])]
    assert sum(read) == 2 * len(hour)


def test_a_log_that_is_not_there_or_no_log_is_told_and_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "good.log").write_bytes(LINE % 1)
    (tmp_path / "text").write_text("Chère auditrice,\ncher auditeur,\n")
    (tmp_path / "empty").write_bytes(b"")
    read: list[Log] = []
    names = [str(tmp_path / name) for name in ("missing", "text", "good.log", "empty")]
    assert len(list(read_logs(names, read))) == 1
    assert [bool(log.refused) for log in read] == [True, True, False, False]
    assert "no log of a form that is known" in read[1].refused

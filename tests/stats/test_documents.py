"""What is shown: the same for the same logs, safe whatever titles and apps are called, and nobody's address."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from lxml import etree, html

from antenne.stats import (
    PLOTS,
    AgentList,
    Agents,
    Choice,
    Count,
    Recordings,
    Result,
    Title,
    csv_document,
    json_document,
    own_agents,
    page_document,
    read_logs,
    result_of,
)
from antenne.stats.agents import Entry
from antenne.stats.result import OTHERS

TITLE = "=L’été & <script>alert(1)</script> \x1b[2J"
AGENT = "Mon lecteur secret/1.0"


@pytest.fixture
def found(tmp_path: Path) -> Result:
    titles = Recordings(
        [
            Title(guid="g1", key="2026-un", title=TITLE, published=date(2026, 9, 1)),
            Title(guid="g2", key="2026-deux", title="Deux", published=None, gone=True),
        ]
    )
    for number, guid in enumerate(("g1", "g2")):
        titles.add(guid, f"audio/{guid}.mp3", minute=1000, length=5000, digest=f"{number:012x}")
    lines = [
        f'203.0.113.{n} - bo [{day:02d}/Sep/2026:12:00:00 +0000] "GET /audio/{guid}.mp3 HTTP/1" 200 5000 "" "{agent}"\n'
        for n, day, guid, agent in (
            (1, 1, "g1", AGENT),
            (2, 7, "g1", "VLC/3"),
            (3, 8, "g1", "VLC/3"),
            *((40 + n, 30, "g1", "+vil/1") for n in range(5)),
            (5, 31, "g1", "VLC/3"),
            (6, 3, "g2", "VLC/3"),
        )
    ]
    log = tmp_path / "access.log"
    log.write_text("".join(lines).replace("31/Sep", "01/Oct"))
    evil = AgentList(source="a list", entries=(Entry(name="+<b>vil</b>", pattern=re.compile(r"^\+vil")),))
    count = Count(titles, Agents([evil, own_agents()]), Choice())
    for form, block in read_logs([str(log)], []):
        count.take(form, block)
    count.finish()
    return result_of(count)


def counted(folder: Path, lines: Sequence[tuple[int, int, str, str]], *, logs: int = 1) -> Result:
    """Count whole downloads by listener, day of September, guid and user agent, their lines shared out over logs."""
    titles = Recordings(Title(guid=guid, key=guid, title=guid, published=date(2026, 9, 1)) for guid in ("g1", "g2"))
    for number, guid in enumerate(("g1", "g2")):
        titles.add(guid, f"audio/{guid}.mp3", minute=1000, length=5000, digest=f"{number:012x}")
    form = '203.0.113.{} - - [{:02d}/Sep/2026:12:00:00 +0000] "GET /audio/{}.mp3 HTTP/1" 200 5000 "" "{}"\n'
    for number in range(logs):
        log = folder / f"{number}.log"
        log.write_text("".join(form.format(*line) for line in lines[number::logs]))
    count = Count(titles, Agents([own_agents()]), Choice())
    for made, block in read_logs([str(folder / f"{number}.log") for number in range(logs)], []):
        count.take(made, block)
    count.finish()
    return result_of(count)


def documents(found: Result) -> list[str]:
    plots = [plot(found) for plot in PLOTS.values()]
    return [csv_document(found), json_document(found), page_document(found, "Un & site"), *plots]


def test_nothing_of_those_who_were_counted_is_in_what_is_shown(found: Result) -> None:
    for document in documents(found):
        assert "203.0.113" not in document
        assert "Mon lecteur" not in document
        assert " bo " not in document


def test_the_first_days_are_counted_from_the_publication(found: Result) -> None:
    told = json.loads(json_document(found))
    one = next(episode for episode in told["episodes"] if episode["guid"] == "g1")
    assert (one["downloads"], one["first_7_days"], one["first_30_days"]) == (9, 2, 8)
    assert (told["downloads"], told["window"], told["timezone"]) == (10, "calendar", "UTC")
    assert len(told["days"]) == 31
    assert sum(row["downloads"] for row in told["rows"]) == 10


def test_a_spreadsheet_takes_no_title_for_a_formula(found: Result) -> None:
    rows = list(csv.DictReader(io.StringIO(csv_document(found))))
    assert len(rows) == 6
    assert rows[0]["title"].startswith("'=")
    assert [row["app"] for row in rows if "vil" in row["app"]] == ["'+<b>vil</b>"]
    assert [rows[0]["date"], rows[0]["guid"], rows[0]["downloads"]] == ["2026-09-01", "g1", "1"]


def test_plots_are_xml_that_says_in_words_what_it_shows(found: Result) -> None:
    for plot in PLOTS.values():
        root = etree.fromstring(plot(found).encode())
        title, spoken = root[0], root[1]
        assert title.text
        assert re.search(r"\d", spoken.text or "")
        assert not root.xpath("//*[local-name()='script']")


def test_the_page_is_one_file_with_tables_and_nothing_from_elsewhere(found: Result) -> None:
    page = page_document(found, "Un & site")
    root = html.document_fromstring(page)
    assert root.xpath("//meta[@name='robots']/@content") == ["noindex, nofollow, noarchive"]
    assert not root.xpath("//script | //link | //img | //iframe | //*[@src] | //a")
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", page)
    assert len(root.xpath("//table[caption and .//th[@scope='col'] and .//th[@scope='row']]")) == 4
    assert len(root.xpath("//svg")) == 3
    assert "\x1b" not in page


def test_the_same_downloads_make_the_same_bytes_in_whatever_order_and_logs_they_come(tmp_path: Path) -> None:
    agents = ("VLC/3", "AntennaPod/3", "Overcast/3", "gPodder/3")
    lines = [(n, 1 + n % 3, f"g{1 + n % 2}", agents[n * n % 4]) for n in range(200)]
    (tmp_path / "other").mkdir()
    once = documents(counted(tmp_path, lines))
    random.Random(7).shuffle(lines)
    assert documents(counted(tmp_path / "other", lines, logs=3)) == once


def test_an_app_that_few_have_is_named_neither_on_a_day_nor_at_all(tmp_path: Path) -> None:
    lines = [(n, 1 + n // 5, "g1", "VLC/3") for n in range(7)]
    lines += [(100 + n, 1, "g1", "gPodder/3") for n in range(4)] + [(200, 2, "g1", "Castro 3")]
    found = counted(tmp_path, lines)
    rows = [(row.day.day, row.app, row.downloads) for row in found.rows]
    # Five listeners of VLC on the first day; on the second the two others, and who has Castro.
    assert rows == [(1, OTHERS, 4), (1, "VLC", 5), (2, OTHERS, 3)]
    # Over both days VLC is common.
    assert found.by_app() == [("VLC", 7), (OTHERS, 5)]
    assert found.downloads == sum(number for _, number in found.by_app()) == 12
    for document in documents(found):
        assert "gPodder" not in document
        assert "Castro" not in document


def test_no_downloads_make_documents_too() -> None:
    count = Count(Recordings([]), Agents([own_agents()]), Choice())
    count.finish()
    for document in documents(result_of(count)):
        assert document

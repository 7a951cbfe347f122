from __future__ import annotations

import json
from pathlib import Path

import pytest

from antenne.stats import FILES, Agents, AgentsUnreadable, Kind, entries_of, folder_agents, own_agents, package_agents
from antenne.stats.agents import UNKNOWN

IPHONE = b"Podcasts/1661.2.1 CFNetwork/1496 Darwin/23.5.0"


def write(folder: Path, **entries: list[dict[str, object]]) -> Path:
    for name in FILES:
        (folder / f"{name}.json").write_text(
            json.dumps({"entries": entries.get(name, [{"name": "X", "pattern": "^x$"}])})
        )
    return folder


def test_the_packages_list_knows_apps_and_bots() -> None:
    found = package_agents()
    assert found is not None
    agents = Agents([found, own_agents()])
    assert agents.classify(IPHONE) == ("Apple Podcasts", Kind.APP)
    assert agents.classify(b"AntennaPod/3.4.0") == ("AntennaPod", Kind.APP)
    assert agents.classify(b"python-requests/2.31") == ("", Kind.BOT)
    assert agents.classify(b"Lavf/58.76.100") == ("", Kind.BOT), "an entry without an app decides nothing"
    assert agents.classify(b"Go-http-client/2.0") == ("", Kind.BOT)
    assert len(found.entries) > 300
    assert "OPAWG" in found.source


def test_our_own_list_is_enough_where_no_other_is() -> None:
    agents = Agents([own_agents()])
    assert agents.classify(IPHONE) == ("Apple Podcasts", Kind.APP)
    assert agents.classify(b"Mozilla/5.0 (compatible; GPTBot/1.0)") == ("", Kind.BOT)
    assert agents.classify(b"Un lecteur/1.0") == (UNKNOWN, Kind.APP)


def test_the_authors_lists_are_tried_bots_first_then_apps_libraries_browsers(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        bots=[{"name": "Un robot", "pattern": "^Un robot"}],
        apps=[{"name": "Un", "pattern": "^Un"}],
        libraries=[{"name": "okhttp", "pattern": "okhttp", "category": "bot"}, {"name": "Exo", "pattern": "Exo"}],
    )
    agents = Agents([folder_agents(folder), own_agents()])
    assert [agents.classify(one) for one in (b"Un robot/1", b"Un lecteur/1", b"okhttp/4", b"x Exo/2")] == [
        ("", Kind.BOT),
        ("Un", Kind.APP),
        ("", Kind.BOT),
        ("Exo", Kind.APP),
    ]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"{}",
        b'{"entries": []}',
        b'{"entries": [1]}',
        b'{"entries": [{"name": "a"}]}',
        b'{"entries": [{"name": "a", "pattern": "("}]}',
        b'{"entries": [{"name": 1, "pattern": "a"}]}',
        b'{"entries": ' + b"[" * 100_000,
        b" " * (5 << 20),
        b"\xff\xfe",
    ],
)
def test_a_list_that_is_none_is_refused_in_a_sentence(raw: bytes) -> None:
    with pytest.raises(AgentsUnreadable, match=r"^apps\.json "):
        entries_of("apps", raw)


def test_user_agents_are_read_as_apps_sent_them_whatever_the_log_made_of_them() -> None:
    agents = Agents([own_agents()])
    for written in (b"Pocket%20Casts/7", b"Pocket%2520Casts/7", b'Pocket Casts/7 \\"x\\"', b"  Pocket Casts/7 "):
        assert agents.classify(written) == ("Pocket Casts", Kind.APP)
    assert agents.classify(b"\xff\x00\x1b[2J" * 500) == (UNKNOWN, Kind.APP)
    assert agents.classify(b"%20") == ("", Kind.NONE)

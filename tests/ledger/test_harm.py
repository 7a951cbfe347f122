from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from antenne.ledger import Ledger, Places, compare, record, settle
from antenne.model import Episode, Show
from antenne.problems import Problem
from tests.ledger.samples import PLACES, PUBLIC, enclosure, feed_address, make_episode, make_show
from tests.support.changed import replace

GOLDEN = Path(__file__).parent / "golden"
ONE, TWO = "2013-11-05-widoobiz", "2014-01-02-deux"
MOVED = Places(feed=PUBLIC.feed, page=PUBLIC.page, site="https://ailleurs.example")
Site = tuple[tuple[Show, ...], tuple[Episode, ...], Places]


def settled(ledger: Ledger, shows: list[Show], episodes: list[Episode]) -> tuple[tuple[Show, ...], tuple[Episode, ...]]:
    return settle(shows, episodes, ledger, feed_address, enclosure)


def before(*, withdrawn: bool = False) -> Ledger:
    """Return what was published: two episodes, and when wanted a third that was taken out again."""
    episodes = [make_episode(ONE), make_episode(TWO, b"deux", title="Le deuxième")]
    third = [make_episode("2014-02-03-trois", b"trois", title="Le troisième")]
    ledger = record(Ledger(), *settled(Ledger(), [make_show()], episodes + third * withdrawn), PUBLIC)
    return record(ledger, *settled(ledger, [make_show()], episodes), PUBLIC) if withdrawn else ledger


def site(
    ledger: Ledger, *, show: Show | None = None, one: Episode | None = None, two: Episode | None = None
) -> tuple[list[Show], list[Episode]]:
    return [show or make_show()], [
        one or make_episode(ONE),
        two or make_episode(TWO, b"deux", title="Le deuxième"),
    ]


def guid_of(key: str) -> str:
    return before().shows["emission"].episodes[key].guid


def _enclosure(ledger: Ledger, path: str, sound: bytes) -> tuple[list[Show], list[Episode]]:
    return site(ledger, one=replace(make_episode(ONE, sound), enclosure_path=path))


BREAKS: dict[str, Callable[[Ledger], tuple[list[Show], list[Episode]]]] = {
    "guid-changed": lambda ledger: site(ledger, one=make_episode(ONE, guid="mine")),
    "guid-reused": lambda ledger: site(ledger, one=make_episode(ONE, guid=guid_of(TWO))),
    "date-changed": lambda ledger: site(
        ledger, one=make_episode(ONE, pub_date=make_episode(ONE).pub_date + timedelta(days=1))
    ),
    "enclosure-changed": lambda ledger: _enclosure(
        ledger, ledger.shows["emission"].episodes[ONE].enclosure, b"other bytes"
    ),
    "episode-gone": lambda ledger: ([make_show()], [make_episode(ONE)]),
    "show-guid-changed": lambda ledger: site(ledger, show=make_show(guid="7679ea2d-6be2-50a9-8dbc-b6463a6e1130")),
    "show-gone": lambda ledger: ([], []),
    "feed-moved": lambda ledger: (
        [make_show("antenne")],
        [replace(episode, show="antenne") for episode in site(ledger)[1]],
    ),
}
KEEPS: dict[str, Callable[[Ledger], tuple[list[Show], list[Episode]]]] = {
    "guid-changed": lambda ledger: site(ledger, one=make_episode(ONE, guid=guid_of(ONE))),
    "guid-reused": lambda ledger: site(ledger, one=make_episode("2014-09-09-neuf", b"un", guid=guid_of(ONE))),
    "date-changed": lambda ledger: site(
        ledger, one=make_episode(ONE, pub_date=make_episode(ONE).pub_date.replace(microsecond=5))
    ),
    "enclosure-changed": lambda ledger: site(ledger, one=make_episode(ONE, b"other bytes")),
    "episode-gone": lambda ledger: site(ledger, two=make_episode("2014-01-02-autre-nom", b"deux")),
    "show-guid-changed": lambda ledger: site(ledger, show=make_show(guid=ledger.shows["emission"].guid)),
    "show-gone": lambda ledger: site(ledger, show=replace(make_show(), title="Un autre titre")),
    "feed-moved": lambda ledger: (
        [replace(make_show("antenne"), new_feed_url="https://antenne.example/flux/antenne.xml")],
        [replace(episode, show="antenne") for episode in site(ledger)[1]],
    ),
}


def found(ledger: Ledger, made: tuple[list[Show], list[Episode]], accepted: str = "") -> tuple[Problem, ...]:
    return compare(ledger, *settled(ledger, *made), PUBLIC, frozenset([accepted] if accepted else []))


def report(problems: tuple[Problem, ...]) -> str:
    return "".join(f"{p.where} {p.code} {p.message} — {p.hint}\n" for p in problems)


@pytest.mark.parametrize("code", BREAKS)
def test_what_harms_subscribers_is_told_as_the_golden_file_has_it(code: str) -> None:
    problems = found(before(), BREAKS[code](before()))
    golden = GOLDEN / f"{code}.txt"
    if os.environ.get("ANTENNE_WRITE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(report(problems), encoding="utf-8")
    assert report(problems) == golden.read_text(encoding="utf-8")
    assert code in {problem.code for problem in problems}


@pytest.mark.parametrize("code", BREAKS)
def test_what_is_meant_is_accepted_by_the_words_of_its_hint_and_told_no_more(code: str) -> None:
    (problem, *others) = (p for p in found(before(), BREAKS[code](before())) if p.code == code)
    assert not others
    name = re.search(r"--accept (\S+)", problem.hint)
    assert name is not None
    assert name[1].startswith(f"{code}:")
    left = found(before(), BREAKS[code](before()), accepted=name[1])
    assert code not in {problem.code for problem in left}
    after = record(before(), *settled(before(), *BREAKS[code](before())), PUBLIC)
    assert code not in {problem.code for problem in found(after, BREAKS[code](before()))}


@pytest.mark.parametrize("code", KEEPS)
def test_what_harms_nobody_is_not_told(code: str) -> None:
    assert found(before(), KEEPS[code](before())) == ()


def test_every_harm_is_tested() -> None:
    source = Path(__file__).parent.parent.parent / "plugins/antenne/ledger/harm.py"
    used = {name.lower().replace("_", "-") for name in re.findall(r"([A-Z_]+)\.at\(", source.read_text("utf-8"))}
    assert used == BREAKS.keys() == KEEPS.keys()


def test_the_guid_of_a_withdrawn_episode_is_given_to_no_other_but_to_itself() -> None:
    ledger = before(withdrawn=True)
    (gone,) = ledger.withdrawn
    other = make_episode("2014-05-05-cinq", b"cinq", guid=gone)
    assert [p.code for p in found(ledger, (site(ledger)[0], [*site(ledger)[1], other]))] == ["guid-reused"]
    again = make_episode("2014-06-06-autre-nom", b"trois")
    _, episodes = settled(ledger, site(ledger)[0], [*site(ledger)[1], again])
    assert episodes[-1].guid == gone
    assert record(ledger, *settled(ledger, [make_show()], [again]), PUBLIC).withdrawn.keys().isdisjoint({gone})


def test_a_new_bundle_under_a_withdrawn_ones_name_gets_a_guid_of_its_own() -> None:
    ledger = before(withdrawn=True)
    (gone,) = ledger.withdrawn
    date = make_episode().pub_date + timedelta(days=400)
    new = make_episode("2014-02-03-trois", b"tout autre", pub_date=date)
    _, episodes = settled(ledger, [make_show()], [*site(ledger)[1], new])
    assert episodes[-1].guid != gone


def test_an_episode_that_is_put_back_encoded_again_is_the_one_that_subscribers_knew() -> None:
    ledger = before(withdrawn=True)
    _, episodes = settled(ledger, [make_show()], [*site(ledger)[1], make_episode("2014-02-03-trois", b"autrement")])
    assert {episodes[-1].guid} == ledger.withdrawn.keys()


def test_only_public_builds_compare_complete_addresses() -> None:
    ledger, made = before(), site(before())
    shows, episodes = settled(ledger, *made)
    assert compare(ledger, shows, episodes, PLACES) == ()
    assert [p.code for p in compare(ledger, shows, episodes, MOVED)] == ["feed-moved"]
    declared = [replace(make_show(), new_feed_url="https://ailleurs.example/flux/emission.xml")]
    assert compare(ledger, *settled(ledger, declared, made[1]), MOVED) == ()
    assert record(ledger, shows, episodes, PLACES) == ledger


def test_a_move_is_remembered_and_taken_back_when_the_old_address_is_taken_again() -> None:
    ledger, made = before(), site(before())
    moved = record(ledger, *settled(ledger, *made), MOVED)
    assert (moved.site, moved.former) == ("https://ailleurs.example", ("https://antenne.example",))
    back = record(moved, *settled(moved, *made), PUBLIC)
    assert (back.site, back.former) == ("https://antenne.example", ("https://ailleurs.example",))


def test_a_page_that_was_left_leads_on_until_another_one_stands_there() -> None:
    ledger = before()
    renamed = site(ledger, one=make_episode("2013-11-05-nouveau-nom"))
    ledger = record(ledger, *settled(ledger, *renamed), PUBLIC)
    assert ledger.shows["emission"].episodes["2013-11-05-nouveau-nom"].former == ("episodes/widoobiz/",)
    taken = (renamed[0], [*renamed[1], make_episode("2014-05-05-widoobiz", b"cinq")])
    ledger = record(ledger, *settled(ledger, *taken), PUBLIC)
    assert ledger.shows["emission"].episodes["2013-11-05-nouveau-nom"].former == ()


def test_a_rename_and_a_new_bundle_under_the_old_name_at_once_are_told_apart() -> None:
    ledger = before()
    made = site(ledger, one=make_episode("2013-11-05-nouveau-nom"))
    made[1].append(make_episode(ONE, b"tout neuf"))
    _, (renamed, _, new) = settled(ledger, *made)
    assert renamed.guid == guid_of(ONE)
    assert new.guid not in (guid_of(ONE), guid_of(TWO))


def test_two_bundles_that_swap_names_keep_their_guids() -> None:
    ledger = before()
    _, (one, two) = settled(ledger, *site(ledger, one=make_episode(ONE, b"deux"), two=make_episode(TWO, b"un")))
    assert (one.guid, two.guid) == (guid_of(TWO), guid_of(ONE))

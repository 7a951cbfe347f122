from __future__ import annotations

from datetime import timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from antenne.ledger import Ledger, compare, record, settle
from antenne.model import Episode, Show, episode_guid, show_guid
from tests.ledger.samples import PLACES, enclosure, feed_address, make_episode, make_show
from tests.support.changed import replace

FEED = "https://antenne.example/flux/emission.xml"


def settled(
    ledger: Ledger, *episodes: Episode, show: Show | None = None
) -> tuple[tuple[Show, ...], tuple[Episode, ...]]:
    return settle([show or make_show()], episodes, ledger, feed_address, enclosure)


def published(*episodes: Episode, ledger: Ledger | None = None, show: Show | None = None) -> Ledger:
    ledger = ledger or Ledger()
    return record(ledger, *settled(ledger, *episodes, show=show), PLACES)


def codes(
    ledger: Ledger, *episodes: Episode, show: Show | None = None, accepted: frozenset[str] = frozenset()
) -> list[str]:
    return [problem.code for problem in compare(ledger, *settled(ledger, *episodes, show=show), PLACES, accepted)]


def test_a_first_publication_follows_the_standards_rules() -> None:
    (show,), (episode,) = settled(Ledger(), make_episode())
    assert show.guid == show_guid(FEED)
    assert episode.guid == episode_guid(show.guid, episode.key)
    assert episode.enclosure_path == enclosure(episode.key, episode.audio.digest, ".mp3")


def test_what_the_author_wrote_wins_over_the_ledger_and_is_told() -> None:
    ledger = published(make_episode())
    (show,), (episode,) = settled(ledger, make_episode(guid="mine"), show=make_show(guid="hers"))
    assert (show.guid, episode.guid) == ("hers", "mine")
    assert codes(ledger, make_episode(guid="mine"), show=make_show(guid="hers")) == [
        "show-guid-changed",
        "guid-changed",
    ]


def test_a_guid_that_came_from_elsewhere_stays_when_its_line_is_taken_out() -> None:
    ledger = published(make_episode(guid="tag:old,2013:1"), show=make_show(guid="not a uuid"))
    (show,), (episode,) = settled(ledger, make_episode())
    assert (show.guid, episode.guid) == ("not a uuid", "tag:old,2013:1")
    assert codes(ledger, make_episode()) == []


def test_the_site_may_move_to_another_address_without_changing_any_guid() -> None:
    ledger = published(make_episode())
    shows, episodes = settle(
        [make_show()], [make_episode()], ledger, lambda show: "https://elsewhere.example/f", enclosure
    )
    assert compare(ledger, shows, episodes, PLACES) == ()
    assert shows[0].guid == show_guid(FEED)


def test_a_renamed_bundle_keeps_its_guid_and_its_enclosure() -> None:
    ledger = published(make_episode())
    renamed = make_episode(key="2013-11-06-widoobiz-radio")
    _, (episode,) = settled(ledger, renamed)
    entry = ledger.shows["emission"].episodes["2013-11-05-widoobiz"]
    assert (episode.guid, episode.enclosure_path) == (entry.guid, entry.enclosure)
    assert codes(ledger, renamed) == []


def test_a_bundle_renamed_with_a_new_recording_is_known_by_the_guid_that_its_author_wrote() -> None:
    ledger = published(make_episode())
    guid = ledger.shows["emission"].episodes["2013-11-05-widoobiz"].guid
    assert codes(ledger, make_episode(key="2013-11-06-autre", sound=b"deux")) == ["episode-gone"]
    assert codes(ledger, make_episode(key="2013-11-06-autre", sound=b"deux", guid=guid)) == []


def test_a_new_bundle_under_a_renamed_ones_old_name_gets_a_guid_of_its_own() -> None:
    first = published(make_episode())
    ledger = published(make_episode(key="2013-11-06-nouveau-nom"), ledger=first)
    _, (old, new) = settled(ledger, make_episode(key="2013-11-06-nouveau-nom"), make_episode(sound=b"deux"))
    assert old.guid != new.guid


def test_new_bytes_get_a_new_enclosure_and_keep_the_guid() -> None:
    ledger = published(make_episode())
    _, (episode,) = settled(ledger, make_episode(sound=b"deux"))
    entry = ledger.shows["emission"].episodes[episode.key]
    assert episode.guid == entry.guid
    assert episode.enclosure_path != entry.enclosure


def test_a_changed_date_is_told_and_another_zone_for_the_same_moment_is_not() -> None:
    before = make_episode()
    ledger = published(before)
    moved = replace(before, pub_date=before.pub_date + timedelta(hours=1))
    same = replace(before, pub_date=before.pub_date.astimezone(timezone(timedelta(hours=1))))
    assert codes(ledger, moved) == ["date-changed"]
    assert codes(ledger, same) == []
    assert published(same, ledger=ledger) == ledger


def test_what_is_gone_is_told_until_it_is_accepted_and_then_forgotten() -> None:
    ledger = published(make_episode(), make_episode(key="2014-01-01-deux", sound=b"deux"))
    assert codes(ledger, make_episode()) == ["episode-gone"]
    assert codes(ledger, make_episode(), accepted=frozenset({"episode-gone:2014-01-01-deux"})) == []
    assert list(published(make_episode(), ledger=ledger).shows["emission"].episodes) == ["2013-11-05-widoobiz"]


def test_a_show_that_is_gone_is_told_once_not_once_for_each_episode() -> None:
    ledger = published(make_episode(), make_episode(key="2014-01-01-deux", sound=b"deux"))
    found = compare(ledger, [make_show("autre")], [], PLACES)
    assert [problem.code for problem in found] == ["show-gone"]
    assert compare(ledger, [make_show("autre")], [], PLACES, frozenset({"show-gone:emission"})) == ()


def test_the_sentences_say_what_subscribers_see_how_to_undo_and_how_to_accept() -> None:
    ledger = published(make_episode())
    (problem,) = compare(ledger, *settled(ledger, make_episode(guid="mine")), PLACES)
    assert str(problem.where) == "content/episodes/2013-11-05-widoobiz/index.md"
    assert "Subscribers would get « L'entretien » a second time, as a new episode." in problem.message
    assert ledger.shows["emission"].episodes["2013-11-05-widoobiz"].guid in problem.hint
    assert "invoke publish --accept guid-changed:2013-11-05-widoobiz" in problem.hint


def test_an_episode_of_a_show_that_does_not_exist_breaks_nothing() -> None:
    _, (episode,) = settled(Ledger(), make_episode(show="inconnue"))
    assert episode.guid == ""


KEYS = st.sampled_from([f"2020-01-{day:02d}-e{day}" for day in range(1, 9)])
SOUNDS = st.sampled_from([b"a", b"b", b"c", b"d", b"e"])
SITES = st.dictionaries(KEYS, SOUNDS, max_size=6).map(lambda site: [make_episode(k, s) for k, s in site.items()])


@settings(max_examples=60, deadline=None)
@given(SITES, SITES)
def test_settling_twice_changes_nothing_and_no_two_episodes_share_a_guid(
    before: list[Episode], after: list[Episode]
) -> None:
    ledger = published(*before)
    shows, episodes = settled(ledger, *after)
    assert settle(shows, episodes, ledger, feed_address, enclosure) == (shows, episodes)
    assert len({episode.guid for episode in episodes}) == len(episodes)


@settings(max_examples=60, deadline=None)
@given(st.lists(SOUNDS, unique=True, min_size=1), st.data())
def test_whatever_is_renamed_after_a_publication_keeps_its_guid(sounds: list[bytes], data: st.DataObject) -> None:
    before = [make_episode(f"2020-01-{n:02d}-avant", sound) for n, sound in enumerate(sounds, 1)]
    names = data.draw(st.permutations(range(1, len(sounds) + 1)))
    after = [make_episode(f"2021-02-{n:02d}-apres", sound) for n, sound in zip(names, sounds, strict=True)]
    ledger = published(*before)
    _, episodes = settled(ledger, *after)
    kept = {entry.digest: entry.guid for entry in ledger.shows["emission"].episodes.values()}
    assert {episode.audio.digest: episode.guid for episode in episodes} == kept
    assert codes(ledger, *after) == []


@settings(max_examples=40, deadline=None)
@given(SITES, st.randoms(use_true_random=False))
def test_the_order_of_files_changes_no_guid(site: list[Episode], random: object) -> None:
    shuffled = list(site)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert published(*site) == published(*shuffled)

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from antenne.ledger import Ledger, Places, compare, news, read_ledger, record, settle, write_ledger
from antenne.model import Episode
from antenne.problems import Problems
from tests.ledger.samples import enclosure, feed_address, make_episode, make_show, page_path
from tests.support.changed import replace

SITES = ("https://un.example", "https://deux.example/sous")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("add", "rename", "encode", "retitle", "remove", "restore", "show", "move", "reuse")),
        st.integers(0, 1000),
    ),
    max_size=14,
)
MEANT = frozenset({"episode-gone", "feed-moved"})


@dataclass
class World:
    """A content folder that lives, with the episodes' true names, and a subscriber who knows only guids."""

    there: dict[int, Episode] = field(default_factory=dict)
    away: dict[int, Episode] = field(default_factory=dict)
    show: str = "emission"
    site: str = SITES[0]
    made: int = 0
    freed: list[str] = field(default_factory=list)

    def act(self, what: str, number: int) -> None:
        """Do one thing that authors do."""
        ids = sorted(self.there)
        chosen = ids[number % len(ids)] if ids else None
        if what in ("add", "reuse"):
            self._add(self.freed.pop() if what == "reuse" and self.freed else "")
        elif what == "show" and self.there:
            # A show without an episode that gets another name is another show: nothing ties the two.
            self.show = f"show-{number}"
        elif what == "move":
            self.site = SITES[number % 2]
        elif what == "restore" and self.away:
            back = sorted(self.away)[number % len(self.away)]
            self.there[back] = self.away.pop(back)
        elif chosen is not None:
            self._change(what, chosen)

    def _add(self, key: str) -> None:
        self.made += 1
        taken = {episode.key for episode in (*self.there.values(), *self.away.values())}
        key = key if key and key not in taken else f"2020-01-01-e{self.made}"
        date = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(days=self.made)
        self.there[self.made] = make_episode(key, b"sound %d" % self.made, title=str(self.made), pub_date=date)

    def _change(self, what: str, chosen: int) -> None:
        episode = self.there[chosen]
        if what == "rename":
            self.made += 1
            self.freed.append(episode.key)
            self.there[chosen] = replace(episode, key=f"2020-01-01-r{self.made}", slug=f"r{self.made}")
        elif what == "encode":
            self.made += 1
            sound = make_episode(sound=b"again %d" % self.made).audio
            self.there[chosen] = replace(episode, audio=sound)
        elif what == "retitle":
            self.there[chosen] = replace(episode, title=f"{episode.title} !")
        else:
            self.away[chosen] = self.there.pop(chosen)

    def episodes(self) -> list[Episode]:
        return [replace(episode, show=self.show) for _, episode in sorted(self.there.items())]


@settings(max_examples=120, deadline=None)
@given(STEPS)
def test_whatever_authors_do_an_episode_has_one_guid_for_life_and_no_two_share_one(
    steps: list[tuple[str, int]],
) -> None:
    world, ledger, guids = World(), Ledger(), dict[int, str]()
    for what, number in steps:
        world.act(what, number)
        places = Places(feed=lambda show: f"flux/{show.key}.xml", page=page_path, site=world.site)
        shows, episodes = settle([make_show(world.show)], world.episodes(), ledger, feed_address, enclosure)
        for identity, episode in zip(sorted(world.there), episodes, strict=True):
            assert guids.setdefault(identity, episode.guid) == episode.guid, (what, identity)
        assert len(set(guids.values())) == len(guids)
        assert {problem.code for problem in compare(ledger, shows, episodes, places)} <= MEANT
        after = record(ledger, shows, episodes, places)
        if what in ("add", "reuse"):
            assert any("New: " in line for line in news(ledger, after))
        assert compare(after, shows, episodes, places) == ()
        assert news(after, record(after, shows, episodes, places)) == ()
        ledger = after


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_every_ledger_that_is_written_is_read_again_the_same(
    tmp_path_factory: object, steps: list[tuple[str, int]]
) -> None:
    world, ledger = World(), Ledger()
    for what, number in steps:
        world.act(what, number)
        places = Places(feed=lambda show: f"flux/{show.key}.xml", page=page_path, site=world.site)
        settled = settle([make_show(world.show)], world.episodes(), ledger, feed_address, enclosure)
        ledger = record(ledger, *settled, places)
    project: Path = tmp_path_factory.mktemp("project")  # type: ignore[attr-defined]
    path, problems = project / "content/published.json", Problems()
    write_ledger(path, ledger)
    assert (read_ledger(path, project, problems), problems.sorted()) == (ledger, ())
    assert write_ledger(path, read_ledger(path, project, problems)) is False

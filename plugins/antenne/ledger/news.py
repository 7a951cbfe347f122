"""What subscribers will see, in an app's words: the difference between two ledgers, matched by guid as apps do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from antenne.ledger.entries import Ledger, PublishedEpisode, PublishedShow

SHOWN = 10
"""How many sentences of one kind are said for a show before the rest is only counted."""

_PARTS = (("notes", "other notes"), ("extras", "another picture or other chapters, transcript, people or numbers"))
_SHOW_PARTS = (("notes", "another description"), ("extras", "another picture, author or category"))


def news(before: Ledger, after: Ledger, shown: int = SHOWN) -> tuple[str, ...]:
    """Return sentences, those of a show below its title; none when subscribers see nothing."""
    lines: list[str] = []
    for key, show in sorted(after.shows.items()):
        old = _known(before, key, show)
        if said := (*_of_show(before, after, old, show), *_of_episodes(before, old, show, shown)):
            lines += [f"Subscribers of « {show.title or key} » will see:", *(f"  {sentence}" for sentence in said)]
    kept = {show.guid for show in after.shows.values()} | after.shows.keys()
    for key, show in sorted(before.shows.items()):
        if key not in kept and show.guid not in kept:
            lines.append(f"Subscribers of « {show.title or key} » will see an error: the show is gone.")
    return tuple(lines)


def _known(before: Ledger, key: str, show: PublishedShow) -> PublishedShow | None:
    by_guid = next((old for _, old in sorted(before.shows.items()) if old.guid == show.guid), None)
    return by_guid or before.shows.get(key)


def _of_show(before: Ledger, after: Ledger, old: PublishedShow | None, new: PublishedShow) -> Iterator[str]:
    if old is None:
        yield "A new show."
        return
    if old.title and old.title != new.title:
        yield f"The show is now called « {new.title} », and no longer « {old.title} »."
    if parts := _other(old, new, _SHOW_PARTS):
        yield f"The show has {parts}."
    if old.guid != new.guid:
        yield "Another podcast, in apps that know it by its guid."
    moved = before.site and after.site and before.site != after.site
    if moved or old.feed != new.feed:
        address = f"{after.site}/{new.feed}" if after.site else new.feed
        yield f"The feed at {address}, when the old address leads them there (docs/guard.md)."


def _of_episodes(before: Ledger, old: PublishedShow | None, new: PublishedShow, shown: int) -> Iterator[str]:
    known = {entry.guid: entry for entry in old.episodes.values()} if old else {}
    present = {entry.guid: (key, entry) for key, entry in new.episodes.items()}
    ordered = sorted(present.items(), key=lambda pair: (pair[1][1].pub_date, pair[0]), reverse=True)
    fresh = [(guid, _name(*named)) for guid, named in ordered if guid not in known]
    yield from _some([f"New: {name}" for guid, name in fresh if guid not in before.withdrawn], "new", shown)
    yield from _some([f"Back again: {name}" for guid, name in fresh if guid in before.withdrawn], "back", shown)
    both = [(known[guid], *named) for guid, named in ordered if guid in known]
    yield from _some([s for entry, key, now in both for s in _changed(entry, key, now)], "changed", shown)
    again = [_name(key, now) for entry, key, now in both if entry.enclosure != now.enclosure]
    yield from _some([f"Downloaded again by apps that had it: {name}" for name in again], "downloaded again", shown)
    gone = [_name(key, e) for key, e in sorted((old.episodes if old else {}).items()) if e.guid not in present]
    yield from _some([f"Gone: {name}" for name in gone], "gone", shown)


def _changed(old: PublishedEpisode, key: str, new: PublishedEpisode) -> Iterator[str]:
    said = []
    if old.title and old.title != new.title:
        said.append(f"a new title, instead of « {old.title} »")
    if old.pub_date != new.pub_date:
        said.append(f"the date {new.pub_date.date().isoformat()}, instead of {old.pub_date.date().isoformat()}")
    said += [parts] if (parts := _other(old, new, _PARTS)) else []
    if said:
        yield f"Changed: {_name(key, new)} gets {' and '.join(said)}"


def _other(
    old: PublishedEpisode | PublishedShow, new: PublishedEpisode | PublishedShow, parts: Iterable[tuple[str, str]]
) -> str:
    """Return the words for what is known to differ; what an old ledger did not know counts as the same."""
    differ = (words for name, words in parts if getattr(old, name) not in ("", getattr(new, name)))
    return " and ".join(differ)


def _name(key: str, entry: PublishedEpisode) -> str:
    return f"« {entry.title or key} »"


def _some(sentences: list[str], what: str, shown: int) -> Iterator[str]:
    yield from sentences[:shown]
    if len(sentences) > shown:
        yield f"… and {len(sentences) - shown} more {what}"

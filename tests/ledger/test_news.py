from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from antenne.ledger import Ledger, Places, news, record, settle
from antenne.ledger.seen import seen_extras, seen_notes, seen_title
from antenne.model import Chapter, Episode, Image, RichText, Show
from tests.ledger.samples import PUBLIC, enclosure, feed_address, make_episode, make_show
from tests.support.changed import replace

ONE = make_episode("2013-11-05-widoobiz", title="Le premier")
TWO = make_episode("2014-01-02-deux", b"deux", title="Le deuxième", pub_date=datetime(2014, 1, 2, tzinfo=UTC))


def publish(ledger: Ledger, *episodes: Episode, show: Show | None = None, places: Places = PUBLIC) -> Ledger:
    return record(ledger, *settle([show or make_show()], episodes, ledger, feed_address, enclosure), places)


def seen(before: Ledger, after: Ledger) -> list[str]:
    return [line.strip() for line in news(before, after)[1:]]


FIRST = publish(Ledger(), ONE, TWO)


def test_nothing_is_said_when_subscribers_see_nothing() -> None:
    assert news(FIRST, publish(FIRST, ONE, TWO)) == ()
    assert news(FIRST, publish(FIRST, replace(ONE, key="2013-11-05-autre", slug="autre"), TWO)) == ()


def test_a_first_publication_names_the_show_and_its_episodes_newest_first() -> None:
    assert news(Ledger(), FIRST) == (
        "Subscribers of « L'émission » will see:",
        "  A new show.",
        "  New: « Le deuxième »",
        "  New: « Le premier »",
    )


def test_each_change_has_its_sentence() -> None:
    notes = replace(ONE, body=RichText("<p>Autre.</p>", "Autre."))
    chapters = replace(ONE, chapters=(Chapter(start=0.0, title="Début"),))
    longer = make_episode("2013-11-05-widoobiz", b"autre", title="Le premier")
    assert seen(FIRST, publish(FIRST, replace(ONE, title="Un autre"), TWO)) == [
        "Changed: « Un autre » gets a new title, instead of « Le premier »"
    ]
    assert seen(FIRST, publish(FIRST, notes, TWO)) == ["Changed: « Le premier » gets other notes"]
    assert seen(FIRST, publish(FIRST, chapters, TWO)) == [
        "Changed: « Le premier » gets another picture or other chapters, transcript, people or numbers"
    ]
    assert seen(FIRST, publish(FIRST, longer, TWO)) == ["Downloaded again by apps that had it: « Le premier »"]
    assert seen(FIRST, publish(FIRST, TWO)) == ["Gone: « Le premier »"]


def test_a_changed_guid_is_what_apps_take_it_for_one_gone_and_one_new() -> None:
    after = publish(FIRST, replace(ONE, guid="mine"), TWO)
    assert seen(FIRST, after) == ["New: « Le premier »", "Gone: « Le premier »"]


def test_what_was_withdrawn_and_returns_is_back_again() -> None:
    without = publish(FIRST, TWO)
    assert seen(without, publish(without, ONE, TWO)) == ["Back again: « Le premier »"]


def test_a_show_that_changes_moves_or_goes_is_told() -> None:
    other = replace(make_show(), title="Un titre", summary="Autre chose.")
    assert seen(FIRST, publish(FIRST, ONE, TWO, show=other)) == [
        "The show is now called « Un titre », and no longer « L'émission ».",
        "The show has another description.",
    ]
    moved = publish(FIRST, ONE, TWO, places=replace(PUBLIC, site="https://ailleurs.example"))
    assert "https://ailleurs.example/flux/emission.xml" in seen(FIRST, moved)[0]
    gone = record(FIRST, (), (), PUBLIC)
    assert news(FIRST, gone) == ("Subscribers of « L'émission » will see an error: the show is gone.",)


def test_many_changes_are_counted() -> None:
    many = [make_episode(f"2020-01-{day:02d}-e", b"%d" % day, title=f"n° {day}") for day in range(1, 29)]
    lines = seen(FIRST, publish(FIRST, ONE, TWO, *many))
    assert len(lines) == 11
    assert lines[-1] == "… and 18 more new"


def test_a_ledger_of_the_first_version_makes_no_noise_about_what_it_did_not_know() -> None:
    (show,) = FIRST.shows.values()
    bare = {k: replace(e, title="", notes="", extras="", page="") for k, e in show.episodes.items()}
    old = Ledger(shows={"emission": replace(show, title="", notes="", extras="", episodes=bare)})
    assert news(old, publish(old, ONE, TWO)) == ()


def test_a_digest_holds_what_apps_show_and_not_where_files_stand() -> None:
    def image(source: str, digest: str) -> Image:
        path = Path(source)
        return Image(source=path, name="c", digest=digest, width=1, height=1, media_type="image/png")

    assert seen_extras(replace(ONE, image=image("/a", "1"))) == seen_extras(replace(ONE, image=image("/b", "1")))
    assert seen_extras(replace(ONE, image=image("/a", "1"))) != seen_extras(replace(ONE, image=image("/a", "2")))
    assert seen_extras(ONE) == seen_extras(replace(ONE, title="x", guid="x", key="x", summary="x"))
    assert seen_notes(ONE) != seen_notes(replace(ONE, summary="x"))
    assert seen_title("Un\ttitre\u2028long\x00 ") == "Un titre long"

from __future__ import annotations

from antenne.model import Catalog, Note
from antenne.render.parts import Parts, parts_of
from antenne.render.words import Words
from tests.render.samples import FR, PARIS, SERIES, note, series

WORDS = Words(FR, PARIS)


def last_of(*before: tuple[int, int, int]) -> Parts:
    notes = [note(day, month=month, year=year, series=SERIES) for year, month, day in before]
    reader = note(23, month=12, year=2013, series=SERIES)
    found = parts_of(reader, Catalog(notes=(*notes, reader), series=(series(*notes, reader),)), WORDS)
    assert found is not None
    return found


def told(parts: Parts) -> list[tuple[list[str], str]]:
    return [([day.label for day in days.days], f"{days.month} {days.year}".strip()) for days in parts.before]


def test_days_of_one_month_share_its_name() -> None:
    assert told(last_of((2013, 10, 16), (2013, 10, 18), (2013, 10, 21))) == [(["16", "18", "21"], "octobre")]


def test_each_month_is_told_once() -> None:
    assert told(last_of((2013, 10, 28), (2013, 11, 1), (2013, 11, 4))) == [
        (["28"], "octobre"),
        (["1er", "4"], "novembre"),
    ]


def test_another_year_is_told() -> None:
    assert told(last_of((2012, 12, 30), (2013, 1, 2))) == [(["30"], "décembre 2012"), (["2"], "janvier")]


def test_two_parts_of_one_day_are_told_once() -> None:
    morning = note(16, series=SERIES, part=1)
    evening = Note(key="soir", slug="soir", title="Soir", pub_date=morning.pub_date.replace(hour=20), series=SERIES)
    reader = note(18, series=SERIES)
    parts = parts_of(reader, Catalog(series=(series(morning, evening, reader),)), WORDS)
    assert parts is not None
    assert told(parts) == [(["16"], "octobre")]
    assert parts.before[0].days[0].note == morning


def test_the_first_part_has_none_before_and_the_last_none_after() -> None:
    first, last = note(16, series=SERIES), note(18, series=SERIES)
    content = Catalog(series=(series(first, last),))
    beginning, end = parts_of(first, content, WORDS), parts_of(last, content, WORDS)
    assert beginning is not None
    assert end is not None
    assert (beginning.before, beginning.next, beginning.position) == ((), last, 1)
    assert (end.next, end.position) == (None, 2)


def test_a_note_alone_has_no_parts() -> None:
    alone = note(16, series=SERIES)
    assert parts_of(alone, Catalog(series=(series(alone),)), WORDS) is None
    assert parts_of(note(16), Catalog(), WORDS) is None

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antenne.fields import (
    Converter,
    ListOf,
    Reading,
    Record,
    Ref,
    Reference,
    Refused,
    address,
    boolean,
    choice,
    decimal,
    describe,
    file_name,
    integer,
    isbn,
    key,
    moment,
    node_of,
    parse,
    partial_date,
    seconds,
    slug,
    text,
)
from antenne.model import Isbn13, PartialDate
from antenne.problems import Problems, Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    person: str = key(Ref("person"), doc="Who.")
    role: str = key(choice("host", "guest"), "guest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    title: str = key(text(), doc="Its name.")
    parts: tuple[Part, ...] = key(ListOf(Record(Part, short="person")), (), doc="Who | what.")
    number: int | None = key(integer(), None)
    open: bool = key(boolean, False)


def read(value: object) -> tuple[Thing | None, list[tuple[str, str]], list[Reference]]:
    """Parse a Thing from Python values: the object, codes with places, references."""
    problems = Problems()
    reading = Reading(problems)
    thing = parse(Thing, node_of(value, Where("T")), reading)
    return thing, [(problem.where.path, problem.code) for problem in problems.sorted()], reading.references


def convert(converter: Converter[object], typed: str) -> object:
    """Return what a converter makes of a text, or the hint of its refusal."""
    problems = Problems()
    try:
        return converter(node_of(typed, Where("T"), "key"), Reading(problems))
    except Refused:
        (problem,) = problems.sorted()
        return problem


def test_keys_become_the_fields_of_a_frozen_object() -> None:
    thing, problems, references = read({"title": "  Un \n titre", "parts": ["ada", {"person": "eve", "role": "host"}]})
    assert thing == Thing(title="Un titre", parts=(Part(person="ada"), Part(person="eve", role="host")))
    assert not problems
    assert [reference.key for reference in references] == ["ada", "eve"]


def test_all_that_is_wrong_is_told_at_once_and_references_are_kept() -> None:
    thing, problems, references = read(
        {"parts": [{"person": "ada", "role": "hots"}, ["x"]], "number": "two", "open": "oui", "colour": 1}
    )
    assert thing is None
    assert problems == [
        ("T.colour", "unknown-key"),
        ("T.number", "wrong-type"),
        ("T.open", "wrong-type"),
        ("T.parts", "wrong-type"),
        ("T.parts.role", "bad-value"),
        ("T.title", "missing-key"),
    ]
    assert [reference.key for reference in references] == ["ada"]


def test_a_misspelt_required_key_is_told_once() -> None:
    assert read({"titel": "Un"})[1] == [("T.titel", "unknown-key")]


def test_an_empty_value_is_the_default_where_there_is_one() -> None:
    assert read({"title": "Un", "number": "", "parts": None})[0] == Thing(title="Un")


@pytest.mark.parametrize(
    ("converter", "typed", "value"),
    [
        (isbn, "978-2-10-000000-5", Isbn13("9782100000005")),
        (isbn, "2-07-036002-4", Isbn13("9782070360024")),
        (decimal, "25.90", Decimal("25.90")),
        (moment, "2013-11-05", date(2013, 11, 5)),
        (moment, "1900-01-01", date(1900, 1, 1)),
        (moment, "2199-12-31", date(2199, 12, 31)),
        (partial_date, "1637", PartialDate(1637)),
        (moment, "2013-11-05 9:41", datetime(2013, 11, 5, 9, 41)),  # noqa: DTZ001
        (moment, "2013-11-05T11:41:00+01:00", datetime.fromisoformat("2013-11-05T11:41:00+01:00")),
        (moment, "2013-11-05 11:41 Z", datetime.fromisoformat("2013-11-05T11:41:00+00:00")),
        (seconds, "1:02:03.5", 3723.5),
        (seconds, "00:00", 0.0),
        (seconds, "75", 75.0),
        (address, "https://exemple.fr/été?a=b#c", "https://exemple.fr/été?a=b#c"),
        (text(), "Rupture\u00a0: oui", "Rupture\u00a0: oui"),
    ],
)
def test_a_good_text_becomes_its_value(converter: Converter[object], typed: str, value: object) -> None:
    assert convert(converter, typed) == value


@pytest.mark.parametrize(
    ("converter", "typed", "code", "said"),
    [
        (isbn, "9782100000003", "bad-isbn", "the check digit should be 5"),
        (moment, "5/11/2013", "bad-date", "Write 2013-11-05."),
        (moment, "2013-11-31", "bad-date", "no such"),
        (moment, "0001-01-01", "bad-date", "1900 to 2199"),
        (moment, "9999-12-31 23:59", "bad-date", "1900 to 2199"),
        (moment, "1899-12-31T23:59:00Z", "bad-date", "1900 to 2199"),
        (moment, "2013-11-05T11:41:00+99:00", "bad-date", "no such"),
        (decimal, "25,90", "wrong-type", "Write 25.90."),
        (decimal, "1e9", "wrong-type", "not a number"),
        (integer(), "-1", "wrong-type", "between 1"),
        (integer(), "1" * 500, "wrong-type", "whole number"),
        (address, "javascript:alert(1)", "bad-address", "complete address"),
        (address, "https://exemple.fr/a b", "bad-address", "complete address"),
        (address, "https://[::1", "bad-address", "complete address"),
        (address, "exemple.fr/livre", "bad-address", "`https://exemple.fr/livre`"),
        (seconds, "1:75", "bad-value", "59"),
        (file_name, "../secret", "missing-file", "same folder"),
        (file_name, ".env", "missing-file", "same folder"),
        (slug, "Été", "bad-slug", "hyphens"),
        (text(5), "éééé", "bad-value", "8 bytes"),
    ],
)
def test_a_bad_text_is_told_with_what_to_do(converter: Converter[object], typed: str, code: str, said: str) -> None:
    problem = convert(converter, typed)
    assert getattr(problem, "code", None) == code
    assert said in f"{problem.message} {problem.hint}"


@given(st.text(max_size=80))
def test_no_text_breaks_a_converter(typed: str) -> None:
    for converter in (isbn, moment, decimal, integer(), address, seconds, file_name, slug, boolean, text()):
        convert(converter, typed)


@given(st.integers(0, 359_999))
def test_a_time_is_read_as_it_is_written(total: int) -> None:
    assert convert(seconds, f"{total // 3600}:{total // 60 % 60:02}:{total % 60:02}") == total


def test_a_declaration_documents_itself() -> None:
    assert describe(Thing) == (
        "| key | value | meaning |\n"
        "| --- | --- | --- |\n"
        "| `title` | text | Required. Its name. |\n"
        "| `parts` | a list, each a person's slug, or `{person:, role:}` | Who \\| what. |\n"
        "| `parts` › `person` | a person's slug | Required. Who. |\n"
        "| `parts` › `role` | `host` or `guest` | Default: `guest`. |\n"
        "| `number` | a whole number |  |\n"
        "| `open` | `true` or `false` | Default: `false`. |\n"
    )


def test_the_mechanism_is_imported_without_yaml() -> None:
    plugins = Path(__file__).parent.parent.parent / "plugins"
    code = "import antenne.fields, sys; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": str(plugins)}, check=False).returncode == 0

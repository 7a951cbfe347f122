from __future__ import annotations

from antenne.model import Person, RichText
from antenne.render.lead import is_short, lead

TEXT = RichText("<p>Elle <em>écrit\u202f!</em></p><p>Et elle lit.</p>", "Elle écrit\u202f!\nEt elle lit.")


def person(summary: str, body: RichText = TEXT) -> Person:
    return Person(key="ada", name="Ada", sort_name="Ada", summary=summary, body=body)


def test_what_a_text_begins_with_does_not_stand_above_it() -> None:
    assert lead(person("Elle écrit !")) == ""
    assert lead(person("Elle écrit\u202f! Et…")) == ""
    assert lead(person("Romancière.")) == "Romancière."
    assert lead(person("Romancière.", RichText())) == "Romancière."


def test_a_text_that_is_its_own_summary_can_stand_in_its_place() -> None:
    assert is_short(person("Elle écrit ! Et elle lit."))
    assert not is_short(person("Elle écrit !"))
    assert not is_short(person("", RichText()))

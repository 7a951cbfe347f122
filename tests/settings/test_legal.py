from __future__ import annotations

import pytest

from antenne.settings import HostSettings, LegalSettings

HOST = HostSettings(name="Un hébergeur", address="1, rue des Essais", phone="00")


@pytest.mark.parametrize(
    ("legal", "missing"),
    [
        (LegalSettings(status="person"), ["publisher", "address", "phone", "director", "host.name"]),
        (LegalSettings(status="company", publisher="X", address="Y", phone="1", host=HOST), ["director"]),
        (LegalSettings(status="person", publisher="X", address="Y", phone="1", host=HOST), []),
        (LegalSettings(status="anonymous"), ["host.name", "host.address"]),
        (LegalSettings(status="anonymous", host=HostSettings(name="X", address="Y")), []),
        (LegalSettings(status="demonstration"), []),
    ],
)
def test_each_status_has_to_say_what_the_law_asks_of_it(legal: LegalSettings, missing: list[str]) -> None:
    found = list(legal.missing())
    assert found[: len(missing)] == missing
    assert bool(found) is bool(missing)


def test_a_person_directs_what_she_publishes_unless_another_does() -> None:
    assert LegalSettings(status="person", publisher="Ada").directed_by == "Ada"
    assert LegalSettings(status="person", publisher="Ada", director="Zoé").directed_by == "Zoé"
    assert LegalSettings(status="company", publisher="Ada et Cie").directed_by == ""

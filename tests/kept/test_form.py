"""What is kept comes back as it was, and nothing that stands in a file is more than data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from markupsafe import Markup

from antenne.commands.project import LOCAL, Project
from antenne.kept import Fingerprints, Form, Unkeepable, packed
from antenne.model import AudioType, Book, Episode, Note, Page, Person, Publisher, Show, VideoType
from antenne.pipeline import assemble
from tests.support.everything import make_everything

KINDS = {
    "books": Book,
    "episodes": Episode,
    "notes": Note,
    "pages": Page,
    "people": Person,
    "publishers": Publisher,
    "shows": Show,
}


@pytest.mark.parametrize("made", ["everything", "sample"])
def test_all_objects_of_a_site_come_back_as_they_were(made: str, tmp_path: Path) -> None:
    project = make_everything(tmp_path / "site") if made == "everything" else Path(__file__).parents[2]
    catalog = assemble(Project(project).settings(LOCAL)).catalog
    for name, kind in KINDS.items():
        form: Form[object] = Form(kind)
        for one in getattr(catalog, name):
            back = form.unpack(form.pack(one))
            assert back == one
            # 0 and 0.0 are equal, and look different on a page.
            assert packed(back) == packed(one), one


@pytest.mark.parametrize("kind", [AudioType, VideoType])
def test_kinds_of_files_come_back(kind: type[AudioType] | type[VideoType]) -> None:
    for one in kind:
        assert Form(kind).unpack(packed(one)) is one


def test_a_moment_keeps_its_distance_from_utc() -> None:
    given = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Europe/Paris"))
    back: datetime = Form(datetime).unpack(packed(given))
    assert back.isoformat() == given.isoformat()


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"key": 3}', b"cos\nsystem\n(S'true'\ntR.", b"\xff" * 9, b"[" * 9000]
)
def test_what_is_no_object_of_the_kind_is_refused(data: bytes) -> None:
    with pytest.raises(Unkeepable):
        Form(Person).unpack(data)


def test_what_has_no_bytes_cannot_be_kept() -> None:
    for value in (object(), lambda: None, Path, open):
        with pytest.raises(Unkeepable):
            packed(value)


@dataclass(frozen=True)
class Pair:
    first: object
    second: object


def test_equal_values_have_one_name_and_others_another() -> None:
    names = Fingerprints((Pair,))
    values = [1, True, None, "", "1", (), (1,), ((1,),), (1, 2), ("12",), {}, {1: 2}, {2: 1}, Pair(1, 2), Pair(2, 1)]
    values += [datetime(2026, 1, 1, tzinfo=UTC), b"1", frozenset({1, 2}), Path("1"), 1.0]
    assert len({names.of(value) for value in values}) == len(values)
    assert names.of(Pair(1, (2, "a"))) == names.of(Pair(1, (2, "a"))) == Fingerprints((Pair,)).of(Pair(1, (2, "a")))
    assert names.of(frozenset("abc")) == names.of(frozenset("cba"))


def test_a_name_outlives_nothing_else_in_its_place() -> None:
    names = Fingerprints()
    seen = {names.of((number, "x")) for number in range(5000)}
    assert len(seen) == 5000, "objects are made where others stood before: each has a name of its own"


def test_text_that_is_marked_as_safe_has_a_name() -> None:
    assert Fingerprints().of(Markup("<b>")) == Fingerprints().of(Markup("<b>"))

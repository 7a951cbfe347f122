from __future__ import annotations

import re
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antenne.model import Isbn13, LanguageTag, PartialDate, Person, episode_guid, is_slug, show_guid
from antenne.model.values import isbn13_check_digit

DIGITS = st.text("0123456789", min_size=9, max_size=9)
ADDRESS = st.from_regex(r"[a-z]{1,8}\.example(/[a-z0-9._-]{1,8}){0,3}", fullmatch=True)


@pytest.mark.parametrize(
    "text", ["978-2-10-000000-1", "9782100000000 ", "", "2100000000", "978210000000", "97821000000000"]
)
def test_what_is_no_isbn_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Isbn13.parse(text)


@pytest.mark.parametrize("text", ["978-0-306-40615-7", "978 0306406157", "0-306-40615-2", "080442957X"])
def test_isbns_are_read_with_hyphens_spaces_and_ten_digits(text: str) -> None:
    assert Isbn13.parse(text).digits in {"9780306406157", "9780804429573"}


@given(st.sampled_from(["978", "979"]), DIGITS)
def test_only_one_check_digit_of_ten_is_right(prefix: str, digits: str) -> None:
    right = isbn13_check_digit(prefix + digits)
    for digit in "0123456789":
        if digit == right:
            assert Isbn13.parse(prefix + digits + digit).digits == prefix + digits + digit
        else:
            with pytest.raises(ValueError, match=right):
                Isbn13.parse(prefix + digits + digit)


@given(st.sampled_from(["978", "979"]), DIGITS, st.integers(0, 11))
def test_one_wrong_digit_is_always_found(prefix: str, digits: str, place: int) -> None:
    good = prefix + digits + isbn13_check_digit(prefix + digits)
    bad = good[:place] + str((int(good[place]) + 1) % 10) + good[place + 1 :]
    with pytest.raises(ValueError):
        Isbn13.parse(bad)


@given(st.text(max_size=30))
def test_an_isbn_is_thirteen_digits_or_an_error(text: str) -> None:
    try:
        isbn = Isbn13.parse(text)
    except ValueError:
        return
    assert re.fullmatch(r"97[89][0-9]{10}", str(isbn))


@pytest.mark.parametrize(
    ("feed", "guid"),
    [
        ("podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("https://podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("https://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
        ("HTTP://mp3s.nashownotes.com/pc20rss.xml//", "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
    ],
)
def test_the_guid_of_a_show_is_that_of_the_podcast_namespace(feed: str, guid: str) -> None:
    assert show_guid(feed) == guid


@given(ADDRESS, st.sampled_from(["", "http://", "https://", "feed://"]), st.integers(0, 3))
def test_scheme_and_trailing_slashes_do_not_change_a_shows_guid(address: str, scheme: str, slashes: int) -> None:
    assert show_guid(scheme + address + "/" * slashes) == show_guid(address)


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_episodes_of_different_names_have_different_guids(one: str, two: str) -> None:
    show = str(uuid.uuid5(uuid.NAMESPACE_URL, "show"))
    assert (episode_guid(show, one) == episode_guid(show, two)) is (one == two)


@given(st.text(max_size=20))
def test_a_slug_never_leaves_its_folder(text: str) -> None:
    if is_slug(text):
        assert re.fullmatch(r"[a-z0-9-]+", text)
        assert not text.startswith("-")


@pytest.mark.parametrize(
    ("text", "tag"), [("fr", "fr"), ("FR_ca", "fr-CA"), ("zh-hans-cn", "zh-Hans-CN"), (" en ", "en")]
)
def test_language_tags_are_written_in_one_way(text: str, tag: str) -> None:
    assert str(LanguageTag.parse(text)) == tag


@pytest.mark.parametrize("text", ["", "français", "f", "fr-", "fr-FRA-x", "12"])
def test_what_is_no_language_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        LanguageTag.parse(text)


@given(st.dates())
def test_a_partial_date_is_written_as_it_was_read(day: object) -> None:
    text = str(day)
    for part in (text, text[:7], text[:4]):
        assert str(PartialDate.parse(part)) == part


@pytest.mark.parametrize("text", ["", "13", "2013-13", "2013-02-30", "2013-1-5", "2013-11-05-06", "05/11/2013", "٢٠١٣"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("François Laurent", "FL"),
        ("Jean-Claude Boulay", "JB"),
        ("Les Mardis du Luxembourg", "ML"),
        ("L'Atelier", "A"),
        ("L’Atelier des mots", "AM"),
        ("The Paris Review", "PR"),
        ("Une Chambre", "C"),
        ("Lea Martin", "LM"),
        ("Lara", "L"),
        ("A. Dupont", "AD"),
        ("La", "L"),
        ("Les 400", "L"),
        ("Ada", "A"),
        ("1984", ""),
    ],
)
def test_initials_are_of_the_first_and_last_words_without_an_article(name: str, initials: str) -> None:
    assert Person(key="x", name=name).initials == initials


@pytest.mark.parametrize(("isbn", "ten"), [("9782100000005", "2100000004"), ("9780306406157", "0306406152")])
def test_an_isbn_of_978_has_one_of_ten_digits(isbn: str, ten: str) -> None:
    assert Isbn13(isbn).isbn10 == ten
    assert Isbn13.parse(ten) == Isbn13(isbn)


def test_the_tenth_digit_may_be_an_x_and_979_has_none() -> None:
    assert Isbn13.parse("080442957X").isbn10 == "080442957X"
    assert Isbn13("9791090636071").isbn10 == ""

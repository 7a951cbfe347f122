from __future__ import annotations

from antenne.check import check_legal
from antenne.model import Catalog, Owner, Page
from antenne.settings import HostSettings, LegalSettings
from tests.render.samples import settings, show
from tests.support.changed import replace

HOST = HostSettings(name="Un hébergeur", address="1, rue des Essais", phone="00")


def test_a_site_that_says_nothing_of_itself_is_told_what_to_write() -> None:
    (problem,) = check_legal(settings(), Catalog())
    assert (problem.code, problem.is_error, problem.where.path) == ("legal-missing", False, "ANTENNE.legal")
    assert 'ANTENNE["legal"]' in problem.hint


def test_what_is_missing_is_named() -> None:
    half = replace(settings(), legal=LegalSettings(status="person", publisher="Ada", host=HOST))
    (problem,) = check_legal(half, Catalog())
    assert (problem.code, problem.is_error) == ("legal-incomplete", False)
    assert "`address`, `phone`" in problem.message
    assert "`publisher`" not in problem.message


def test_a_page_of_ones_own_and_a_demonstration_say_enough() -> None:
    own = Catalog(pages=(Page(key="mentions-legales", title="Mentions légales"),))
    assert not list(check_legal(settings(), own))
    assert not list(check_legal(replace(settings(), legal=LegalSettings(status="demonstration")), Catalog()))


def test_the_guides_examples_are_told_wherever_they_were_left() -> None:
    host = replace(HOST, name="L’hébergeur")
    legal = LegalSettings(status="person", publisher="Prénom Nom", address="1, rue", phone="01", host=host)
    left = replace(show(), author="Votre nom", owner=Owner(name="Ada", email="vous@exemple.fr"))
    found = list(check_legal(replace(settings(), legal=legal), Catalog(shows=(left,))))
    assert {problem.code for problem in found} == {"placeholder"}
    assert [problem.where.path for problem in found] == [
        "ANTENNE.legal.publisher",
        "ANTENNE.legal.host.name",
        f"content/shows/{left.key}/index.md",
        f"content/shows/{left.key}/index.md",
    ]

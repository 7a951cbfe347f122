from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path

from jinja2 import Environment

from antenne.render.environment import make_environment


def templates(root: Path, **files: str) -> Path:
    """Make a theme of templates, `page__x` being macros of that name, and return its folder."""
    for name, text in files.items():
        path = root / "templates" / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def environment(*themes: Path) -> Environment:
    """Return the environment of a theme and its parents."""
    return make_environment(themes, NullTranslations())


def test_a_theme_changes_one_block_of_every_page(tmp_path: Path) -> None:
    base = templates(
        tmp_path / "base",
        base="<{% block main %}{% endblock %}|{% block foot %}foot{% endblock %}>",
        page='{% extends "base.html" %}{% block main %}words{% endblock %}',
    )
    mine = templates(tmp_path / "mine", base='{% extends "antenne/base.html" %}{% block foot %}mine{% endblock %}')
    assert environment(mine, base).get_template("page.html").render() == "<words|mine>"
    assert environment(base).get_template("page.html").render() == "<words|foot>"


def test_a_theme_changes_one_macro_and_keeps_the_others(tmp_path: Path) -> None:
    base = templates(
        tmp_path / "base",
        macros__books="{% macro tile() %}tile{% endmacro %}{% macro plate() %}plate{% endmacro %}",
        page='{% from "macros/books.html" import tile, plate %}{{ tile() }} {{ plate() }}',
    )
    mine = templates(
        tmp_path / "mine",
        macros__books='{% import "antenne/macros/books.html" as base %}{% set tile = base.tile %}'
        "{% macro plate() %}mine{% endmacro %}",
    )
    assert environment(mine, base).get_template("page.html").render() == "tile mine"


def test_the_nearest_of_several_parents_comes_first(tmp_path: Path) -> None:
    far = templates(tmp_path / "far", a="far", b="far", c="far")
    near = templates(tmp_path / "near", a="near", b="near")
    mine = templates(tmp_path / "mine", a="mine", d='{% include "antenne/a.html" %}')
    found = environment(mine, near, far)
    assert [found.get_template(f"{name}.html").render() for name in "abcd"] == ["mine", "near", "far", "far"]


def test_a_theme_changes_one_part_of_a_page_with_the_names_that_the_page_has(tmp_path: Path) -> None:
    own = '{% extends "antenne/book.html" %}{% block buy %}{% call band("a", book) %}mine{% endcall %}{% endblock %}'
    mine = templates(tmp_path / "mine", book=own)
    base = templates(
        tmp_path / "base",
        base="<{% block main %}{% endblock %}>",
        macros__page="{% macro band(id, title) %}{{ title }}:{{ caller() }}{% endmacro %}",
        book='{% extends "base.html" %}{% from "macros/page.html" import band %}'
        "{% block main %}{% block cover %}cover {% endblock %}{% block buy %}shops{% endblock %}{% endblock %}",
    )
    assert environment(mine, base).get_template("book.html").render(book="Île") == "<cover Île:mine>"

"""A mistake in a theme's template is told with its file, its line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from antenne.media import Pictures
from antenne.problems import Problem, ProblemsFound
from antenne.render import Renderer
from antenne.routes import Routes
from tests.render.samples import catalog, settings
from tests.support.changed import replace


def faults(project: Path, **templates: str) -> tuple[Problem, ...]:
    """Return what is wrong with a theme of some templates, `macros__books` being one of the macros."""
    theme = project / "mon-theme"
    for name, text in templates.items():
        path = theme / "templates" / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    plain = settings()
    facts = replace(plain, project=project, theme=theme, theme_parents=(plain.theme,))
    with pytest.raises(ProblemsFound) as found:
        dict(Renderer(facts, catalog(), Routes(facts), Pictures("images")).pages())
    return found.value.problems


PAGE = '{% extends "base.html" %}\n{% block main %}\n'
MACRO = '{% import "antenne/macros/books.html" as base %}\n{% set plate, tile, tiles, lines = base.plate, '
MACRO += "base.tile, base.tiles, base.lines %}\n{% macro imprint(book, linked=false) %}{{ boook }}{% endmacro %}\n"


@pytest.mark.parametrize(
    ("name", "text", "line", "words", "hint"),
    [
        ("book", PAGE + "{{ boook.title }}\n{% endblock %}", 3, "'boook' is undefined.", "Did you mean `book`?"),
        ("book", PAGE + "{{ book.titel }}\n{% endblock %}", 3, "A Book has no attribute 'titel'.", "`title`?"),
        ("book", PAGE + "{{ book }}\n{% endblok %}", 4, "cannot be read", "Correct this line."),
        ("book", PAGE + "{{ book.title|uper }}\n{% endblock %}", 3, "No filter named 'uper'.", "`upper`?"),
        ("book", "\n{% extends 'bas.html' %}", 2, "There is no template bas.html.", "Did you mean base.html?"),
        ("book", '\n{% extends "book.html" %}', 2, "extends “book.html”, which is itself.", "`antenne/book.html`"),
        ("book", PAGE + "{{ 1 / 0 }}\n{% endblock %}", 3, "ZeroDivisionError: Division by zero.", "docs/theme.md"),
        ("book", PAGE + "{{ site.asset('no.js') }}\n{% endblock %}", 3, "has no static file no.js", "docs/theme.md"),
        ("macros__books", MACRO, 3, "'boook' is undefined.", "Did you mean `book`?"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, name: str, text: str, line: int, words: str, hint: str
) -> None:
    [problem] = faults(tmp_path, **{name: text})
    file = f"mon-theme/templates/{name.replace('__', '/')}.html"
    assert (problem.code, str(problem.where)) == ("bad-template", f"{file}:{line}")
    assert words in problem.message
    assert hint in problem.hint


def test_mistakes_of_several_templates_are_told_at_once(tmp_path: Path) -> None:
    found = faults(tmp_path, book=PAGE + "{{ boook }}{% endblock %}", note=PAGE + "{{ noote }}{% endblock %}")
    assert [problem.where.path for problem in found] == [
        "mon-theme/templates/book.html",
        "mon-theme/templates/note.html",
    ]


def test_a_fault_of_our_own_code_is_not_laid_at_the_authors_door(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr("antenne.render.site.Site.asset", broken)
    facts = settings()
    with pytest.raises(ZeroDivisionError):
        dict(Renderer(facts, catalog(), Routes(facts), Pictures("images")).pages())

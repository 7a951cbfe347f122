from __future__ import annotations

from pathlib import Path

import pytest

from antenne.problems import Problem, ProblemsFound
from antenne.settings import read_settings


def theme(project: Path, name: str, *, extends: str = "", base: bool = False) -> Path:
    """Make a theme's folder."""
    folder = project / name
    (folder / "templates").mkdir(parents=True)
    if extends:
        (folder / "theme.yaml").write_text(f"# Un thème\n{extends}\n", encoding="utf-8")
    if base:
        (folder / "templates/base.html").touch()
    return folder


def themes(project: Path, name: str = "mien") -> tuple[Path, ...]:
    """Return the folders that a site takes its theme from."""
    raw = {"SITENAME": "Un site", "SITEURL": "https://exemple.fr", "THEME": name}
    return read_settings(raw, project).themes


def fault(project: Path, name: str = "mien") -> Problem:
    """Return the only thing that is wrong with a site's theme."""
    with pytest.raises(ProblemsFound) as caught:
        themes(project, name)
    (problem,) = caught.value.problems
    return problem


def test_a_theme_alone_takes_from_none(tmp_path: Path) -> None:
    assert themes(tmp_path, theme(tmp_path, "mien", base=True).name) == (tmp_path / "mien",)


def test_a_theme_takes_from_the_one_that_it_extends_and_from_that_ones_parent(tmp_path: Path) -> None:
    base = theme(tmp_path, "antenne/theme", base=True)
    middle = theme(tmp_path, "themes/clair", extends="extends: ../../antenne/theme")
    mine = theme(tmp_path, "mien", extends="extends: ../themes/clair")
    assert themes(tmp_path) == (mine, middle, base)


def test_a_parent_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    theme(tmp_path, "mien", extends="extends: ../theme")
    problem = fault(tmp_path)
    assert (problem.code, str(problem.where)) == ("no-theme", "mien/theme.yaml:2")
    assert "extends: ../theme" in problem.hint


@pytest.mark.parametrize("parent", ["../mien", ".", "../autre"])
def test_a_theme_that_extends_itself_is_told(parent: str, tmp_path: Path) -> None:
    theme(tmp_path, "mien", extends=f"extends: {parent}")
    theme(tmp_path, "autre", extends="extends: ../mien")
    assert fault(tmp_path).code == "theme-circle"


@pytest.mark.parametrize(
    ("text", "code"),
    [("extend: ../theme", "unknown-key"), ("extends: [a", "not-yaml"), ("extends: {a: b}", "wrong-type")],
)
def test_a_slip_in_the_themes_file_is_told(text: str, code: str, tmp_path: Path) -> None:
    theme(tmp_path, "mien", extends=text)
    assert fault(tmp_path).code == code


def test_a_parent_without_a_base_template_is_told(tmp_path: Path) -> None:
    theme(tmp_path, "theme")
    theme(tmp_path, "mien", extends="extends: ../theme")
    assert "holds no templates/base.html" in fault(tmp_path).message


def test_a_build_writes_into_no_theme_of_the_chain(tmp_path: Path) -> None:
    theme(tmp_path, "theme", base=True)
    theme(tmp_path, "mien", extends="extends: ../theme")
    raw = {"SITENAME": "Un site", "SITEURL": "https://exemple.fr", "THEME": "mien", "OUTPUT_PATH": "theme/out"}
    with pytest.raises(ProblemsFound, match="the theme theme"):
        read_settings(raw, tmp_path)

from __future__ import annotations

from pathlib import Path

import pytest

from antenne.render.assets import read_assets
from antenne.render.modules import ModuleFault


def theme(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / "static" / name.replace("__", "/").replace("_css", ".css").replace("_js", ".js")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_style_sheets_become_one_in_the_order_in_which_they_hold(tmp_path: Path) -> None:
    assets = read_assets(theme(tmp_path, css__base_css="b{}", css__tokens_css="a{}"), "theme")
    assert [asset.data for asset in assets] == [b"a{}\nb{}"]
    assert assets.path("css/main.css").startswith("theme/css/main.")


def test_a_name_changes_with_the_bytes_and_only_then(tmp_path: Path) -> None:
    first = read_assets(theme(tmp_path / "1", js__a_js="1"), "theme").path("js/a.js")
    assert first == read_assets(theme(tmp_path / "2", js__a_js="1"), "theme").path("js/a.js")
    assert first != read_assets(theme(tmp_path / "3", js__a_js="2"), "theme").path("js/a.js")


def test_hidden_files_stay_behind(tmp_path: Path) -> None:
    site = theme(tmp_path, js__a_js="1")
    (site / "static/.DS_Store").write_bytes(b"x")
    assert len(tuple(read_assets(site, "theme"))) == 1


def test_a_file_that_the_theme_lacks_is_named(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match=r"js/b\.js"):
        read_assets(theme(tmp_path, js__a_js="1"), "theme").path("js/b.js")


def scripts(folder: Path, **files: str) -> Path:
    return theme(folder, **{f"js__{name}_js": text for name, text in files.items()})


def test_a_script_names_what_it_imports_as_it_is_published(tmp_path: Path) -> None:
    assets = read_assets(
        scripts(tmp_path, a='import { b } from "./b.js";\nimport "../js/c.js";', b="export const b = 1;", c="c();"),
        "theme",
    )
    b, c = (assets.path(f"js/{name}.js").rpartition("/")[2] for name in "bc")
    assert assets.files["js/a.js"].data.decode() == f'import{{b}}from"./{b}";import"../js/{c}";'


def test_the_name_of_a_script_changes_with_what_it_imports(tmp_path: Path) -> None:
    def name(folder: str, deep: str) -> str:
        made = scripts(tmp_path / folder, a='import "./b.js";', b='import "./c.js";', c=deep)
        return read_assets(made, "theme").path("js/a.js")

    assert name("1", "1") == name("2", "1") != name("3", "2")


def test_what_a_script_needs_is_known_each_once_and_without_what_comes_later(tmp_path: Path) -> None:
    made = scripts(
        tmp_path,
        a='import "./b.js";import "./c.js";const later = () => import("./e.js");',
        b='export { d } from "./d.js";',
        c="import './d.js';",
        d="export const d = 1;",
        e="e();",
    )
    assets = read_assets(made, "theme")
    assert assets.modules("js/a.js") == tuple(assets.path(f"js/{name}.js") for name in "bdc")
    assert assets.path("js/e.js").rpartition("/")[2].encode() in assets.files["js/a.js"].data


def test_scripts_that_import_each_other_in_a_circle_are_refused(tmp_path: Path) -> None:
    circle = scripts(tmp_path, a='import "./b.js";', b='import "./c.js";', c='import "./a.js";')
    with pytest.raises(ModuleFault, match=r"js/a\.js → js/b\.js → js/c\.js → js/a\.js"):
        read_assets(circle, "theme")


@pytest.mark.parametrize("specifier", ["./nothing.js", "../../../etc/passwd", "../css/main.css"])
def test_an_import_that_leads_to_no_script_of_the_theme_is_refused(tmp_path: Path, specifier: str) -> None:
    with pytest.raises(ModuleFault, match="which is not there"):
        read_assets(scripts(tmp_path, a=f'import "{specifier}";'), "theme")


def test_scripts_go_out_without_comments_and_blanks_but_with_their_licence(tmp_path: Path) -> None:
    made = scripts(
        tmp_path, a="/*! Licence */\n// Why.\nconst a = `b  c`;\n\nexport function f( x ) {\n  return a + x;\n}\n"
    )
    script = next(iter(read_assets(made, "theme"))).data.decode()
    assert script == "/*! Licence */const a=`b  c`;export function f(x){return a+x;}"


def test_a_theme_replaces_files_by_name_adds_its_own_and_adds_to_the_tokens(tmp_path: Path) -> None:
    base = theme(tmp_path / "base", css__tokens_css="a{}", css__base_css="b{}", js__a_js="1", js__b_js="2")
    mine = theme(tmp_path / "mine", css__tokens_css="A{}", css__more_css="m{}", css__base_css="B{}", js__a_js="3")
    assets = read_assets(mine, "theme", (base,))
    assert assets.files["css/main.css"].data == b"a{}\nA{}\nB{}\nm{}"
    assert [assets.files[f"js/{name}.js"].data for name in "ab"] == [b"3", b"2"]
    assert sorted(assets.files) == ["css/main.css", "js/a.js", "js/b.js"]

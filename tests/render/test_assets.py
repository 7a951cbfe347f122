from __future__ import annotations

from pathlib import Path

import pytest

from antenne.render.assets import read_assets


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

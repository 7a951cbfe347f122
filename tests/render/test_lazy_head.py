from __future__ import annotations

from pathlib import Path

from antenne.media import Pictures
from antenne.render import Renderer
from antenne.routes import Routes
from tests.render.samples import PROJECT, catalog, settings
from tests.support.changed import replace

BASE = "<!doctype html><title>{{ head.title }}</title><main>{% block main %}{% endblock %}</main>"


class Cards(Pictures):
    """Pictures that count the cards asked for."""

    cards = 0

    def card(self, card):  # type: ignore[no-untyped-def]
        self.cards += 1
        return super().card(card)


def pages(theme: Path, base: str) -> tuple[dict[str, bytes], int]:
    (theme / "templates").mkdir(parents=True, exist_ok=True)
    (theme / "templates/base.html").write_text(base, encoding="utf-8")
    own = replace(settings(), theme=theme, theme_parents=(PROJECT / "theme",), share=())
    pictures = Cards("images")
    return dict(Renderer(own, catalog(), Routes(own), pictures).pages()), pictures.cards


def test_a_theme_that_prints_no_open_graph_has_no_cards_made(tmp_path: Path) -> None:
    found, cards = pages(tmp_path / "bare", BASE)
    assert "<title>Un levier" in found["notes/2013/note-2013-11-13/index.html"].decode()
    assert cards == 0


def test_a_theme_that_prints_it_has_a_card_for_each_page(tmp_path: Path) -> None:
    found, cards = pages(tmp_path / "whole", f"{BASE}{{{{ head.properties }}}}{{{{ head.properties }}}}")
    listed = [path for path in found if path.endswith("index.html") and not path.startswith("embed/")]
    assert cards == len(listed)

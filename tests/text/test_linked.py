from __future__ import annotations

import pytest

from antenne.model import LanguageTag
from antenne.text import linked_files, render_markdown


def linked(text: str) -> tuple[str, ...]:
    return linked_files(render_markdown(text, LanguageTag("fr")).html)


def test_files_beside_a_text_are_found_each_once_in_order() -> None:
    text = 'Un [b](b.pdf), un [a](<a é.epub> "L\'agenda"), encore [b](b.pdf#page=3).'
    assert linked(text) == ("b.pdf", "a é.epub")


@pytest.mark.parametrize(
    "address",
    [
        "https://ailleurs.example/a.pdf",
        "//ailleurs.example/a.pdf",
        "/a.pdf",
        "../a.pdf",
        "dossier/a.pdf",
        "dossier%2Fa.pdf",
        "..%5Ca.pdf",
        ".cache.pdf",
        "a.pdf?x=1",
        "#a.pdf",
        "chapitre",
        "mailto:a@b.example",
    ],
)
def test_no_other_address_is_a_file_beside_the_text(address: str) -> None:
    assert linked(f"Un [lien]({address}).") == ()

from __future__ import annotations

import pytest

from tools.write_docs import PAGES, PROJECT, page


@pytest.mark.parametrize("name", PAGES)
def test_the_documentation_has_every_key_as_the_code_has_it(name: str) -> None:
    stale = "docs are stale: run `python tools/write_docs.py`"
    assert (PROJECT / "docs" / name).read_text(encoding="utf-8") == page(name), stale

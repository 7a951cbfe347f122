"""A measuring prefix from the settings to what subscribers have: feeds tell it, and nothing else changes by it."""

from __future__ import annotations

from pathlib import Path

from tests.support.site import invoke, make_site

BEHIND = 'url="https://op3.dev/e/essai.antenne/audio/2013-11-05-premier.'
SETTING = '\nANTENNE = {**ANTENNE, "feeds": {"prefix": "https://op3.dev/e"}}\n'


def test_a_site_is_published_and_its_ledger_found_again_with_a_prefix(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    invoke(site, "publish")
    ledger, config = site / "content/published.json", site / "publishconf.py"
    before, plain = ledger.read_bytes(), config.read_text(encoding="utf-8")
    config.write_text(plain + SETTING, encoding="utf-8")
    # No subscriber has another recording by it, and every check finds the file behind it.
    invoke(site, "publish")
    assert BEHIND in (site / "public/current/flux/essai.xml").read_text(encoding="utf-8")
    assert ledger.read_bytes() == before
    assert "op3.dev" not in (site / "public/current/episodes/premier/index.html").read_text(encoding="utf-8")
    ledger.unlink()
    invoke(site, "ledger", "--from", "public/current/flux/essai.xml")
    assert b'"enclosure": "audio/2013-11-05-premier.' in ledger.read_bytes()

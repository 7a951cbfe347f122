"""Lighthouse on the three pages that are read most, as a phone on a slow network would see them.

Performance is simulated from what was measured, and a machine that is busy with something else measures too much: noise
only ever takes points away. A page is therefore judged by the best of at most three runs; the other scores do not vary.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.support.serving import Served

pytestmark = pytest.mark.lighthouse

PROGRAM = Path(__file__).parent / "node_modules" / ".bin" / "lighthouse"
CHROMIUM = "/usr/bin/chromium"
SWITCHES = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
SURE = ("accessibility", "best-practices", "seo")
RUNS = 3
PAGES = {
    "home": "",
    "book": "livres/pme-gagner-en-competitivite/",
    "episode": "episodes/media-sociaux-levier-de-croissance/",
}


def measure(address: str, report: Path) -> dict[str, int]:
    """Return the scores that Lighthouse gives a page, from 0 to 100, and print what took points away."""
    categories = ",".join(("performance", *SURE))
    command = [
        str(PROGRAM),
        address,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        "--no-enable-error-reporting",
    ]
    command += [f"--only-categories={categories}", f"--chrome-flags={SWITCHES}"]
    environment = os.environ | {"CHROME_PATH": CHROMIUM, "CI": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(report.read_text(encoding="utf-8"))
    for name, category in found["categories"].items():
        refs = (ref["id"] for ref in category["auditRefs"] if ref["weight"])
        low = {ref: found["audits"][ref] for ref in refs if (found["audits"][ref]["score"] or 0) < 1}
        shown = ", ".join(f"{ref} {audit.get('displayValue', audit['score'])}" for ref, audit in low.items())
        print(f"{address} {name} {round(category['score'] * 100)} {shown}")
    return {name: round(category["score"] * 100) for name, category in found["categories"].items()}


@pytest.mark.parametrize("kind", PAGES)
def test_lighthouse_gives_all_points_but_two_of_performance(kind: str, production: Served, tmp_path: Path) -> None:
    best = 0
    for _ in range(RUNS):
        scores = measure(f"{production.address}/{PAGES[kind]}", tmp_path / "report.json")
        assert {name: scores[name] for name in SURE} == dict.fromkeys(SURE, 100)
        best = max(best, scores["performance"])
        if best >= 98:
            break
    assert best >= 98

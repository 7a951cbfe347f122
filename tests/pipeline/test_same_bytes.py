from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support.site import digests, invoke, make_site


def test_the_same_content_gives_the_same_bytes_anywhere_and_at_any_time(tmp_path: Path) -> None:
    one, two = make_site(tmp_path / "one"), make_site(tmp_path / "some where else")
    invoke(one, "build")
    invoke(two, "build", TZ="Asia/Tokyo", LC_ALL="C", PYTHONHASHSEED="7")
    built = digests(one / "output")
    assert built == digests(two / "output")
    assert len(built) > 20


def test_pelican_and_invoke_build_give_the_same_bytes(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    invoke(site, "build")
    subprocess.run(
        [sys.executable, "-m", "pelican", "content", "-s", "publishconf.py", "-o", "by-pelican", "--fatal", "errors"],
        cwd=site,
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert digests(site / "by-pelican") == digests(site / "output")


def test_pelican_stops_with_the_problems_and_writes_nothing(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    (site / "content/books/le-livre/index.md").write_text("---\ntitel: Le livre\n---\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "content", "-s", "publishconf.py", "-o", "by-pelican"],
        cwd=site,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode != 0
    assert "unknown-key" in done.stdout + done.stderr
    assert not (site / "by-pelican").exists() or not digests(site / "by-pelican")


def test_a_site_with_another_plugin_is_built_through_pelican(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    conf = site / "pelicanconf.py"
    conf.write_text(
        conf.read_text(encoding="utf-8").replace('["antenne.plugin"]', '["antenne.plugin", "autre"]'), "utf-8"
    )
    conf.write_text(conf.read_text(encoding="utf-8").replace('["plugins"]', '["plugins", "more"]'), "utf-8")
    (site / "more").mkdir()
    (site / "more/autre.py").write_text(
        "from pathlib import Path\n"
        "from pelican import signals\n"
        "def done(pelican):\n"
        "    Path(pelican.output_path, 'autre.txt').write_text('made by another plugin')\n"
        "def register():\n"
        "    signals.finalized.connect(done)\n",
        "utf-8",
    )
    invoke(site, "build")
    assert (site / "output/autre.txt").read_text("utf-8") == "made by another plugin"
    assert (site / "output/livres/le-livre/index.html").is_file()


def test_a_plugin_that_is_missing_is_an_error_although_pelican_goes_on(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    conf = site / "pelicanconf.py"
    conf.write_text(conf.read_text("utf-8").replace('["antenne.plugin"]', '["antenne.plugin", "nowhere"]'), "utf-8")
    done = invoke(site, "build", check=False)
    assert done.returncode == 1
    assert "pelican-failed" in done.stderr
    assert "nowhere" in done.stderr
    assert not (site / "output").exists()

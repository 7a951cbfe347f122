from __future__ import annotations

import re
import shutil
from pathlib import Path

import feedparser

from tests.guard.subscriber import Subscriber, Web
from tests.support.audio import silent_mp3
from tests.support.site import invoke, make_site, write

OLD, NEW = "https://essai.antenne", "https://nouveau.antenne"


def add_episode(site: Path, folder: str, number: int, title: str) -> Path:
    """Add an episode whose number says which it is, whatever becomes of its folder, title and recording."""
    bundle = site / "content/episodes" / folder
    silent_mp3(bundle / "audio.mp3", 3 + number)
    write(bundle / "index.md", f"---\ntitle: {title}\nnumber: {number}\nsummary: Le résumé.\n---\nDes notes.\n")
    return bundle


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_year_in_a_shows_life_gives_a_subscriber_every_episode_once(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    shutil.rmtree(site / "content/episodes/2013-11-05-premier")
    live, web = site / "public/current", Web(site / "public/current", "essai.antenne")
    early, late = Subscriber(f"{OLD}/flux/essai.xml"), Subscriber(f"{OLD}/flux/essai.xml")

    def publish(*words: str) -> str:
        said = invoke(site, "publish", *words).stdout
        early.refresh(web)
        assert early.heard == sorted(set(early.heard)), "an episode came twice, or out of turn"
        return said

    # January: the first episodes.
    first = add_episode(site, "2014-01-05-premier", 1, "Le premier entretin")
    second = add_episode(site, "2014-01-12-deuxieme", 2, "Le deuxième entretien")
    assert "New: « Le deuxième entretien »" in publish()
    assert early.heard == [1, 2]
    guid = feedparser.parse(live / "flux/essai.xml").entries[-1].id

    # February: a folder is renamed, and its page with it; a typo is mended.
    first = first.rename(site / "content/episodes/2014-01-05-naissance-d-un-livre")
    assert "will see" not in publish()
    old_page = (live / "episodes/premier/index.html").read_text(encoding="utf-8")
    assert 'href="https://essai.antenne/episodes/naissance-d-un-livre/"' in old_page
    replace_in(first / "index.md", "entretin", "entretien")
    assert "gets a new title, instead of « Le premier entretin »" in publish()

    # March: a recording is encoded again; a new episode takes the name that the first one had.
    silent_mp3(second / "audio.mp3", 9)
    assert "Downloaded again by apps that had it: « Le deuxième entretien »" in publish()
    add_episode(site, "2014-03-05-premier", 3, "Un troisième")
    assert "New: « Un troisième »" in publish()
    assert early.heard == [1, 2, 3]

    # May: the show gets another name; June: the site another address. Neither happens unsaid.
    (site / "content/shows/essai").rename(site / "content/shows/antenne")
    refused = invoke(site, "publish", check=False)
    assert (refused.returncode, "feed-moved" in refused.stderr) == (1, True)
    publish("--accept", "feed-moved:antenne")
    assert early.address == f"{OLD}/flux/antenne.xml"
    replace_in(site / "publishconf.py", OLD, NEW)
    refused = invoke(site, "publish", check=False)
    assert f"stood at {OLD}/flux/antenne.xml and would stand at {NEW}/flux/antenne.xml" in refused.stderr
    write(
        site / "content/shows/antenne/index.md",
        (site / "content/shows/antenne/index.md")
        .read_text(encoding="utf-8")
        .replace("---\ntitle", f"---\nnew_feed_url: {NEW}/flux/antenne.xml\ntitle", 1),
    )
    web.host = "nouveau.antenne"
    publish()
    assert early.address == f"{NEW}/flux/antenne.xml"

    # September: the ledger is lost, and made again by the command that the refusal names.
    before = (site / "content/published.json").read_bytes()
    (site / "content/published.json").unlink()
    refused = invoke(site, "publish", check=False)
    assert refused.returncode == 1
    command = re.search(r"invoke (ledger --from \S+)", refused.stderr)
    assert command is not None
    invoke(site, *command[1].split())
    said = publish()
    assert "will see" not in said
    assert "Nothing has changed" in said
    assert (site / "content/published.json").read_bytes() == before

    # December: one more. Whoever slept all year finds the way, and every episode, once.
    add_episode(site, "2014-12-05-dernier", 4, "Le dernier de l'année")
    assert publish().count("New: ") == 1
    assert early.heard == [1, 2, 3, 4]
    late.refresh(web)
    assert sorted(late.heard) == [1, 2, 3, 4]
    assert late.address == early.address
    assert feedparser.parse(live / "flux/antenne.xml").entries[-1].id == guid
    assert "Nothing has changed" in publish()

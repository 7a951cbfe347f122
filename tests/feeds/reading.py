"""Front matter read as an author writes it, and the feed that comes of it; recordings and pictures are made up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from antenne.channels import all_channels
from antenne.feeds import Press, rss_documents
from antenne.ledger import Ledger, settle
from antenne.link import link
from antenne.model import AudioTags, AudioType, Catalog, Image, ImageVariant, Recording, VideoFile, VideoType
from antenne.problems import Problems
from antenne.read import read_content
from antenne.routes import Routes
from antenne.settings import Settings
from tests.feeds import samples

NS = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "fh": "http://purl.org/syndication/history/1.0",
}
SHOW = {"title": "Livres", "summary": "Des livres.", "language": "fr"}
EPISODE = {"title": "Un entretien"}


def lines(example: str) -> dict[str, str]:
    """Return an example's keys with what stands after their colons; one in braces holds several keys."""
    inside = example[1:-1].split(", ") if example.startswith("{") else [example]
    return {key: value for key, _, value in (part.partition(": ") for part in inside if part)}


def write(folder: Path, keys: dict[str, str], body: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    words = "".join(f"{key}: {value}\n" for key, value in keys.items())
    (folder / "index.md").write_text(f"---\n{words}---\n{body}", encoding="utf-8")


def variant(image: Image, kind: str = "square") -> ImageVariant:
    """Plan a picture as the media room does: `wide` keeps the shape of 1600 × 900, the others are square."""
    sizes = {"square": (3000, 3000), "small": (640, 640), "wide": (1200, 675), "portrait": (384, 384)}
    width, height = sizes[kind]
    return ImageVariant(path=f"images/{image.name}-{kind}.jpg", width=width, height=height, media_type="image/jpeg")


def catalog_of(project: Path, show: str = "", episode: str = "") -> tuple[Catalog, Settings]:
    """Return the catalogue of one show and one episode, with an example in the front matter of either."""
    content = project / "content"
    write(content / "shows/emission", SHOW | lines(show))
    write(content / "episodes/2013-11-05-entretien", EPISODE | {"audio": "audio.mp3"} | lines(episode))
    write(content / "people/ada", {"name": "Ada Lovelace"})
    for name in ("shows/emission/artwork.jpg", "shows/emission/large.jpg", "people/ada/portrait.jpg"):
        (content / name).write_bytes(b"")
    for name in ("audio.mp3", "audio.opus", "large.jpg", "cover.jpg"):
        (content / "episodes/2013-11-05-entretien" / name).write_bytes(b"")
    settings = samples.settings(project=project, content=content)
    return read(settings), settings


def read(settings: Settings) -> Catalog:
    problems = Problems()
    content = read_content(settings, _recording, _image, problems, video=_video)
    catalog = link(content, settings, problems)
    problems.raise_errors()
    routes = Routes(settings)
    shows, episodes = settle(
        catalog.shows, catalog.episodes, Ledger(), lambda one: routes.address(routes.feed(one)), routes.enclosure
    )
    return Catalog(books=catalog.books, people=catalog.people, shows=shows, episodes=episodes, notes=catalog.notes)


def feed(project: Path, show: str = "", episode: str = "") -> Any:
    """Return the channel of the feed."""
    return etree.fromstring(written(*catalog_of(project, show, episode)))[0]


def written(catalog: Catalog, settings: Settings) -> bytes:
    """Return the bytes of the first show's feed."""
    routes = Routes(settings)
    press = Press(catalog=catalog, routes=routes, settings=settings, art=variant, other=variant)
    (channel, *_) = all_channels(catalog, routes, settings)
    ((_, data),) = rss_documents(channel, press)
    return data


def _recording(path: Path) -> Recording:
    kind = AudioType.of(path.suffix)
    assert kind
    return Recording(file=samples.audio(source=path, type=kind, duration=60.0), tags=AudioTags(artist="Ada"))


def _video(path: Path) -> VideoFile:
    return VideoFile(
        source=path, digest="cd" * 32, length=9_000_000, type=VideoType.MP4, duration=192.4, width=1280, height=720
    )


def _image(path: Path, alt: str) -> Image:
    return samples.image(path.name, source=path, alt=alt)

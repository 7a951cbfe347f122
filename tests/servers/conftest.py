from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from antenne.commands.project import Project
from antenne.render.policy import CSP, HEADERS, policy
from antenne.servers import REDIRECTS, Service, pack
from tests.servers.running import Asked, Start, apache_of, caddy_of, htaccess_of, nginx_of
from tests.support.everything import make_everything
from tests.support.site import PROJECT, PUBLIC, write

STARTS: dict[str, Start] = {"nginx": nginx_of, "caddy": caddy_of, "apache": apache_of, "htaccess": htaccess_of}
SERVERS = [
    pytest.param("nginx", marks=pytest.mark.nginx),
    pytest.param("caddy", marks=pytest.mark.caddy),
    pytest.param("apache", marks=pytest.mark.apache),
    pytest.param("htaccess", marks=pytest.mark.apache),
]

ODD = "bizarre/à la \"carte\" $5 100% #{x} \\ 'y'.html"
"""A page whose name has what configurations give a meaning to."""

ODD_POLICY = policy({"frame-ancestors": "https://bizarre.example"})
MOVES = """\
/ancien/ /episodes/filme/ 301
/vieux.xml /flux/essai.xml 301
/d%C3%A9j%C3%A0%20vu/ /livres/d%C3%A9j%C3%A0%20vu/ 301
/ancien/* /episodes/filme/:splat 301
"""


@pytest.fixture(scope="session")
def public() -> Iterator[Path]:
    """A folder that any server may read."""
    with tempfile.TemporaryDirectory(prefix="antenne-servers-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="session")
def essai(public: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site « Essai », built and published by hand: `current` leads to its release."""
    made = make_everything(tmp_path_factory.mktemp("servers") / "essai")
    write(made / "publishconf.py", PUBLIC)
    return _published(made, public / "essai", tmp_path_factory)


@pytest.fixture(scope="session")
def sample(public: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, in the same way."""
    return _published(PROJECT, public / "sample", tmp_path_factory)


@pytest.fixture(params=SERVERS)
def start(request: pytest.FixtureRequest) -> Start:
    """Each server in its turn."""
    return STARTS[request.param]


@pytest.fixture
def served(start: Start, essai: Path, public: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """« Essai », served."""
    with start(tmp_path_factory.mktemp("server"), service_of(essai)) as asked:
        yield asked


def service_of(published: Path, base: str = "") -> Callable[[int], Service]:
    """Return how a server is told of a published site on a port."""

    def service(port: int) -> Service:
        return Service.of(
            published / "current", root=str(published / "current"), name="127.0.0.1", port=port, base=base
        )

    return service


def _published(project: Path, folder: Path, factory: pytest.TempPathFactory) -> Path:
    first = folder / "releases" / "1"
    built = factory.mktemp("built") / "site"
    # As a built site calls itself; what is asked of a server stands under another address.
    Project(project).build(output=built, site_url="https://antenne.example")
    shutil.copytree(built, first)
    _oddities(first)
    pack(first, factory.mktemp("cache"))
    (folder / "current").symlink_to("releases/1")
    return folder


def _oddities(site: Path) -> None:
    """Add what no made-up content brings about: moves, a hostile name, hidden files, kinds of sound."""
    (site / REDIRECTS).write_text(MOVES, encoding="ascii")
    page = site / ODD
    page.parent.mkdir()
    page.write_text("<!doctype html><title>Bizarre</title>" + "<p>ô</p>" * 500, encoding="utf-8")
    (page.parent / "plain.html").write_text("<!doctype html><title>Plain</title>", encoding="utf-8")
    headers = json.loads((site / HEADERS).read_bytes())
    headers["pages"][ODD] = {CSP: ODD_POLICY}
    (site / HEADERS).write_text(json.dumps(headers), encoding="utf-8")
    for name in (".env", ".git/HEAD", ".antenne/state.json"):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text("secret", encoding="utf-8")
    (site / ".well-known").mkdir()
    (site / ".well-known/security.txt").write_text("Contact: mailto:a@essai.example\n", encoding="utf-8")
    for ending in ("m4a", "ogg", "opus", "flac", "mp4", "webm"):
        (site / "audio").mkdir(exist_ok=True)
        (site / f"audio/voix.0123456789ab.{ending}").write_bytes(bytes(range(256)) * 8)

"""The steps of `invoke servers`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from antenne.commands.project import Project
from antenne.commands.report import Report
from antenne.problems import nearest
from antenne.servers import HEADER_FILE, REDIRECTS, CannotSay, Service, apache, caddy, htaccess, nginx
from antenne.settings import Settings

KINDS: dict[str, Callable[[Service], str]] = {"nginx": nginx, "caddy": caddy, "apache": apache, "htaccess": htaccess}


def write_configuration(
    project: Project,
    report: Report,
    kind: str,
    *,
    root: str = "",
    name: str = "",
    port: int = 0,
    brotli: bool = True,
    output: str = "",
) -> None:
    """Write a server's configuration for the built site, to a file or to the standard output."""
    settings = project.settings()
    built = settings.output
    if not (built / "index.html").is_file():
        raise CannotSay(f"There is no built site in {project.shown(built)}/. Give invoke build first.")
    if kind == "headers":
        files = " and ".join(file for file in (HEADER_FILE, REDIRECTS) if (built / file).is_file())
        report.say(f"{files} in {project.shown(built)}/: the host reads them by itself.")
        return
    if kind not in KINDS:
        near = nearest(kind, KINDS)
        hint = f"Did you mean {near}?" if near else f"Choose one of: {', '.join(KINDS)}, headers."
        raise CannotSay(f"There is no configuration for {kind[:40]!a}. {hint}")
    if not 0 <= port < 65536:
        raise CannotSay(f"{port} is no port: choose a number from 1 to 65535.")
    text = KINDS[kind](
        Service.of(
            built,
            root=root or _root(settings),
            name=name or urlsplit(settings.site_url).hostname or "localhost",
            base=settings.base_path,
            port=port,
            brotli=brotli,
        )
    )
    if output:
        place = Path(output).expanduser()
        place.write_text(text, encoding="utf-8")
        report.say(f"Wrote {output}. Give it to the server, and let it read its configuration again.")
    else:
        report.document(text)


def _root(settings: Settings) -> str:
    """Return the folder that a server is to show, as the settings name it."""
    publishing = settings.publishing
    if publishing.target == "ssh" and publishing.ssh and publishing.ssh.folder.startswith("/"):
        return f"{publishing.ssh.folder.rstrip('/')}/current"
    if publishing.target == "folder":
        return str(publishing.folder.absolute() / "current")
    return "/var/www/site/current"

"""The commands, thin over the package: each says what it did, or what to do, in a sentence."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from invoke.collection import Collection
from invoke.tasks import task

from antenne.check import NEWEST
from antenne.commands.checking import check_other, check_own, check_served, checked_form, explain_rule, tell
from antenne.commands.doctor import examine_machine
from antenne.commands.ledger import rebuild_ledger
from antenne.commands.positional import is_given, taking, words_of
from antenne.commands.project import LOCAL, PUBLIC, Project
from antenne.commands.publishing import publish_site, roll_back_site
from antenne.commands.report import Report
from antenne.commands.servers import write_configuration
from antenne.commands.serving import serve_site
from antenne.commands.stats import Asked, show_stats
from antenne.commands.stats import get_agents as get_user_agents
from antenne.commands.telling import told
from antenne.intake import file_letter
from antenne.model import Catalog
from antenne.stats import LIMIT

_ACCEPT = "a change to what subscribers have that is meant, as CODE:NAME; may be repeated"
_COMMANDS = ("build", "check", "serve", "publish", "rollback", "comment", "ledger", "stats", "servers", "doctor")
_VALUED = (
    "--book",
    "-b",
    "--accept",
    "-a",
    "--show",
    "-s",
    "--recording",
    "-r",
    "--target",
    "-t",
    "--format",
    "-f",
    "--live",
    "-l",
    "--newest",
    "-n",
    "--explain",
    "-e",
)

_STATS_VALUED = (
    "--format",
    "--svg",
    "--page",
    "--since",
    "--until",
    "--episode",
    "--window",
    "--most",
    "--agents",
)


def commands_of(folder: Path) -> Collection:
    """Return the commands of the site in a project's folder."""
    project = Project(folder)
    makers = (_build, _check, _serve, _publish, _rollback, _comment, _ledger, _stats, _servers, _doctor)
    return Collection(*(make(project) for make in makers))


def _build(project: Project) -> Any:
    @task(
        iterable=["accept"],
        help={
            "accept": _ACCEPT,
            "output": "build into this folder instead of output/",
            "local": "build with pelicanconf.py, as invoke serve does, and not for the public",
            "site-url": "the site's address instead of the one in the settings",
        },
    )
    @told
    def build(report: Report, accept: list[str], output: str = "", local: bool = False, site_url: str = "") -> None:
        """Build the public site into output/ and check it."""
        with report.progress("Pictures") as progress:
            built = project.build(
                LOCAL if local else PUBLIC,
                output=Path(output).absolute() if output else None,
                site_url=site_url,
                accepted=frozenset(accept),
                progress=progress,
            )
        report.warnings(built.warnings)
        report.say(f"Built in {project.shown(built.folder)}/: {_counted(built.site.catalog)}.")

    return build


def _check(project: Project) -> Any:
    @task(
        positional=["target"] if is_given(sys.argv, "check", _VALUED, _COMMANDS) else [],
        help={
            "target": "a feed's file or address, or a built site's folder, to judge instead of this site",
            "format": "text for people, json or sarif for programs",
            "live": "the address of a served site or feed, to ask its server",
            "newest": "how many of the newest episodes --live asks for",
            "explain": "say what a check demands, by its CODE",
        },
    )
    @told
    def check(
        report: Report,
        target: str | None = None,
        format: str = "text",  # noqa: A002 — the flag's name
        live: str = "",
        newest: int = NEWEST,
        explain: str = "",
    ) -> None:
        """Tell every problem of this site, or of a FEED, folder or server; change nothing."""
        form = checked_form(format)
        if explain:
            explain_rule(report, explain)
        elif live:
            tell(report, *check_served(live, newest), form)
        else:
            tell(report, *(check_other(target) if target else check_own(project, report)), form)

    return check


def _serve(project: Project) -> Any:
    @task(
        help={
            "port": "the port on this machine",
            "host": "the address to listen on: this machine alone unless you say otherwise",
        }
    )
    @told
    def serve(report: Report, port: int = 8000, host: str = "127.0.0.1") -> None:
        """Show the site on this machine and build it again whenever a file changes; Ctrl-C ends it."""
        serve_site(project, report, host=host, port=port)

    return serve


def _publish(project: Project) -> Any:
    @task(
        positional=["recording"] if is_given(sys.argv, "publish", _VALUED, _COMMANDS) else [],
        iterable=["book", "accept"],
        help={
            "recording": "a recording to take in as a new episode first",
            "book": "a book that the recording is about, by its folder's name; may be repeated",
            "show": "the show that the recording is part of, when there are several",
            "dry-run": "only say what would change",
            "accept": _ACCEPT,
        },
    )
    @told
    def publish(
        report: Report,
        book: list[str],
        accept: list[str],
        recording: str | None = None,
        show: str = "",
        dry_run: bool = False,
    ) -> None:
        """Build, check and publish the site; with a RECORDING, make it a new episode first."""
        publish_site(
            project,
            report,
            recording=Path(recording).expanduser() if recording else None,
            books=tuple(book),
            show=show,
            dry_run=dry_run,
            accepted=frozenset(accept),
        )

    return publish


def _rollback(project: Project) -> Any:
    @task(help={"to": "the number of the publication to go back to; without it, the one before the live one"})
    @told
    def rollback(report: Report, to: int = 0) -> None:
        """Make an earlier publication live again, in seconds; recordings published since stay."""
        roll_back_site(project, report, to=to or None)

    return rollback


def _comment(project: Project) -> Any:
    @task(
        help={
            "letter": "a letter about a note, as your mail program saves it (.eml)",
            "author": "the name to show, instead of the one in the letter",
        }
    )
    @told
    def comment(report: Report, letter: str, author: str = "") -> None:
        """File a reader's LETTER as a comment, to be read before it is published."""
        filed = file_letter(Path(letter).expanduser(), project.settings(), author=author)
        shown = project.shown(filed.file)
        report.say(f"This letter is there already: {shown}" if filed.existed else f"New comment: {shown}")
        report.say("Read it and correct it if need be, then: invoke publish")

    return comment


def _ledger(project: Project) -> Any:
    @task(
        iterable=["from_"],
        help={
            "from_": "a feed that is or was published: a file, or an http(s) address; may be repeated",
            "force": "also when the ledger that is there says more than the feed",
        },
    )
    @told
    def ledger(report: Report, from_: list[str], force: bool = False) -> None:
        """Make content/published.json anew from a published feed, when it was lost."""
        rebuild_ledger(project, report, tuple(from_), force=force)

    return ledger


def _stats(project: Project) -> Any:
    logs = words_of(sys.argv, "stats", _STATS_VALUED)
    names = [f"log{number}" for number in range(1, len(logs) + 1)]

    @told
    def stats(
        report: Report,
        format: str = "text",  # noqa: A002 — the flag's name
        svg: str = "",
        page: str = "",
        since: str = "",
        until: str = "",
        episode: str = "",
        window: str = "calendar",
        most: int = LIMIT,
        agents: str = "",
        get_agents: bool = False,
    ) -> None:
        """Count the downloads in servers' LOGs of any kind (- is what is piped), by the rules of IAB 2.3."""
        if get_agents:
            get_user_agents(project, report)
        if logs or not get_agents:
            asked = Asked(
                format=format,
                svg=svg,
                page=page,
                since=since,
                until=until,
                episode=episode,
                window=window,
                most=most,
                agents=agents,
            )
            show_stats(project, report, logs, asked)

    return task(
        taking(stats, names),
        positional=names,
        auto_shortflags=False,
        help={
            **dict.fromkeys(names, "a log"),
            "format": "text for people, csv or json for programs",
            "svg": "a folder to draw plots into",
            "page": "a file to write a page into, for you alone",
            "since": "the first day that counts, as 2026-11-23",
            "until": "the last day that counts",
            "episode": "the only episode that counts, by its folder's name or its guid",
            "window": "calendar (UTC days), first-touch or last-touch (24 hours)",
            "most": "the downloads a day above which an address is no listener's; 0 for no limit",
            "agents": "a folder with OPAWG's bots.json, apps.json, libraries.json and browsers.json",
            "get-agents": "get OPAWG's newest lists of user agents first",
        },
    )


def _servers(project: Project) -> Any:
    @task(
        positional=["kind"],
        help={
            "kind": "nginx, caddy, apache, htaccess (Apache, on a host of others) or headers",
            "root": "the folder that the server shows, as its machine has it",
            "name": "the host's name",
            "port": "the port, where it is not the server's own",
            "no-brotli": "leave out what needs nginx's module for brotli",
            "output": "a file to write instead of the terminal",
        },
    )
    @told
    def servers(
        report: Report,
        kind: str,
        root: str = "",
        name: str = "",
        port: int = 0,
        no_brotli: bool = False,
        output: str = "",
    ) -> None:
        """Write the configuration of a web server for the built site: types, caches, ranges, headers, old addresses."""
        write_configuration(project, report, kind, root=root, name=name, port=port, brotli=not no_brotli, output=output)

    return servers


def _doctor(project: Project) -> Any:
    @task(help={"format": "text for people, or json for programs"})
    @told
    def doctor(report: Report, format: str = "text") -> None:  # noqa: A002 — the flag's name
        """Say what is missing on this machine for this site, and how to get it; change nothing."""
        examine_machine(project, report, format)

    return doctor


def _counted(catalog: Catalog) -> str:
    counts = (
        (len(catalog.books), "book"),
        (len(catalog.episodes), "episode"),
        (len(catalog.notes), "note"),
        (len(catalog.people), "person"),
    )
    plurals = {"person": "people"}
    return ", ".join(f"{n} {noun if n == 1 else plurals.get(noun, noun + 's')}" for n, noun in counts)

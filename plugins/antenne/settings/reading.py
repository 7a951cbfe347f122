"""From the names of `pelicanconf.py` or `publishconf.py` to the settings of a site."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import structs

from antenne.fields import ListOf, Reading, Record, boolean, choice, email, integer, key, language, node_of, parse, text
from antenne.model import INDEPENDENT, SHOPS, LanguageTag
from antenne.problems import Problem, Problems, Where, rules
from antenne.settings.converters import folder, site_address, timezone
from antenne.settings.executor import VARIABLE, ExecutorSettings, executor
from antenne.settings.languages import LanguageKeys, judge_languages, read_languages
from antenne.settings.leaving import LEAVABLE
from antenne.settings.legal import LegalSettings
from antenne.settings.model import SHARES, CommentSettings, FeedSettings, RouteSettings, Settings
from antenne.settings.publishing import Publishing
from antenne.settings.python import in_python
from antenne.settings.targets import target_problems
from antenne.settings.themes import read_themes
from antenne.text import typeset


@dataclass(frozen=True, slots=True, kw_only=True)
class AntenneKeys:
    """What `ANTENNE` holds in the settings file."""

    tagline: str = key(text(), "", doc="A few words under the site's name.")
    description: str = key(text(1000), "", doc="One or two sentences, for search engines and shared links.")
    email: str = key(email, "", doc="Where readers write to.")
    private: bool = key(boolean, False, doc="Whether search engines are asked to stay away.")
    cache: Path = key(folder, Path(".antenne/cache"), doc="What was made once and is kept; it may be deleted.")
    routes: RouteSettings = key(Record(RouteSettings), RouteSettings(), doc="The first part of each section's address.")
    publishing: Publishing = key(Record(Publishing), Publishing(), doc="Where `invoke publish` puts the site.")
    feeds: FeedSettings = key(Record(FeedSettings), FeedSettings(), doc="Which feeds there are.")
    shops: tuple[str, ...] = key(
        ListOf(choice(*(shop.key for shop in SHOPS), otherwise="Another shop stands in a book's `offers`.")),
        INDEPENDENT,
        doc="The shops in which books are found by their ISBN, in this order; `[]` for none.",
    )
    comments: CommentSettings = key(
        Record(CommentSettings), CommentSettings(), doc="Whether and how readers comment on notes."
    )
    legal: LegalSettings | None = key(
        Record(LegalSettings), None, doc="Who answers for the site; its legal notice is made from this."
    )
    search: bool = key(boolean, True, doc="Whether the site has a search, which needs no server.")
    search_transcripts: bool = key(
        boolean, True, doc="Whether it finds the words of recordings, not only their chapters."
    )
    share: tuple[str, ...] = key(
        ListOf(choice(*SHARES)), SHARES, doc="How pages offer to be passed on, in this order; `[]` for not at all."
    )
    page_size: int = key(
        integer(least=0, most=1000),
        50,
        doc="How many things a page of a long list holds, its first page up to twice as many; 0: all on one page "
        "(docs/long-lists.md).",
    )
    latest: int = key(
        integer(least=0, most=1000),
        0,
        doc="How many episodes and notes together a page of the home page's list holds; 0: the home page has none.",
    )
    without: tuple[str, ...] = key(
        ListOf(choice(*sorted(LEAVABLE))),
        (),
        doc="What the site leaves out: nothing leads there, and names stand where links would (docs/leaving-out.md).",
    )
    languages: tuple[LanguageKeys, ...] = key(
        ListOf(Record(LanguageKeys)), (), doc="The languages beside DEFAULT_LANG (docs/languages.md)."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteKeys:
    """What Antenne takes of Pelican's own settings."""

    SITENAME: str = key(text(), doc="The site's name.")
    SITEURL: str = key(site_address, doc="The site's address, which may end in a path.")
    TIMEZONE: ZoneInfo = key(timezone, ZoneInfo("Europe/Paris"), doc="The time zone of dates without one.")
    DEFAULT_LANG: LanguageTag = key(language, LanguageTag("fr"), doc="The language of the site.")
    PATH: Path = key(folder, Path("content"), doc="The content.")
    OUTPUT_PATH: Path = key(folder, Path("output"), doc="Where the site is built.")
    THEME: Path = key(folder, Path("theme"), doc="The theme.")
    ANTENNE_EXECUTOR: ExecutorSettings = key(
        executor,
        ExecutorSettings(),
        doc="Who draws pictures; the variable of this name goes before (docs/cluster.md).",
    )
    ANTENNE: AntenneKeys = key(Record(AntenneKeys), AntenneKeys(), doc="Antenne's own settings.")


def read_settings(raw: Mapping[str, object], project: Path) -> Settings:
    """Return the settings that a settings file's upper-case names say; raise ProblemsFound with all that is wrong.

    Folders are taken from the project's; names that are not Antenne's are left to Pelican.
    """
    problems = Problems()
    themes: tuple[Path, ...] = ()
    ours = {name: value for name, value in raw.items() if name in SiteKeys.__dataclass_fields__}
    ours |= {VARIABLE: told} if (told := os.environ.get(VARIABLE, "").strip()) else {}
    found = Problems()
    keys = parse(SiteKeys, node_of(ours, Where()), Reading(found))
    problems.extend(in_python(problem, raw, tuple(SiteKeys.__dataclass_fields__)) for problem in found.sorted())
    if not any(problem.where.path == "THEME" for problem in problems.sorted()):
        themes = read_themes(_placed(project, Path(str(raw.get("THEME", "theme")))), _placed(project, Path()), problems)
    if keys is not None:
        settings = structs.replace(_settings(keys, project), theme_parents=themes[1:])
        problems.extend(_shared_addresses(settings.routes))
        problems.extend(judge_languages(settings))
        problems.extend(_nested_folders(settings))
        problems.extend(target_problems(settings.publishing))
    problems.raise_errors()
    assert keys is not None
    return settings


def _settings(keys: SiteKeys, project: Path) -> Settings:
    ours = keys.ANTENNE
    return Settings(
        site_name=typeset(keys.SITENAME, keys.DEFAULT_LANG),
        site_url=keys.SITEURL,
        tagline=typeset(ours.tagline, keys.DEFAULT_LANG),
        description=typeset(ours.description, keys.DEFAULT_LANG),
        language=keys.DEFAULT_LANG,
        timezone=keys.TIMEZONE,
        project=_placed(project, Path()),
        content=_placed(project, keys.PATH),
        output=_placed(project, keys.OUTPUT_PATH),
        theme=_placed(project, keys.THEME),
        cache=_placed(project, ours.cache),
        executor=keys.ANTENNE_EXECUTOR,
        email=ours.email,
        private=ours.private,
        routes=ours.routes,
        feeds=ours.feeds,
        languages=read_languages(ours.languages, ours.routes),
        shops=tuple(dict.fromkeys(ours.shops)),
        comments=ours.comments,
        legal=ours.legal and _typeset(ours.legal, keys.DEFAULT_LANG),
        share=tuple(dict.fromkeys(ours.share)),
        search=ours.search,
        search_transcripts=ours.search_transcripts,
        page_size=ours.page_size,
        latest=ours.latest,
        without=tuple(sorted(set(ours.without))),
        publishing=_placed_publishing(project, ours.publishing),
    )


def _placed_publishing(project: Path, publishing: Publishing) -> Publishing:
    media = publishing.media
    return replace(
        publishing,
        folder=_placed(project, publishing.folder),
        media=replace(media, folder=_placed(project, media.folder)) if media else None,
    )


def _typeset(legal: LegalSettings, language: LanguageTag) -> LegalSettings:
    """Return what the law asks for with the language's typography."""
    words = {name: typeset(getattr(legal, name), language) for name in ("publisher", "director", "credits")}
    host = replace(legal.host, name=typeset(legal.host.name, language))
    return replace(legal, **words, host=host)  # type: ignore[arg-type]


def _placed(project: Path, path: Path) -> Path:
    """Return an absolute path without `..`; links stay, so that the author reads the names that he gave."""
    return Path(os.path.normpath(Path.cwd() / project / path))


def _shared_addresses(routes: RouteSettings) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for name, word in asdict(routes).items():
        first = taken.setdefault(word, name)
        if first != name:
            message = f"The sections `{first}` and `{name}` would have the same address, “{word}”."
            yield rules.SAME_ADDRESS.at(Where(f"ANTENNE.routes.{name}"), message, "Give each a word of its own.")


def _nested_folders(settings: Settings) -> Iterator[Problem]:
    """A build empties what it writes to: none of that may hold, or stand in, what the author wrote."""
    written = {
        "OUTPUT_PATH": settings.output,
        "ANTENNE.publishing.folder": settings.publishing.folder,
        "ANTENNE.cache": settings.cache,
    }
    if settings.publishing.media:
        written["ANTENNE.publishing.media.folder"] = settings.publishing.media.folder
    kept = {"the content": settings.content} | {f"the theme {theme.name}": theme for theme in settings.themes}
    for name, path in written.items():
        holder = settings.project.is_relative_to(path) and "the project"
        clash = holder or next((n for n, k in kept.items() if k.is_relative_to(path) or path.is_relative_to(k)), "")
        if clash:
            message = f"`{name}` and {clash} would stand one in the other."
            hint = "What is written stands in a folder of its own, such as output, public or .antenne/cache."
            yield rules.BAD_VALUE.at(Where(name), message, hint)

"""The one renderer: from a catalogue to the bytes of every page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jinja2 import Environment

from antenne.markup import Scene
from antenne.model import Catalog, Episode, Note
from antenne.problems import Problems, ProblemsFound
from antenne.render.apps import APPS
from antenne.render.assets import read_assets
from antenne.render.cards import Cards
from antenne.render.credits import Credits
from antenne.render.environment import Compiled, make_environment
from antenne.render.faults import TemplateFaults
from antenne.render.feed_style import make_feed_style
from antenne.render.head import Head
from antenne.render.languages import Languages
from antenne.render.machines import ROBOTS, Located, robots, sitemaps
from antenne.render.making import Making
from antenne.render.memo import PageMemo
from antenne.render.menu import Menu
from antenne.render.oembed import oembed
from antenne.render.pictures import RECIPES, Pictures
from antenne.render.policy import HEADERS, headers_file
from antenne.render.roles import Roles
from antenne.render.sharing import Sharing, mailto
from antenne.render.site import Site
from antenne.render.told import Told
from antenne.render.videos import let_in
from antenne.render.view import View
from antenne.render.views import all_views, offering
from antenne.render.words import Words
from antenne.routes import Routes
from antenne.settings import Settings
from antenne.wording import read_wording

_ICON = "favicon.svg"


class Renderer:
    """Renders a catalogue with the theme of the settings; `pictures` remembers which variants the pages show.

    `search` is the path of the file that the search begins with, empty for a site without one. What a `memo` keeps of
    an earlier build is not made again.
    """

    def __init__(
        self,
        settings: Settings,
        catalog: Catalog,
        routes: Routes,
        pictures: Pictures,
        *,
        search: str = "",
        memo: PageMemo | None = None,
    ) -> None:
        self._making = Making(catalog, pictures, memo, search)
        catalog, pictures = self._making.catalog, self._making.pictures
        problems = Problems()
        self._translations = read_wording(settings.locales, settings.language, settings.project, problems)
        problems.raise_errors()
        self._site = Site(
            settings=settings,
            catalog=catalog,
            routes=routes,
            pictures=pictures,
            assets=read_assets(settings.theme, settings.routes.theme, settings.theme_parents),
            words=Words(settings.language, settings.timezone),
            menus=Menu(catalog, routes, self._translations),
            begin=search,
            watch=self._making.watch,
        )
        self._scene = Scene(
            settings=settings,
            catalog=catalog,
            routes=routes,
            whole=lambda image: pictures.picture(image, RECIPES["whole"]).fallback,
        )
        self._credits = Credits(catalog, Roles(self._translations))
        self._cards = Cards(self._site, self._credits, self._translations)
        self._environment = self._make_environment(memo.compiled if memo else None)
        self._faults = TemplateFaults(self._environment, settings.themes, settings.project)
        with self._faults.told("feed.xsl", {}):
            self._feed_style = make_feed_style(self._environment, self._site)
        self._views = tuple(offering(let_in(view), self._site) for view in all_views(self._site, self._translations))

    @property
    def feed_style(self) -> str:
        """The instructions by which a browser shows a feed as a page."""
        return self._feed_style.instructions

    @property
    def icon(self) -> str:
        """What leads to the theme's icon, empty where it has none."""
        assets = self._site.assets
        return self._site.asset(_ICON) if _ICON in assets.files else ""

    def pages(self, *others: Renderer) -> Iterator[tuple[str, bytes | None]]:
        """Give the path and the bytes of every page, of the sitemap, robots.txt and the theme's static files.

        `others` render the site in its further languages: their pages stand among these. There are no bytes where
        a page is as it was made before.
        """
        renderers = (self, *others)
        languages = Languages.of((one._site.routes, (view.place for view in one._views)) for one in renderers)
        for one in renderers:
            yield from one._own_pages(languages)
        views = tuple(view for one in renderers for view in one._views)
        yield from sitemaps((page for one in renderers for page in one._located(languages)), self._site.routes)
        yield ROBOTS, robots(self._site.settings, self._site.routes)
        yield HEADERS, headers_file(views, self._site.routes)
        yield from ((asset.path, asset.data) for asset in (*self._site.assets, *self._feed_style.assets))

    def _own_pages(self, languages: Languages) -> Iterator[tuple[str, bytes | None]]:
        problems, faulty = Problems(), set[str]()
        # A mistake in what all pages share is one mistake: each template is tried until it fails.
        for view in (view for view in self._views if view.template not in faulty):
            try:
                page = self._page(view, languages)
            except ProblemsFound as found:
                faulty.add(view.template)
                problems.extend(found.problems)
            else:
                yield self._site.routes.file(view.place), page
        problems.raise_errors()
        for framed in (view.framed for view in self._views if view.framed):
            yield framed.oembed, self._making.made(framed.oembed, framed, partial(oembed, framed, self._site))

    def _located(self, languages: Languages) -> Iterator[Located]:
        """Give each listed page as a sitemap has it: its date is that of its content, and never that of a build."""
        site, routes = self._site, self._site.routes
        for view in (view for view in self._views if view.listed):
            dated = view.subject if isinstance(view.subject, Episode | Note) else None
            yield Located(
                address=routes.address(view.place),
                date=site.words.moment(dated.pub_date) if dated else "",
                picture=routes.address(self._scene.whole(view.image)) if view.image and not view.numbered else "",
                alternates=() if view.numbered else languages.alternates(view.place, routes),
            )

    def _page(self, view: View, languages: Languages) -> bytes | None:
        """Return the bytes of one page, None when they are those that the memo knows."""
        routes = self._site.routes
        beside = languages.about(view.known_as, routes)
        return self._making.made(routes.file(view.place), (view, beside), partial(self.page, view, languages))

    def page(self, view: View, languages: Languages = Languages()) -> bytes:  # noqa: B008 (a frozen value)
        """Return the bytes of one page; `languages` are those in which the site has pages."""
        head = Head(
            view=view,
            site=self._site,
            scene=self._scene,
            languages=languages,
            home=self._translations.gettext("Home"),
            shared=self._cards.shared,
        )
        with self._faults.told(view.template, view.context):
            template = self._environment.get_template(view.template)
            return template.render(view=view, head=head, **view.context).encode()

    def _make_environment(self, compiled: Compiled | None) -> Environment:
        site, told = self._site, Told(self._site.settings, self._site.routes, self._site.words)
        environment = make_environment(site.settings.themes, self._translations, compiled)
        environment.globals.update(
            site=site,
            catalog=site.catalog,
            words=site.words,
            told=told.told,
            leads=told.leads,
            apps=APPS,
            credits=self._credits,
            sharing=Sharing(site.settings.share),
            mailto=mailto,
        )
        return environment

"""From a catalogue to files: pages, feeds, chapters, transcripts, recordings and pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from antenne.media import Pictures, crews_of
from antenne.model import AudioFile
from antenne.pipeline.assemble import Site
from antenne.pipeline.attached import attached_files
from antenne.pipeline.feeds import feed_files
from antenne.pipeline.memos import Memos
from antenne.pipeline.moved import moved_files
from antenne.pipeline.output import Output
from antenne.pipeline.tongues import Tongue
from antenne.pipeline.videos import caption_files, video_files
from antenne.render import Renderer
from antenne.render.policy import HEADERS
from antenne.search import SearchMemo, documents, opensearch, search_files
from antenne.servers import HEADER_FILE, Answers, header_file

Progress = Callable[[int, int], None]
"""Is told how many steps are done, and of how many."""


def emit(site: Site, output: Output, progress: Progress | None = None, memos: Memos | None = None) -> tuple[str, ...]:
    """Write the whole site, and return what the author should know of it, in sentences.

    Nothing outside the output is touched but the cache; raise MediaError for a picture that nobody can draw.
    Pages of an earlier build that `memos` know are made again only where they would be others.
    """
    crews = crews_of(site.settings.executor.kind, site.settings.executor.address)
    pictures = Pictures(site.settings.routes.images)
    pages = memos.pages if memos else None
    renderer, *others = (_renderer(tongue, output, pictures, memos) for tongue in site.tongues)
    for path, page in renderer.pages(*others):
        output.put(path, page)
    feeds = pages.of_feeds(site.settings) if pages else None
    for path, document in feed_files(site, pictures, renderer.feed_style, renderer.icon, feeds):
        output.put(path, document)
    if pages:
        pages.end()
    for path, audio in _recordings(site):
        output.link(path, audio.digest, partial(site.store.keep, audio.source, audio.digest))
    for path, file in attached_files(site):
        output.link(path, file.digest, partial(site.store.keep, file.source, file.digest))
    for path, video in video_files(site):
        output.link(path, video.digest, partial(site.store.keep, video.source, video.digest))
    for path, data in caption_files(site):
        output.write(path, data)
    for path, data in moved_files(site, output):
        output.write(path, data)
    notes = pictures.render(site.store, output.folder, progress, crews, output.standing)
    output.take_in(pictures.paths())
    answers = Answers.parse(output.read(HEADERS))
    output.write(HEADER_FILE, header_file(answers, output.whole().files, site.settings.base_path))
    if memos:
        memos.facts.begin(frozenset(output.written - output.changed))
    return notes


def _renderer(tongue: Tongue, output: Output, pictures: Pictures, memos: Memos | None) -> Renderer:
    search = _search(tongue, output, memos.search if memos else None)
    memo = memos.pages.of(tongue.settings) if memos else None
    return Renderer(tongue.settings, tongue.catalog, tongue.routes, pictures, search=search, memo=memo)


def _search(site: Tongue, output: Output, memo: SearchMemo | None) -> str:
    """Write what the search asks for, and return the path of the file that it begins with: none where nothing is."""
    settings, routes, begin = site.settings, site.routes, ""
    if not settings.search:
        return begin
    found = documents(
        site.catalog, routes.path, settings.language, transcripts=settings.search_transcripts, has=routes.has
    )
    if found:
        for begin, data in search_files(found, routes.within(settings.routes.search), str(settings.language), memo):
            output.put(begin, data)
        address = routes.address(routes.section("search"))
        words = settings.description or settings.site_name
        about = opensearch(settings.site_name, words, address, str(settings.language))
        output.write(routes.opensearch(), about)
    return begin


def _recordings(site: Site) -> Iterator[tuple[str, AudioFile]]:
    """Give every recording with the path at which it is published, the alternates of each after it."""
    for episode in site.catalog.episodes:
        yield episode.enclosure_path, episode.audio
        for one in episode.alternates:
            yield site.routes.enclosure(episode.key, one.audio.digest, one.audio.type.extension), one.audio
    for book in site.catalog.books:
        if book.excerpt.audio:
            yield site.routes.excerpt_audio(book, book.excerpt.audio), book.excerpt.audio

"""What every reader has at hand: the settings, the probes, and where to tell problems and note names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from html import unescape
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from antenne.fields import Reading, place_of
from antenne.media import MediaError
from antenne.model import Image, LanguageTag, Recording, RichText, VideoFile
from antenne.problems import Problems, Rule, Where, rules
from antenne.read.content import Translated
from antenne.settings import Settings
from antenne.text import clean_plain, cut, leading_paragraphs, render_markdown, typeset

Probe = Callable[[Path], Recording]
"""Reads a recording, or raises MediaError."""

TakePicture = Callable[[Path, str], Image]
"""Reads a picture with the description of it, or raises MediaError."""

ProbeVideo = Callable[[Path], VideoFile]
"""Reads a video, or raises MediaError."""

_SUMMARY_BYTES = 320
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


class Desk(Struct, frozen=True, kw_only=True):
    """The readers' common desk; `known`, `places` and `translations` are as in Content."""

    settings: Settings
    problems: Problems
    reading: Reading
    probe: Probe
    picture: TakePicture
    video: ProbeVideo
    known: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    places: dict[tuple[str, str], Where] = field(default_factory=dict)
    translations: list[Translated] = field(default_factory=list)

    def apart(self) -> Desk:
        """Return a desk for one bundle or file: its problems and references are known by themselves."""
        problems = Problems()
        return replace(self, problems=problems, reading=Reading(problems))

    def where(self, path: Path) -> Where:
        """Return the place of a file, as the author would type it."""
        return place_of(path, self.settings.project)

    def tell(self, rule: Rule, where: Where, message: str, hint: str) -> None:
        """Tell a problem."""
        self.problems.add(rule.at(where, message, hint))

    def tell_media(self, rule: Rule, path: Path, error: MediaError) -> None:
        """Tell what is wrong with a recording or picture: media says what it is and, after a semicolon, what to do."""
        message, _, advice = str(error).rstrip(".").partition("; ")
        advice = f"{advice[:1].upper()}{advice[1:]}" if advice else "Export it anew from where it was made"
        self.tell(rule, self.where(path), f"{message}.", f"{advice}.")

    def words(self, text: str, language: LanguageTag) -> str:
        """Return plain words, cleaned and typeset in their language.

        What was copied from a page's source (`&amp;`, `&#39;`) becomes the sign that was meant.
        """
        return typeset(clean_plain(_ENTITY.sub(lambda found: unescape(found[0]), text)), language)

    def body(self, source: str, language: LanguageTag) -> RichText:
        """Return the text below front matter."""
        return render_markdown(source, language) if source.strip() else RichText()

    def image(self, path: Path, alt: str) -> Image | None:
        """Return a picture, or tell why it cannot be read."""
        try:
            return self.picture(path, alt)
        except MediaError as error:
            self.tell_media(rules.UNREADABLE_IMAGE, path, error)
            return None


def first_sentences(body: RichText) -> str:
    """Return the beginning of a text, for a summary that the author did not write: of its first paragraphs alone."""
    return cut(leading_paragraphs(body.html), _SUMMARY_BYTES)

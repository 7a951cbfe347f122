"""Text that was Markdown: its safe HTML and its plain form."""

from __future__ import annotations

from dataclasses import dataclass

from antenne.model.image import Image


@dataclass(frozen=True, slots=True)
class RichText:
    """Sanitised HTML with French typography, and the same words without tags; both empty for no text.

    `pictures` are those that the HTML names, by the names of their files.
    """

    html: str = ""
    plain: str = ""
    pictures: tuple[tuple[str, Image], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.html)

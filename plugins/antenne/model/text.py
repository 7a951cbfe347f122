"""Text that was Markdown: its safe HTML and its plain form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RichText:
    """Sanitised HTML with French typography, and the same words without tags; both empty for no text."""

    html: str = ""
    plain: str = ""

    def __bool__(self) -> bool:
        return bool(self.html)

"""What media cannot be: told in one sentence for the author."""

from __future__ import annotations


class MediaError(Exception):
    """A recording or a picture that cannot be used; `message` is one clean sentence that says what to do."""

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(message)

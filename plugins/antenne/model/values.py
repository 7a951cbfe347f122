"""Values with rules of their own: each is checked where it is made, and a wrong one raises ValueError."""

from __future__ import annotations

import re
import uuid

from msgspec import Struct

PODCAST_NAMESPACE = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace of podcast:guid, as the Podcasting 2.0 documentation gives it."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?(?:-([A-Za-z]{2}|[0-9]{3}))?")


def is_slug(text: str) -> bool:
    """Say whether a text can stand in an address and name a folder: ASCII letters, digits, single hyphens."""
    return len(text) <= 120 and _SLUG.fullmatch(text) is not None


class Isbn13(Struct, frozen=True, order=True):
    """An ISBN of thirteen digits whose check digit is right (ISO 2108)."""

    digits: str

    def __post_init__(self) -> None:
        if not re.fullmatch(r"97[89][0-9]{10}", self.digits):
            raise ValueError("an ISBN has 13 digits and begins with 978 or 979")
        if self.digits[12] != isbn13_check_digit(self.digits[:12]):
            raise ValueError(f"the check digit should be {isbn13_check_digit(self.digits[:12])}")

    @classmethod
    def parse(cls, text: str) -> Isbn13:
        """Read an ISBN-13 or ISBN-10, with or without hyphens and spaces; raise ValueError with the reason."""
        bare = re.sub(r"[\s‐-―-]", "", text).upper()
        if re.fullmatch(r"[0-9]{9}[0-9X]", bare):
            total = sum((10 - i) * (10 if c == "X" else int(c)) for i, c in enumerate(bare))
            if total % 11:
                raise ValueError("the check digit of this ISBN-10 is wrong")
            bare = "978" + bare[:9] + isbn13_check_digit("978" + bare[:9])
        return cls(bare)

    @property
    def isbn10(self) -> str:
        """The same book's ISBN of ten digits, which some shops still know it by; empty for 979, which has none."""
        if not self.digits.startswith("978"):
            return ""
        nine = self.digits[3:12]
        check = -sum((10 - i) * int(c) for i, c in enumerate(nine)) % 11
        return nine + ("X" if check == 10 else str(check))

    def __str__(self) -> str:
        return self.digits


def isbn13_check_digit(first_twelve: str) -> str:
    """Return the thirteenth digit: weights 1 and 3 in turn, sum to a multiple of ten."""
    total = sum(int(c) * (3 if i % 2 else 1) for i, c in enumerate(first_twelve))
    return str(-total % 10)


class LanguageTag(Struct, frozen=True):
    """A BCP 47 tag of language, optional script and optional region, in its usual case (`fr`, `fr-CA`)."""

    tag: str

    @classmethod
    def parse(cls, text: str) -> LanguageTag:
        """Read `fr`, `fr-ca`, `fr_CA`; raise ValueError for what is not such a tag."""
        match = _LANGUAGE.fullmatch(text.strip().replace("_", "-"))
        if not match:
            raise ValueError("a language is written like fr, en or fr-CA")
        language, script, region = match.groups()
        return cls("-".join(p for p in (language.lower(), script and script.title(), region and region.upper()) if p))

    @property
    def language(self) -> str:
        """The language alone: `fr` of `fr-CA`."""
        return self.tag.split("-")[0]

    def __str__(self) -> str:
        return self.tag


def show_guid(feed_url: str) -> str:
    """Return the podcast:guid of a feed address: UUIDv5 of it without scheme and trailing slashes."""
    name = re.sub(r"^[a-z][a-z0-9+.-]*://", "", feed_url.strip(), flags=re.IGNORECASE).rstrip("/")
    return str(uuid.uuid5(PODCAST_NAMESPACE, name))


def episode_guid(show: str, key: str) -> str:
    """Return the guid of an episode that never had one: UUIDv5 of its bundle's name in its show's namespace."""
    return str(uuid.uuid5(uuid.UUID(show), key))

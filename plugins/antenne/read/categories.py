"""A show's category, one of Apple's."""

from __future__ import annotations

from antenne.fields import OneText, Unfit
from antenne.model import APPLE_CATEGORIES, Category
from antenne.problems import nearest, rules


def _category(typed: str) -> Category:
    name, _, child = (part.strip() for part in typed.partition(">"))
    if name in APPLE_CATEGORIES and (not child or child in APPLE_CATEGORIES[name]):
        return Category(name=name, child=child)
    whole = {f"{parent} > {below}": below for parent, children in APPLE_CATEGORIES.items() for below in children}
    known = [*APPLE_CATEGORIES, *whole]
    fit = next((path for path, below in whole.items() if below.lower() == typed.lower()), None) or nearest(typed, known)
    raise Unfit("Apple has no such category", f"Did you mean `{fit}`?" if fit else "")


category = OneText(
    "one of Apple's categories, a child after its parent: `Arts > Books`",
    _category,
    rules.BAD_CATEGORY,
    "Choose one from Apple's list, such as `Arts > Books`, `Business > Marketing` or `Society & Culture`.",
)

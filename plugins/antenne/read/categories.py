"""Apple's categories of podcasts, exact to the letter."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from antenne.fields import OneText, Unfit
from antenne.model import Category
from antenne.problems import nearest, rules

CATEGORIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Arts": ("Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"),
        "Business": ("Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"),
        "Comedy": ("Comedy Interviews", "Improv", "Stand-Up"),
        "Education": ("Courses", "How To", "Language Learning", "Self-Improvement"),
        "Fiction": ("Comedy Fiction", "Drama", "Science Fiction"),
        "Government": (),
        "Health & Fitness": ("Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"),
        "History": (),
        "Kids & Family": ("Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"),
        "Leisure": (
            "Animation & Manga",
            "Automotive",
            "Aviation",
            "Crafts",
            "Games",
            "Hobbies",
            "Home & Garden",
            "Video Games",
        ),
        "Music": ("Music Commentary", "Music History", "Music Interviews"),
        "News": (
            "Business News",
            "Daily News",
            "Entertainment News",
            "News Commentary",
            "Politics",
            "Sports News",
            "Tech News",
        ),
        "Religion & Spirituality": (
            "Buddhism",
            "Christianity",
            "Hinduism",
            "Islam",
            "Judaism",
            "Religion",
            "Spirituality",
        ),
        "Science": (
            "Astronomy",
            "Chemistry",
            "Earth Sciences",
            "Life Sciences",
            "Mathematics",
            "Natural Sciences",
            "Nature",
            "Physics",
            "Social Sciences",
        ),
        "Society & Culture": (
            "Documentary",
            "Personal Journals",
            "Philosophy",
            "Places & Travel",
            "Relationships",
        ),
        "Sports": (
            "Baseball",
            "Basketball",
            "Cricket",
            "Fantasy Sports",
            "Football",
            "Golf",
            "Hockey",
            "Rugby",
            "Running",
            "Soccer",
            "Swimming",
            "Tennis",
            "Volleyball",
            "Wilderness",
            "Wrestling",
        ),
        "Technology": (),
        "True Crime": (),
        "TV & Film": ("After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"),
    }
)


def _category(typed: str) -> Category:
    name, _, child = (part.strip() for part in typed.partition(">"))
    if name in CATEGORIES and (not child or child in CATEGORIES[name]):
        return Category(name=name, child=child)
    whole = {f"{parent} > {below}": below for parent, children in CATEGORIES.items() for below in children}
    known = [*CATEGORIES, *whole]
    fit = next((path for path, below in whole.items() if below.lower() == typed.lower()), None) or nearest(typed, known)
    raise Unfit("Apple has no such category", f"Did you mean `{fit}`?" if fit else "")


category = OneText(
    "one of Apple's categories, a child after its parent: `Arts > Books`",
    _category,
    rules.BAD_CATEGORY,
    "Choose one from Apple's list, such as `Arts > Books`, `Business > Marketing` or `Society & Culture`.",
)

"""The objects of the site: frozen values on the standard library alone, tied together by keys."""

from antenne.model.apple import APPLE_CATEGORIES
from antenne.model.audio import AudioFile, AudioTags, Chapter, Cue, Recording, Transcript
from antenne.model.book import Book, Edition, Offer
from antenne.model.catalog import Appearances, Catalog
from antenne.model.image import Image, ImageVariant, Picture
from antenne.model.moment import PartialDate
from antenne.model.person import Contributor, Credit, Link, Person
from antenne.model.podcast import Broadcast, Category, Episode, License, Owner, Show
from antenne.model.text import RichText
from antenne.model.values import AudioType, Isbn13, LanguageTag, episode_guid, is_slug, show_guid
from antenne.model.words import Note, Page, Section, Series

__all__ = [
    "APPLE_CATEGORIES",
    "Appearances",
    "AudioFile",
    "AudioTags",
    "AudioType",
    "Book",
    "Broadcast",
    "Catalog",
    "Category",
    "Chapter",
    "Contributor",
    "Credit",
    "Cue",
    "Edition",
    "Episode",
    "Image",
    "ImageVariant",
    "Isbn13",
    "LanguageTag",
    "License",
    "Link",
    "Note",
    "Offer",
    "Owner",
    "Page",
    "PartialDate",
    "Person",
    "Picture",
    "Recording",
    "RichText",
    "Section",
    "Series",
    "Show",
    "Transcript",
    "episode_guid",
    "is_slug",
    "show_guid",
]

"""The objects of the site: frozen values on the standard library alone, tied together by keys."""

from antenne.model.apple import APPLE_CATEGORIES
from antenne.model.audio import AudioFile, AudioTags, Chapter, Recording
from antenne.model.book import Book, Edition, Offer
from antenne.model.catalog import Appearances, Catalog
from antenne.model.image import Image, ImageVariant, Picture
from antenne.model.moment import FIRST_YEAR, LAST_YEAR, PartialDate, can_go_out
from antenne.model.person import Contributor, Credit, Link, Person
from antenne.model.podcast import Broadcast, Category, Episode, License, Owner, Show
from antenne.model.podcasting import (
    Alternate,
    Chat,
    FeedImage,
    LiveItem,
    Location,
    RemoteItem,
    SocialInteract,
    Soundbite,
    Txt,
    UpdateFrequency,
    Value,
    ValueRecipient,
    ValueTimeSplit,
)
from antenne.model.tag import Tag
from antenne.model.text import RichText
from antenne.model.transcript import Cue, Transcript, TranscriptForm, Turn
from antenne.model.values import AudioType, Isbn13, LanguageTag, episode_guid, is_slug, show_guid
from antenne.model.words import Note, Page, Section, Series

__all__ = [
    "APPLE_CATEGORIES",
    "FIRST_YEAR",
    "LAST_YEAR",
    "Alternate",
    "Appearances",
    "AudioFile",
    "AudioTags",
    "AudioType",
    "Book",
    "Broadcast",
    "Catalog",
    "Category",
    "Chapter",
    "Chat",
    "Contributor",
    "Credit",
    "Cue",
    "Edition",
    "Episode",
    "FeedImage",
    "Image",
    "ImageVariant",
    "Isbn13",
    "LanguageTag",
    "License",
    "Link",
    "LiveItem",
    "Location",
    "Note",
    "Offer",
    "Owner",
    "Page",
    "PartialDate",
    "Person",
    "Picture",
    "Recording",
    "RemoteItem",
    "RichText",
    "Section",
    "Series",
    "Show",
    "SocialInteract",
    "Soundbite",
    "Tag",
    "Transcript",
    "TranscriptForm",
    "Turn",
    "Txt",
    "UpdateFrequency",
    "Value",
    "ValueRecipient",
    "ValueTimeSplit",
    "can_go_out",
    "episode_guid",
    "is_slug",
    "show_guid",
]

"""The objects of the site: frozen values on the standard library alone, tied together by keys."""

from antenne.filetypes import AudioType, VideoType
from antenne.model.apple import APPLE_CATEGORIES
from antenne.model.audio import AudioFile, AudioTags, Chapter, Recording
from antenne.model.book import (
    AVAILABLE,
    FORTHCOMING,
    OUT_OF_PRINT,
    Award,
    Book,
    BookSeries,
    ContentItem,
    Edition,
    Excerpt,
    Mention,
    Offer,
    Quote,
    content_items,
)
from antenne.model.catalog import Appearances, Catalog, Spoken
from antenne.model.comment import Comment
from antenne.model.image import Image, ImageVariant, Picture
from antenne.model.moment import FIRST_YEAR, LAST_YEAR, PartialDate, can_go_out
from antenne.model.person import Contributor, Credit, Link, Person, Publisher
from antenne.model.platform import Platform, RemoteVideo
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
from antenne.model.prefix import with_prefix, without_op3, without_prefix
from antenne.model.shops import INDEPENDENT, SHOPS, Shop, offers_of
from antenne.model.tag import Tag
from antenne.model.text import Attachment, RichText
from antenne.model.transcript import Cue, Transcript, TranscriptForm, Turn
from antenne.model.translation import Translation
from antenne.model.values import Isbn13, LanguageTag, episode_guid, is_slug, show_guid
from antenne.model.video import Captions, Video, VideoFile
from antenne.model.words import Note, Page, Section, Series

__all__ = [
    "APPLE_CATEGORIES",
    "AVAILABLE",
    "FIRST_YEAR",
    "FORTHCOMING",
    "INDEPENDENT",
    "LAST_YEAR",
    "OUT_OF_PRINT",
    "SHOPS",
    "Alternate",
    "Appearances",
    "Attachment",
    "AudioFile",
    "AudioTags",
    "AudioType",
    "Award",
    "Book",
    "BookSeries",
    "Broadcast",
    "Captions",
    "Catalog",
    "Category",
    "Chapter",
    "Chat",
    "Comment",
    "ContentItem",
    "Contributor",
    "Credit",
    "Cue",
    "Edition",
    "Episode",
    "Excerpt",
    "FeedImage",
    "Image",
    "ImageVariant",
    "Isbn13",
    "LanguageTag",
    "License",
    "Link",
    "LiveItem",
    "Location",
    "Mention",
    "Note",
    "Offer",
    "Owner",
    "Page",
    "PartialDate",
    "Person",
    "Picture",
    "Platform",
    "Publisher",
    "Quote",
    "Recording",
    "RemoteItem",
    "RemoteVideo",
    "RichText",
    "Section",
    "Series",
    "Shop",
    "Show",
    "SocialInteract",
    "Soundbite",
    "Spoken",
    "Tag",
    "Transcript",
    "TranscriptForm",
    "Translation",
    "Turn",
    "Txt",
    "UpdateFrequency",
    "Value",
    "ValueRecipient",
    "ValueTimeSplit",
    "Video",
    "VideoFile",
    "VideoType",
    "can_go_out",
    "content_items",
    "episode_guid",
    "is_slug",
    "offers_of",
    "show_guid",
    "with_prefix",
    "without_op3",
    "without_prefix",
]

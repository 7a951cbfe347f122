"""Recordings and pictures: read with care, planned without side effects, rendered from a cache."""

from antenne.media.attachments import ATTACHMENTS, read_attachment
from antenne.media.audio import probe_audio
from antenne.media.card import CARD_SIZE, ShareCard, plan_card
from antenne.media.crews import Crews, crews_of, crews_with
from antenne.media.images import read_image
from antenne.media.plan import ARTWORK, COVER, FEED_ART, ORIGINAL, PORTRAIT, PROSE, WHOLE, Recipe, plan_picture
from antenne.media.pruning import prune
from antenne.media.render import Pictures
from antenne.media.store import Store
from antenne.media.video import probe_video
from antenne.probe.errors import MediaError
from antenne.probe.files import link_or_copy

__all__ = [
    "ARTWORK",
    "ATTACHMENTS",
    "CARD_SIZE",
    "COVER",
    "FEED_ART",
    "ORIGINAL",
    "PORTRAIT",
    "PROSE",
    "WHOLE",
    "Crews",
    "MediaError",
    "Pictures",
    "Recipe",
    "ShareCard",
    "Store",
    "crews_of",
    "crews_with",
    "link_or_copy",
    "plan_card",
    "plan_picture",
    "probe_audio",
    "probe_video",
    "prune",
    "read_attachment",
    "read_image",
]

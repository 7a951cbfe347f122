"""Recordings and pictures: read with care, planned without side effects, rendered from a cache."""

from antenne.media.audio import probe_audio
from antenne.media.errors import MediaError
from antenne.media.files import link_or_copy
from antenne.media.images import read_image
from antenne.media.plan import ARTWORK, COVER, FEED_ART, PORTRAIT, PROSE, SHARE, WHOLE, Recipe, plan_picture
from antenne.media.render import Pictures
from antenne.media.store import Store

__all__ = [
    "ARTWORK",
    "COVER",
    "FEED_ART",
    "PORTRAIT",
    "PROSE",
    "SHARE",
    "WHOLE",
    "MediaError",
    "Pictures",
    "Recipe",
    "Store",
    "link_or_copy",
    "plan_picture",
    "probe_audio",
    "read_image",
]

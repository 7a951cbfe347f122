"""Which pages a site has."""

from antenne.render.views.embeds import offering
from antenne.render.views.every import all_views

__all__ = ["all_views", "offering"]

"""Which feeds a site has, and how a long one is parted: decided once, for those who write, link to and judge them."""

from antenne.channels.about import FeedLink, feeds_about
from antenne.channels.channel import Channel
from antenne.channels.parts import Part, part_path, parts
from antenne.channels.views import all_channels, show_channel

__all__ = ["Channel", "FeedLink", "Part", "all_channels", "feeds_about", "part_path", "parts", "show_channel"]

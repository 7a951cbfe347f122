"""What machines read in a page: schema.org in JSON-LD, and Open Graph."""

from antenne.markup.json_ld import json_ld
from antenne.markup.media import iso_duration
from antenne.markup.open_graph import Card, SharedPicture, open_graph
from antenne.markup.scene import Crumb, Scene, Subject

__all__ = ["Card", "Crumb", "Scene", "SharedPicture", "Subject", "iso_duration", "json_ld", "open_graph"]

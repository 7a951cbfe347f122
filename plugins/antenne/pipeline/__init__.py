"""The way of the data: settings and sources to a catalogue, a catalogue to files."""

from antenne.pipeline.assemble import Site, assemble, gather
from antenne.pipeline.build import Built, Door, Order, build, building, judge, straight
from antenne.pipeline.emit import Progress, emit
from antenne.pipeline.locks import OutputRefused
from antenne.pipeline.memos import Memos
from antenne.pipeline.output import Output

__all__ = [
    "Built",
    "Door",
    "Memos",
    "Order",
    "Output",
    "OutputRefused",
    "Progress",
    "Site",
    "assemble",
    "build",
    "building",
    "emit",
    "gather",
    "judge",
    "straight",
]

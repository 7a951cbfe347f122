"""The last look: rules on the catalogue, on the built pages and feeds read back from their bytes, and on servers."""

from antenne.check.catalog import check_catalog
from antenne.check.judge import NothingToJudge, check_feed, check_folder, read_feed_file
from antenne.check.legal import check_legal
from antenne.check.live import NEWEST, check_live
from antenne.check.memo import FactsMemo
from antenne.check.output import check_output
from antenne.check.site import Whole

__all__ = [
    "NEWEST",
    "FactsMemo",
    "NothingToJudge",
    "Whole",
    "check_catalog",
    "check_feed",
    "check_folder",
    "check_legal",
    "check_live",
    "check_output",
    "read_feed_file",
]

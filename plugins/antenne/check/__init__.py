"""The last look: rules on the catalogue, and on the built pages and feeds read back from their bytes."""

from antenne.check.catalog import check_catalog
from antenne.check.output import check_output

__all__ = ["check_catalog", "check_output"]

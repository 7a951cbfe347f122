"""What is kept of a build for the next one: values as bytes, and the file that holds them."""

from antenne.kept.derived import Derived
from antenne.kept.fingerprints import Fingerprints, is_same
from antenne.kept.form import Form, Unkeepable, packed
from antenne.kept.keep import Keep
from antenne.kept.named import field_defaults, field_names
from antenne.kept.shelf import Laid, Rows, read_shelf, write_shelf

__all__ = [
    "Derived",
    "Fingerprints",
    "Form",
    "Keep",
    "Laid",
    "Rows",
    "Unkeepable",
    "field_defaults",
    "field_names",
    "is_same",
    "packed",
    "read_shelf",
    "write_shelf",
]

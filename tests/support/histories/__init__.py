"""Random histories of a site: what authors, their programs and power cuts do to it, and what builds come to."""

from tests.support.histories.edit import Edit, Impossible
from tests.support.histories.everything import EDITS, WAYS
from tests.support.histories.history import History
from tests.support.histories.surroundings import own_theme
from tests.support.histories.variants import VARIANTS

__all__ = ["EDITS", "VARIANTS", "WAYS", "Edit", "History", "Impossible", "own_theme"]

"""What the search keeps in the database besides the index itself."""

from search.models.demand import DemandCount, RegisteredNeed
from search.models.editorial import Pin, PinnedPage
from search.models.indexing import Change, Cursor, EmbeddedIndex, LearntWords

__all__ = [
    "Change",
    "Cursor",
    "DemandCount",
    "EmbeddedIndex",
    "LearntWords",
    "Pin",
    "PinnedPage",
    "RegisteredNeed",
]

"""A search as a value: what is looked for, narrowed how, in which order."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import urlencode

TYPES = ("project", "person", "organisation", "concept", "page")

#: What is shown with counts, in the order of the page.
FACETS = (
    "type",
    "aspect",
    "missing",
    "theme",
    "goal",
    "district",
    "sector",
    "status",
    "period",
)
#: What can narrow a search: the facets, and exact things that other pages link to.
FILTERS = (*FACETS, "concept", "need", "organisation")

PAGE_SIZE = 20
MAX_PAGE_SIZE = 100


class Sort(StrEnum):
    RELEVANCE = "relevance"
    TITLE = "title"
    NEWEST = "newest"
    UPDATED = "updated"


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """One search. ``filters`` maps a filter's name to the chosen values: any of a
    filter's values will do, and every filter must hold.

    ``fixed`` are filters that belong to the page (a list of projects, a concept's
    page): they narrow, but stand neither in addresses nor among what can be
    removed. ``undone`` are ids of parts that the words were not meant to have.
    ``notices`` are sentences about what was cut. ``sort`` and
    ``page_size`` are always explicit; the defaults are left out of addresses.
    """

    text: str = ""
    lang: str = "sv"
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fixed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = Sort.TITLE
    default_sort: Sort = Sort.TITLE
    page: int = 1
    page_size: int = PAGE_SIZE
    undone: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """Every filter that holds, the page's own included (they win)."""
        return {**self.filters, **self.fixed}

    @property
    def facets(self) -> tuple[str, ...]:
        """The facets to count: not those that the page itself has decided."""
        return tuple(name for name in FACETS if name not in self.fixed)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.text or self.filters)

    def page_of(self, total: int) -> int:
        """The page to show of ``total`` hits: never beyond the last."""
        return max(1, min(self.page, -(-total // self.page_size)))

    # --- addresses ----------------------------------------------------------------

    def to_params(self) -> list[tuple[str, str]]:
        """The search as pairs for an address; the same search, the same pairs."""
        pairs = [("q", self.text)] if self.text else []
        for name in FILTERS:
            pairs += [(name, value) for value in self.filters.get(name, ())]
        pairs += [("not", part) for part in self.undone]
        if self.sort != self.default_sort:
            pairs.append(("sort", str(self.sort)))
        if self.page_size != PAGE_SIZE:
            pairs.append(("page_size", str(self.page_size)))
        if self.page > 1:
            pairs.append(("page", str(self.page)))
        return pairs

    @property
    def querystring(self) -> str:
        """``?q=…&type=…``; just ``?`` when nothing is chosen, so that it is a link."""
        return f"?{urlencode(self.to_params())}"

    def at_page(self, page: int) -> "SearchQuery":
        return replace(self, page=page)

    def sorted_by(self, sort: Sort) -> "SearchQuery":
        return replace(self, sort=sort, page=1)

    def toggle(self, name: str, value: str) -> "SearchQuery":
        """With ``value`` chosen if it was not, and not if it was; from page 1."""
        values = self.filters.get(name, ())
        if value in values:
            kept = tuple(other for other in values if other != value)
        else:
            kept = (*values, value)
        filters = {**self.filters, name: kept}
        return replace(
            self,
            filters={key: chosen for key, chosen in filters.items() if chosen},
            page=1,
        )

    def undoing(self, part: str) -> "SearchQuery":
        """Without the meaning that has this id; and with it, if it was undone."""
        kept = tuple(other for other in self.undone if other != part)
        undone = kept if part in self.undone else (*kept, part)
        return replace(self, undone=undone, page=1)

    def rewritten(self, text: str) -> "SearchQuery":
        """The same choices, but other words."""
        return replace(self, text=text, undone=(), page=1)

    def cleared(self) -> "SearchQuery":
        """The same words without any choice."""
        return replace(self, filters={}, page=1)

"""What somebody looks for: the query, how it is read, and the words to match."""

from search.query.parsing import Preset, parse_query
from search.query.plan import Plan
from search.query.planning import plan_of
from search.query.query import FACETS, FILTERS, MAX_PAGE_SIZE, TYPES, SearchQuery, Sort
from search.query.terms import terms_of

__all__ = [
    "FACETS",
    "FILTERS",
    "MAX_PAGE_SIZE",
    "TYPES",
    "Plan",
    "Preset",
    "SearchQuery",
    "Sort",
    "parse_query",
    "plan_of",
    "terms_of",
]

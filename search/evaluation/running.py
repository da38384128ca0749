"""Asking the search every judged query, as a reader would."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.http import QueryDict
from django.utils import translation

from search.engines import EngineUnavailable
from search.evaluation import measures
from search.evaluation.judged import Judged
from search.finding import find
from search.query import SearchQuery, parse_query


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit, as the reader saw it."""

    identifier: str
    type: str
    title: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a query gave: the first hits, how many there were, what that is worth."""

    judged: Judged
    shown: tuple[Shown, ...]
    total: int

    @property
    def ranking(self) -> list[str]:
        return [hit.identifier for hit in self.shown]

    @property
    def ndcg(self) -> float:
        return measures.ndcg(self.ranking, self.judged.relevant)

    @property
    def reciprocal_rank(self) -> float:
        return measures.reciprocal_rank(self.ranking, self.judged.relevant)

    @property
    def recall(self) -> float:
        return measures.recall(self.ranking, self.judged.relevant)

    @property
    def missing(self) -> list[str]:
        """What should have been among the first hits, the best first."""
        grades = self.judged.relevant
        best = sorted(grades, key=lambda identifier: -grades[identifier])
        return [name for name in best[: measures.DEPTH] if name not in self.ranking]


def run(
    queries: Iterable[Judged], asked: Callable[[], object] = lambda: None
) -> Iterator[Outcome]:
    """The outcomes, in the order of the queries; ``asked`` is called after each.

    Raises :class:`EngineUnavailable` when the engine fails: an answer that says so
    is not an answer without hits.
    """
    for judged in queries:
        with translation.override(judged.lang):
            response = find(_query(judged))
        if not response.total and response.notices != response.query.notices:
            raise EngineUnavailable(*response.notices)
        shown = tuple(
            Shown(hit.identifier, hit.type, hit.title)
            for hit in response.hits[: measures.DEPTH]
        )
        asked()
        yield Outcome(judged, shown, response.total)


def _query(judged: Judged) -> SearchQuery:
    address = {"q": judged.query}
    if judged.type:
        address["type"] = judged.type
    return parse_query(QueryDict(urlencode(address)), judged.lang)


@contextmanager
def engine_at(url: str) -> Iterator[None]:
    """Let the engine of this ``SEARCH_URL`` answer inside the block.

    For a process that only measures: the setting holds in all its threads.
    """
    own = settings.SEARCH_URL
    settings.SEARCH_URL = url
    try:
        yield
    finally:
        settings.SEARCH_URL = own

"""The answer to a search, ready to be shown or sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.query import SearchQuery
from search.ranking import Reason

#: Pieces of a text, and whether each is what was looked for.
Pieces = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found, in the reader's language or else in ``lang``."""

    key: str
    type: str
    identifier: str
    title: str
    url: str
    lang: str
    summary: str
    title_pieces: Pieces
    pieces: Pieces
    score: float
    date: str
    coverage: Mapping[str, str]
    extra: Mapping[str, Any]
    reasons: tuple[Reason, ...] = ()

    @property
    def title_html(self) -> SafeString:
        return marked(self.title_pieces)

    @property
    def highlight(self) -> SafeString:
        """The piece of the text that shows why it was found, hits in ``<mark>``."""
        return marked(self.pieces)


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A choice: how many hits it would give with the other facets as they are."""

    value: str
    label: str
    count: int
    selected: bool
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    label: str
    values: tuple[FacetValue, ...]

    @property
    def selected(self) -> tuple[FacetValue, ...]:
        return tuple(value for value in self.values if value.selected)


@dataclass(frozen=True, slots=True)
class Understood:
    """What a part of the query, ``text``, was taken to mean: ``label``, in ``lang``.

    ``kind`` is a part's (see :mod:`search.query.parts`), or of a name the type of
    what is called so. By ``id`` it is undone. ``undone`` says that it was.
    """

    kind: str
    text: str
    label: str
    id: str
    lang: str = ""
    undone: bool = False


@dataclass(frozen=True, slots=True)
class SearchResponse:
    """``page`` is the page that is shown: the last one if a later was asked for."""

    query: SearchQuery
    hits: tuple[Hit, ...] = ()
    facets: tuple[Facet, ...] = ()
    total: int = 0
    page: int = 1
    suggestions: tuple[str, ...] = ()
    understood: tuple[Understood, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.query.page_size))


def marked(pieces: Pieces) -> SafeString:
    """Pieces as HTML: everything escaped, hits in ``<mark>``."""
    return mark_safe(  # noqa: S308  (every piece is escaped here)
        "".join(
            f"<mark>{escape(text)}</mark>" if is_hit else str(escape(text))
            for text, is_hit in pieces
        )
    )

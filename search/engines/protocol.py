"""What every engine does, and what views and listings may rely on."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from search.documents.document import SearchDocument
from search.query import Plan, SearchQuery
from search.ranking import Reason


class EngineUnavailable(Exception):
    """The engine cannot answer or store now; nothing is said about why later."""


@dataclass(frozen=True, slots=True)
class Found:
    """A document as the index stored it for display, and how well it matches.

    ``reasons`` sum to ``score``; they are there when an explanation was asked for.
    """

    document: SearchDocument
    score: float
    reasons: Sequence[Reason] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What an engine answers: the hits of one page, and numbers over all hits.

    ``counts`` maps facet to value to count, disjunctively: a facet's own choice does
    not shrink its counts. ``numbers`` are the plan's case numbers that exist
    among the hits, ``names`` its names, each with the type of what is called so.
    ``unknown`` are words of the query, as written, that stand nowhere. ``spelling``
    has, for some of them, the word, and the language and the stem of the nearest
    that does.
    """

    hits: Sequence[Found] = ()
    total: int = 0
    page: int = 1
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    numbers: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    spelling: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Suggested:
    """A thing that somebody who is still writing may mean.

    ``label`` is what was matched when it is neither a title nor a name in the
    document: another label of a concept, another name, a case number. ``count`` says
    how much is tagged with it (concepts only).
    """

    document: SearchDocument
    label: str = ""
    count: int = 0


class Engine(Protocol):
    """A search engine. Any method may raise :class:`EngineUnavailable`.

    A *generation* is a whole index. One is live; a rebuild fills another and swaps
    them. Methods work on the live one unless told otherwise. Storing a document
    replaces what was stored under its key; deleting an unknown key does nothing.
    """

    name: str

    def search(
        self,
        query: SearchQuery,
        plan: Plan,
        *,
        exclude: Collection[str] = (),
        explain: bool = False,
    ) -> Findings:
        """The page of hits that ``query`` asks for, its words matched by ``plan``, as
        if the keys in ``exclude`` were not stored: neither in hits nor in any count.
        """

    def suggest(
        self, prefix: str, *, exclude: Collection[str] = (), limit: int = 8
    ) -> Sequence[Suggested]:
        """At most ``limit`` things that ``prefix`` may become, grouped by type in the
        order of ``TYPES``, each once; see :mod:`search.starts` for how they start.

        Every type that has any gets its share. Within a type the nearest comes
        first, letters as written before letters without their marks. A project is
        also found by the beginning of its number (four characters or more), a
        concept only if something is tagged with it.
        """

    def tagged(
        self, concepts: Collection[str], *, exclude: Collection[str] = ()
    ) -> Mapping[str, int]:
        """How many projects and people each of the concepts (``scheme:notation``)
        leads to, what is tagged with something narrower included; those that lead
        to none are left out."""

    def index(
        self, documents: Iterable[SearchDocument], *, generation: int | None = None
    ) -> None: ...

    def delete(
        self, keys: Collection[str], *, generation: int | None = None
    ) -> None: ...

    def keys(self, *, generation: int | None = None) -> Iterator[str]:
        """Every stored key, in order."""

    def fingerprints(self, keys: Collection[str]) -> Mapping[str, str]:
        """For each of the keys that is stored, what
        :func:`search.engines.content.fingerprint` said of its document."""

    def count(self, *, generation: int | None = None) -> int: ...

    def create(self) -> int:
        """A new, empty generation beside the live one; its number."""

    def prepare(self, generation: int) -> None:
        """Everything has been stored in ``generation``: make it fast to search."""

    def swap(self, generation: int) -> None:
        """Make ``generation`` the live one, and drop every other."""

    def drop(self, generation: int) -> None:
        """Throw away a generation that is not live."""

"""Finding names that are known in a text, however they are inflected."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from language.analysis import Term, analyze

Value = TypeVar("Value")

#: A name of more words is no name, and would be looked for at every word.
MOST_WORDS = 16
#: A shorter single word is not found without its marks: ``al`` is not ``ål``.
SHORTEST_FOLDED = 4


class Match(NamedTuple):
    """``first`` and ``last`` are places among the terms, both inclusive.

    ``values`` stand in the order that they were added in. ``folded`` tells that the
    text has the name only without its marks.
    """

    first: int
    last: int
    values: tuple
    folded: bool


class Gazetteer(Generic[Value]):
    """Names in one language, each with the values that it stands for.

    Names and text are compared by their words' stems, and if that gives nothing by
    their folded forms. Fill it first; finding changes nothing, so threads may share
    one.
    """

    def __init__(self, lang: str, names: Iterable[tuple[str, Value]] = ()):
        self.lang = lang
        self._by_stems: dict[tuple[str, ...], list[Value]] = defaultdict(list)
        self._by_folded: dict[tuple[str, ...], list[Value]] = defaultdict(list)
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for name, value in names:
            self._add(name, value)

    def _add(self, name: str, value: Value) -> None:
        terms = separate(analyze(name, self.lang))
        if not 0 < len(terms) <= MOST_WORDS:
            return
        stems = tuple(term.stem for term in terms)
        folded = tuple(term.folded for term in terms)
        ways = [(self._by_stems, stems)]
        if len(terms) > 1 or len(folded[0]) >= SHORTEST_FOLDED:
            ways.append((self._by_folded, folded))
        for table, key in ways:
            if value not in table[key]:
                table[key].append(value)
            self._lengths[key[0]].add(len(key))

    def of(self, stem: str) -> tuple[Value, ...]:
        """What a name of this single word stands for."""
        return tuple(self._by_stems.get((stem,), ()))

    def find(self, terms: Sequence[Term]) -> list[Match]:
        """Every name in ``terms`` (see :func:`separate`), those that overlap too."""
        stems = [term.stem for term in terms]
        folded = [term.folded for term in terms]
        found = []
        for first in range(len(terms)):
            lengths = self._lengths.get(stems[first], frozenset())
            if folded[first] != stems[first]:
                lengths = lengths | self._lengths.get(folded[first], frozenset())
            for length in lengths:
                end = first + length
                if end > len(terms):
                    continue
                exact = self._by_stems.get(tuple(stems[first:end]))
                values = exact or self._by_folded.get(tuple(folded[first:end]))
                if values:
                    found.append(Match(first, end - 1, tuple(values), not exact))
        return found


def separate(terms: Sequence[Term]) -> list[Term]:
    """The terms without joined words, whose atoms follow them anyway: ``e-post`` and
    ``e post`` become the same."""
    return [
        term
        for term, following in pairwise([*terms, None])
        if following is None or following.start != term.start
    ]

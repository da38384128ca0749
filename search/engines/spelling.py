"""Words that the index does not have: what it has instead.

First words that begin so (the reader has not finished typing, or left out an
ending), then words that differ by a letter or two, then words that share a long
beginning. Only words that stand nowhere in the index are replaced, so an exact hit
is never outranked.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from language import analyze, index_safe
from search import ranking
from search.query.plan import Clause, Word

#: Shorter beginnings of words match everything.
SHORTEST_PREFIX = 3
SHORTEST_SHARED = 5
SHORTEST_CORRECTED = 4
MAX_NEAR = 3
MAX_BEGINNING = 30
#: A query has a few misspelt words; one with more is no query.
MAX_WORDS = 8


class Words(Protocol):
    """The words that an index holds in one language, as they are written."""

    def near(self, word: str, limit: int) -> list[str]:
        """The words that ``word`` may be a misspelling of, the nearest first."""

    def beginning(self, start: str, limit: int) -> list[str]:
        """The words that begin so, the most common first."""


Vocabulary = Callable[[], Mapping[str, Words]]


@dataclass(frozen=True, slots=True)
class Spelling:
    """``unknown``: the words that stand nowhere, as written. ``near``: for some of
    them the nearest stem that does, and its language."""

    words: tuple[Word, ...]
    unknown: tuple[str, ...]
    near: tuple[tuple[str, str, str], ...]


def spelled(
    words: Sequence[Word],
    present: Collection[tuple[str, str]],
    vocabulary: Vocabulary,
) -> Spelling:
    """The words, the unknown ones with clauses for what may have been meant.

    ``present`` has the (language, token) pairs of :func:`forms` that stand anywhere
    in the index, ``vocabulary`` gives its words by language when they are needed.
    """
    present = set(present)
    result, unknown, near, left = [], [], [], MAX_WORDS
    for word in words:
        if left == 0 or not present.isdisjoint(forms(word)):
            result.append(word)
            continue
        left -= 1
        unknown.append(word.text)
        clauses, nearest = _instead(vocabulary, word)
        result.append(replace(word, clauses=(*word.clauses, *clauses)))
        if nearest:
            near.append((word.text, *nearest))
    return Spelling(tuple(result), tuple(unknown), tuple(near))


def forms(word: Word) -> list[tuple[str, str]]:
    """The (language, token) pairs that the word itself would be found by."""
    return [
        (clause.lang, token)
        for clause in word.clauses
        if clause.kind in ("word", "part")
        for token in (*(tokens[0] for tokens in clause.stems), *clause.folded)
    ]


def _instead(
    vocabulary: Vocabulary, word: Word
) -> tuple[list[Clause], tuple[str, str] | None]:
    written = index_safe(word.text.lower())
    begins = _beginning(vocabulary, written) if len(written) >= SHORTEST_PREFIX else []
    if begins:
        return begins, None
    if not word.correct and len(written) >= SHORTEST_CORRECTED:
        near = {
            lang: words.near(written, MAX_NEAR) for lang, words in vocabulary().items()
        }
        clauses = [
            _clause("spelling", lang, found) for lang, found in near.items() if found
        ]
        if clauses:
            return clauses, (clauses[0].lang, clauses[0].stems[0][0])
    for length in range(len(written) - 1, SHORTEST_SHARED - 1, -1):
        if begins := _beginning(vocabulary, written[:length]):
            return begins, None
    return [], None


def _beginning(vocabulary: Vocabulary, start: str) -> list[Clause]:
    return [
        _clause("beginning", lang, found)
        for lang, words in vocabulary().items()
        if (found := words.beginning(start, MAX_BEGINNING))
    ]


def _clause(kind: str, lang: str, words: list[str]) -> Clause:
    stems = dict.fromkeys((analyze(word, lang)[0].stem,) for word in words)
    return Clause(kind, lang, tuple(stems), (), ranking.KIND_WEIGHTS[kind])

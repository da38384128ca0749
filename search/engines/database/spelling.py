"""Words that the index does not have: what it has instead.

First words that begin so (the reader has not finished typing, or left out an
ending), then words that differ by a letter or two, then words that share a long
beginning. Only words that stand nowhere in the index are replaced, so an exact hit
is never outranked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from search import ranking
from search.engines.database.resident import Resident, known
from search.query.plan import Clause, Word

#: Shorter beginnings of words match everything.
SHORTEST_PREFIX = 3
SHORTEST_SHARED = 5
SHORTEST_CORRECTED = 4
MAX_NEAR = 3
#: A query has a few misspelt words; one with more is no query.
MAX_WORDS = 8


@dataclass(frozen=True, slots=True)
class Spelling:
    """``near``: for an unknown word as written, the nearest stem and its language."""

    words: tuple[Word, ...]
    near: tuple[tuple[str, str, str], ...]


def spelled(resident: Resident, words: Sequence[Word]) -> Spelling:
    """The words, the unknown ones with clauses for what may have been meant."""
    present = known(resident.tables, (pair for word in words for pair in _forms(word)))
    result, near, left = [], [], MAX_WORDS
    for word in words:
        if left == 0 or not present.isdisjoint(_forms(word)):
            result.append(word)
            continue
        left -= 1
        clauses, nearest = _instead(resident, word)
        result.append(replace(word, clauses=(*word.clauses, *clauses)))
        if nearest:
            near.append((word.text, *nearest))
    return Spelling(tuple(result), tuple(near))


def _forms(word: Word) -> list[tuple[str, str]]:
    """The (language, token) pairs that the word itself would be found by."""
    return [
        (clause.lang, token)
        for clause in word.clauses
        if clause.kind == "word"
        for token in (*(tokens[0] for tokens in clause.stems), *clause.folded)
    ]


def _instead(
    resident: Resident, word: Word
) -> tuple[list[Clause], tuple[str, str] | None]:
    begins = [
        _clause("beginning", lang, [stem])
        for lang, stem in word.stems
        if len(stem) >= SHORTEST_PREFIX and resident.words[lang].beginning(stem)
    ]
    if begins:
        return begins, None
    near = [
        (lang, stem, resident.words[lang].near(stem, MAX_NEAR))
        for lang, stem in word.stems
        if not word.correct and len(stem) >= SHORTEST_CORRECTED
    ]
    clauses = [_clause("spelling", lang, found) for lang, _stem, found in near if found]
    if clauses:
        return clauses, (clauses[0].lang, clauses[0].stems[0][0])
    for lang, stem in word.stems:
        for length in range(len(stem) - 1, SHORTEST_SHARED - 1, -1):
            if resident.words[lang].beginning(stem[:length]):
                return [_clause("beginning", lang, [stem[:length]])], None
    return [], None


def _clause(kind: str, lang: str, stems: list[str]) -> Clause:
    weight = ranking.KIND_WEIGHTS[kind]
    return Clause(kind, lang, tuple((stem,) for stem in stems), (), weight)

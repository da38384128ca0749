"""What a process keeps of a generation between searches, as long as it is true.

Every write gives the index a new stamp, drawn by lot: a number that counts would
come back after a rolled-back transaction, with other contents.
"""
# ruff: noqa: S608  (a table's name is a constant and a number: see schema.py)

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from itertools import islice

from django.db import connection

from language import LANGUAGES, Vocabulary
from search import ranking
from search.engines.database.schema import Tables


@dataclass(frozen=True)
class Resident:
    """``priors`` and ``factors`` have a place for each document's number."""

    tables: Tables
    priors: list[float]
    factors: Mapping[str, list[float]]

    @cached_property
    def words(self) -> dict[str, "Words"]:
        """The words of each language, read when the first misspelt one comes."""
        return {lang: Words(_counts(self.tables, lang)) for lang in LANGUAGES}


class Words:
    """Every word that the index holds in one language, as it is written."""

    def __init__(self, counts: Mapping[str, int]):
        self._counts = counts
        self._sorted = sorted(counts)
        self._vocabulary = Vocabulary(counts)

    def near(self, word: str, limit: int) -> list[str]:
        """The words that ``word`` may be a misspelling of, the nearest first."""
        return self._vocabulary.close(word, limit)

    def beginning(self, start: str, limit: int) -> list[str]:
        """The words that begin so, the most common first."""
        found = []
        for word in islice(self._sorted, bisect_left(self._sorted, start), None):
            if not word.startswith(start):
                break
            found.append(word)
        return nsmallest(limit, found, key=lambda word: (-self._counts[word], word))


def load(tables: Tables) -> Resident:
    with connection.cursor() as cursor:
        lengths = ", ".join(f"length_{lang}" for lang in LANGUAGES)
        cursor.execute(
            f"SELECT id, prior, {lengths} FROM {tables.measures} ORDER BY id"
        )
        rows = cursor.fetchall()
    size = rows[-1][0] + 1 if rows else 1
    priors = [1.0] * size
    for number, prior, *_lengths in rows:
        priors[number] = prior
    factors = {}
    for place, lang in enumerate(LANGUAGES, 2):
        present = [row[place] for row in rows if row[place]]
        average = sum(present) / len(present) if present else 0.0
        factors[lang] = [1.0] * size
        for row in rows:
            if row[place]:
                factors[lang][row[0]] = ranking.length_factor(row[place], average)
    return Resident(tables, priors, factors)


def known(tables: Tables, words: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Which of the (language, token) pairs stand anywhere in the index."""
    asked = dict.fromkeys(words)
    if not asked:
        return set()
    statements = [
        f"SELECT %s, term FROM {tables.terms(lang)} WHERE term = %s AND col <> 'forms'"
        for lang, _word in asked
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(statements), [value for pair in asked for value in pair]
        )
        return set(map(tuple, cursor.fetchall()))


def _counts(tables: Tables, lang: str) -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT term, doc FROM {tables.terms(lang)} WHERE col = 'forms'"
        )
        return dict(cursor.fetchall())


class Keeper:
    """The resident part of the live generation, read again when the stamp changed."""

    def __init__(self) -> None:
        self._kept: tuple[tuple[int, str], Resident] | None = None

    def of(self, generation: int, stamp: str) -> Resident:
        kept, version = self._kept, (generation, stamp)
        if kept is None or kept[0] != version:
            # Two threads may both read it: the same, and no lock is needed.
            kept = self._kept = (version, load(Tables(generation)))
        return kept[1]

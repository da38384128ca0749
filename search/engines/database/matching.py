"""Which documents match a query, and how well."""
# ruff: noqa: S608  (a table's name is a constant and a number: see schema.py)

import json
from collections.abc import Iterable, Mapping

from django.db import connection

from language import Term
from search.engines.database.schema import COLUMNS, STEM_COLUMNS, Tables
from search.query import QueryTerms

#: What a match in the language that is not the reader's is worth.
OTHER_LANGUAGE = 0.5
#: A project whose number was written stands before everything else.
NUMBER_SCORE = 1000.0
#: Shorter beginnings of words match everything.
SHORTEST_PREFIX = 3

_WEIGHTS = ", ".join(str(weight) for weight in COLUMNS.values())


def scores(tables: Tables, terms: QueryTerms, lang: str) -> dict[int, float]:
    """Every matching document's score. No word is required; rare ones weigh more."""
    found: dict[int, float] = {}
    for code, words in terms.by_language.items():
        if words:
            weight = 1.0 if code == lang else OTHER_LANGUAGE
            _add(found, tables, code, any_word(words), weight)
    if not found:
        # Nobody wrote this word: perhaps it is the beginning of one.
        for code, words in terms.by_language.items():
            if words and len(words[-1].stem) >= SHORTEST_PREFIX:
                _add(found, tables, code, f"{_quoted(words[-1].stem)} *", 1.0)
    return found


def numbered(tables: Tables, numbers: Iterable[str]) -> dict[int, str]:
    """The documents that bear one of the normalised numbers, and which."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT document, number FROM {tables.numbers}
                WHERE number IN (SELECT value FROM json_each(%s))""",
            [json.dumps(list(numbers))],
        )
        return dict(cursor.fetchall())


def any_word(words: Iterable[Term]) -> str:
    """A full-text expression that any of the words fulfils."""
    phrases: dict[str, None] = {}
    for word in words:
        if word.stem == word.folded:
            phrases[_quoted(word.stem)] = None  # one phrase costs half of two
        else:
            phrases[f"{{{STEM_COLUMNS}}} : {_quoted(word.stem)}"] = None
            phrases[f"folded : {_quoted(word.folded)}"] = None
        for part in word.parts:
            phrases[f"{{{STEM_COLUMNS}}} : {_quoted(part)}"] = None
    return " OR ".join(phrases)


def _add(
    found: dict[int, float], tables: Tables, lang: str, expression: str, weight: float
) -> None:
    table = tables.words(lang)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT rowid, bm25({table}, {_WEIGHTS}) FROM {table} "
            f"WHERE {table} MATCH %s",
            [expression],
        )
        rows = cursor.fetchall()
    if found:
        for number, rank in rows:
            found[number] = found.get(number, 0.0) - weight * rank
    else:
        # SQLite's BM25 is negative: the best is the least.
        found.update({number: -weight * rank for number, rank in rows})


def _quoted(token: str) -> str:
    return '"' + token.replace('"', '""') + '"'


def best(ranked: Mapping[int, float], first: int, last: int) -> list[int]:
    """The documents from place ``first`` up to ``last`` of the ranking."""
    order = sorted(ranked, key=lambda number: (-ranked[number], number))
    return order[first:last]

"""Which documents match the words of a plan, and how well."""
# ruff: noqa: S608  (a table's name is a constant and a number: see schema.py)

import heapq
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db import connection

from search import ranking
from search.engines.content import (
    COLUMNS,
    NAME_TIERS,
    STEM_COLUMNS,
    SYNONYM_COLUMNS,
    TEXT_COLUMNS,
)
from search.engines.database.resident import Resident
from search.engines.database.schema import Tables
from search.query.plan import Clause, Phrase, Word

_WEIGHTS = ", ".join(str(ranking.FIELDS.get(name, 0.0)) for name in COLUMNS)


def scores(resident: Resident, words: Sequence[Word]) -> dict[int, float]:
    """Every document that has any of the words: the sum of what they are worth,
    times togetherness."""
    if len(words) > ranking.MAX_TOGETHER:
        return _sum(resident, [clause for word in words for clause in word.clauses])
    found: dict[int, float] = {}
    matched: dict[int, int] = {}
    for word in words:
        own = _sum(resident, word.clauses)
        if not found:
            found, matched = own, dict.fromkeys(own, 1)
            continue
        for number, score in own.items():
            found[number] = found.get(number, 0.0) + score
            matched[number] = matched.get(number, 0) + 1
    if len(words) > 1:
        factors = [ranking.togetherness(n, len(words)) for n in range(len(words) + 1)]
        for number in found:
            found[number] *= factors[matched[number]]
    return found


def clause_scores(
    resident: Resident, words: Sequence[Word]
) -> Iterator[tuple[Word, Clause, dict[int, float]]]:
    """The same, clause by clause and without togetherness: to explain."""
    for word in words:
        for clause in word.clauses:
            yield word, clause, _sum(resident, [clause])


def _sum(resident: Resident, clauses: Iterable[Clause]) -> dict[int, float]:
    # BM25 adds up over words: those of one language and weight are one question.
    together: dict[tuple[str, float], list[Clause]] = defaultdict(list)
    for clause in clauses:
        together[clause.lang, clause.weight].append(clause)
    found: dict[int, float] = {}
    for (lang, weight), group in together.items():
        factor = resident.factors[lang]
        rows = _matches(resident.tables, lang, expression(group))
        if found:
            for number, rank in rows:
                score = -weight * rank * factor[number]
                found[number] = found.get(number, 0.0) + score
        else:
            # SQLite's BM25 is negative: the best is the least.
            found = {number: -weight * rank * factor[number] for number, rank in rows}
    return found


def _matches(tables: Tables, lang: str, asked: str) -> list[tuple[int, float]]:
    table = tables.words(lang)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT rowid, bm25({table}, {_WEIGHTS}) FROM {table} "
            f"WHERE {table} MATCH %s",
            [asked],
        )
        return cursor.fetchall()


def expression(clauses: Iterable[Clause]) -> str:
    """A full-text expression that any of the clauses fulfils."""
    phrases: dict[str, None] = {}
    for clause in clauses:
        single = {tokens[0] for tokens in clause.stems if len(tokens) == 1}
        anywhere = single.intersection(clause.folded)  # one question costs half of two
        for tokens in clause.stems:
            whole = tokens[0] in anywhere and len(tokens) == 1
            columns = tuple(ranking.FIELDS) if whole else STEM_COLUMNS
            if clause.kind == "synonym":
                columns = SYNONYM_COLUMNS
            phrases[f"{{{' '.join(columns)}}} : {_quoted(tokens)}"] = None
        for folded in clause.folded:
            if folded not in anywhere:
                phrases[f"folded : {_quoted((folded,))}"] = None
    return " OR ".join(phrases)


def holding(tables: Tables, phrase: Phrase) -> set[int]:
    """The documents with the words in a row, in either language."""
    found: set[int] = set()
    with connection.cursor() as cursor:
        for lang, tokens in phrase.stems:
            table = tables.words(lang)
            cursor.execute(
                f"SELECT rowid FROM {table} WHERE {table} MATCH %s",
                [f"{{{' '.join(TEXT_COLUMNS)}}} : {_quoted(tokens)}"],
            )
            found.update(number for (number,) in cursor)
    return found


def numbered(tables: Tables, numbers: tuple[str, ...]) -> dict[int, str]:
    """The documents that have one of the normalised numbers, and which."""
    if not numbers:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT document, number FROM {tables.numbers}
                WHERE number IN (SELECT value FROM json_each(%s))""",
            [json.dumps(list(numbers))],
        )
        return dict(cursor.fetchall())


def called(tables: Tables, forms: Sequence[str]) -> dict[int, tuple[str, str]]:
    """The people and organisations whose whole name is one of the forms: their type
    and the form. A person's name may stand in any order."""
    if not forms:
        return {}
    tiers = [(kind, int(tier)) for kind, own in NAME_TIERS.items() for tier in own]
    places = " OR ".join(f"(kind = '{kind}' AND tier = {tier})" for kind, tier in tiers)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT document, kind, form FROM {tables.starts}
                WHERE ({places}) AND form IN (SELECT value FROM json_each(%s))""",
            [json.dumps(list(forms))],
        )
        return {document: (kind, form) for document, kind, form in cursor.fetchall()}


def keyed(tables: Tables, keys: Iterable[str]) -> dict[int, str]:
    """The documents with the keys."""
    asked = list(keys)
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT id, key FROM {tables.documents}
                WHERE key IN (SELECT value FROM json_each(%s))""",
            [json.dumps(asked)],
        )
        return dict(cursor.fetchall())


def _quoted(tokens: Iterable[str]) -> str:
    return '"' + " ".join(tokens).replace('"', '""') + '"'


def best(ranked: Mapping[int, float], first: int, last: int) -> list[int]:
    """The documents from place ``first`` up to ``last`` of the ranking."""
    if last < len(ranked):
        # To find the worst score that is shown takes less than to sort all.
        worst = heapq.nlargest(last, ranked.values())[-1] if last else 0.0
        ranked = {number: score for number, score in ranked.items() if score >= worst}
    order = sorted(ranked, key=lambda number: (-ranked[number], number))
    return order[first:last]

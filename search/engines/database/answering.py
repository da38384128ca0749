"""One search of a generation: sets of hits, counts over them, one page in order."""
# ruff: noqa: S608  (a table's name is a constant and a number: see schema.py)

import json
from collections.abc import Collection, Iterable
from itertools import islice

from django.db import connection
from django.utils import timezone

from search.documents.document import load_shown
from search.engines.content import EVERYTHING, moment
from search.engines.database import bitmaps, explaining, matching
from search.engines.database.resident import Resident
from search.engines.database.schema import Tables
from search.engines.database.scoring import Scores
from search.engines.protocol import Findings, Found
from search.query import Plan, SearchQuery, Sort


def rows(sql: str, params=()) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def answer(
    resident: Resident,
    query: SearchQuery,
    plan: Plan,
    exclude: Collection[str],
    *,
    explain: bool = False,
) -> Findings:
    tables = resident.tables
    sets = _sets(tables, query, plan)
    visible = sets.get(EVERYTHING, 0) & ~_hidden(tables, exclude)
    for phrase in plan.phrases:
        visible &= bitmaps.from_ids(matching.holding(tables, phrase))
    for phrase in plan.excluded:
        visible &= ~bitmaps.from_ids(matching.holding(tables, phrase))
    scores = Scores(resident, plan, sets, visible)
    if plan.asks or (query.text and not plan.phrases and not plan.excluded):
        visible &= bitmaps.from_ids(scores.total)
    by_filter = {
        name: _union(sets.get((name, value), 0) for value in values)
        for name, values in query.chosen.items()
    }
    hits = visible
    for bits in by_filter.values():
        hits &= bits
    total = hits.bit_count()
    page = query.page_of(total)
    first = (page - 1) * query.page_size
    chosen = _ordered(tables, query, hits, scores.total, first, first + query.page_size)
    written = [text for number, text in scores.numbers.items() if hits >> number & 1]
    called = [row for number, row in scores.names.items() if hits >> number & 1]
    reasons = explaining.reasons(resident, scores, chosen) if explain else {}
    return Findings(
        hits=_found(tables, chosen, scores.total, reasons),
        total=total,
        page=page,
        counts=_counts(query, sets, visible, by_filter),
        numbers=tuple(dict.fromkeys(written)),
        names={form: kind for kind, form in called},
        unknown=scores.spelling.unknown,
        spelling=scores.spelling.near,
    )


def _sets(tables: Tables, query: SearchQuery, plan: Plan) -> dict[tuple[str, str], int]:
    """The sets to count, to narrow by and to score by, in one statement."""
    pairs = [EVERYTHING]
    pairs += [
        (name, value) for name, values in query.chosen.items() for value in values
    ]
    pairs += [(meaning.facet, meaning.value) for meaning in plan.meanings]
    pairs += [(facet, value) for facet, value, _factor in plan.leanings]
    found = rows(
        f"""SELECT facet, value, bits FROM {tables.values}
            WHERE facet IN (SELECT value FROM json_each(%s))
            UNION ALL
            SELECT facet, value, bits FROM {tables.values} WHERE (facet, value) IN
            (SELECT value ->> 0, value ->> 1 FROM json_each(%s))""",
        [json.dumps(query.facets), json.dumps(pairs)],
    )
    return {(facet, value): bitmaps.from_blob(blob) for facet, value, blob in found}


def _hidden(tables: Tables, exclude: Collection[str]) -> int:
    """Documents that must not be seen, whatever the index says."""
    found = rows(
        f"""SELECT id FROM {tables.documents} WHERE visible_until <= %s
            UNION ALL
            SELECT id FROM {tables.documents}
            WHERE key IN (SELECT value FROM json_each(%s))""",
        [moment(timezone.now()), json.dumps(list(exclude))],
    )
    return bitmaps.from_ids(number for (number,) in found)


def _counts(query, sets, visible, by_filter) -> dict[str, dict[str, int]]:
    """Each facet's counts, among the hits of every *other* filter."""
    counts: dict[str, dict[str, int]] = {name: {} for name in query.facets}
    base = {}
    for name in counts:
        base[name] = visible
        for other, bits in by_filter.items():
            if other != name:
                base[name] &= bits
    for (name, value), bits in sets.items():
        if name in counts and (count := (base[name] & bits).bit_count()):
            counts[name][value] = count
    return counts


def _ordered(tables, query, hits, ranked, first, last) -> list[int]:
    """The documents of one page, in order."""
    if query.sort is Sort.RELEVANCE and ranked:
        return matching.best(bitmaps.only(ranked, hits), first, last)
    members = bitmaps.Members(hits)
    order = {
        Sort.NEWEST: "date DESC, id",
        Sort.UPDATED: "updated DESC, id",
    }.get(query.sort, f"title_{query.lang}, id")
    # Read from an index of the table, and only until the page is full.
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {tables.documents} ORDER BY {order}")
        numbers = (number for (number,) in cursor if number in members)
        return list(islice(numbers, first, last))


def _found(tables, numbers, ranked, reasons) -> list[Found]:
    stored = rows(
        f"""SELECT id, key, shown FROM {tables.documents}
            WHERE id IN (SELECT value FROM json_each(%s))""",
        [json.dumps(numbers)],
    )
    documents = {number: load_shown(key, shown) for number, key, shown in stored}
    return [
        Found(documents[n], ranked.get(n, 0.0), reasons.get(n, ())) for n in numbers
    ]


def _union(sets: Iterable[int]) -> int:
    whole = 0
    for bits in sets:
        whole |= bits
    return whole

"""What a reader who is still writing may mean: ranges of the table of starts.

Each type and tier is read in the order of its key and only as far as there is room,
so that the time does not grow with what a short beginning begins.
"""
# ruff: noqa: S608  (a table's name is a constant and a number: see schema.py)

import json
from collections.abc import Collection, Iterable

from django.db import connection
from django.utils import timezone

from language import fold
from projects.case_numbers import normalise_case_number
from search.documents.document import load_shown
from search.engines.content import moment
from search.engines.database import bitmaps
from search.engines.database.schema import Tables
from search.engines.protocol import Suggested
from search.query import TYPES
from search.starts import SHORTEST, Tier, form_of

#: Read for each type and tier: one thing may start in several ways, and a concept
#: is chosen by how much it leads to.
_READ = {"concept": 150}
_READ_OTHERS = 24
_SHORTEST_NUMBER = 4
#: What is counted under a concept.
_TAGGED = ("project", "person")
#: Greater than any character that a form can go on with.
_END = "\U0010ffff"


def suggest(
    tables: Tables, prefix: str, exclude: Collection[str], limit: int
) -> list[Suggested]:
    form = form_of(prefix)
    if len(form) < SHORTEST:
        return []
    hidden = _hidden(tables, exclude)
    found: dict[str, dict[int, str]] = {kind: {} for kind in TYPES}
    found["project"] |= _numbered(tables, prefix, hidden)
    for kind, number, label in _started(tables, form, hidden):
        found[kind].setdefault(number, label)
    counts = _counts(tables, found["concept"], hidden)
    # A stable sort: what leads to equally much stays in the order of the forms.
    by_count = sorted(counts, key=lambda number: -counts[number])
    found["concept"] = {number: found["concept"][number] for number in by_count}
    chosen = _shared_out(found, limit)
    documents = _documents(tables, [number for number, _label in chosen])
    return [
        Suggested(documents[number], label, counts.get(number, 0))
        for number, label in chosen
    ]


def tagged(
    tables: Tables, concepts: Collection[str], exclude: Collection[str]
) -> dict[str, int]:
    return _leading(tables, concepts, _hidden(tables, exclude))


def _hidden(tables: Tables, exclude: Collection[str]) -> list[int]:
    """Documents that must not be seen, whatever the index says."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT id FROM {tables.documents} WHERE visible_until <= %s
                UNION
                SELECT id FROM {tables.documents}
                WHERE key IN (SELECT value FROM json_each(%s))""",
            [moment(timezone.now()), json.dumps(list(exclude))],
        )
        return [number for (number,) in cursor.fetchall()]


def _numbered(tables: Tables, prefix: str, hidden: list[int]) -> dict[int, str]:
    number = normalise_case_number(prefix[:80])
    if len(number) < _SHORTEST_NUMBER or not any(map(str.isdigit, number)):
        return {}
    if not number.isprintable():
        return {}  # half a surrogate pair cannot even be asked for
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT document, number FROM {tables.numbers}
                WHERE number >= %s AND number < %s
                AND document NOT IN (SELECT value FROM json_each(%s))
                ORDER BY number, document LIMIT %s""",
            [number, number + _END, json.dumps(hidden), _READ_OTHERS],
        )
        found: dict[int, str] = {}
        for document, written in cursor.fetchall():
            found.setdefault(document, written)
        return found


def _started(
    tables: Tables, form: str, hidden: list[int]
) -> Iterable[tuple[str, int, str]]:
    """Type, document and label of what starts so, the nearest first."""
    folded = fold(form)
    ranges = [(Tier.FIRST, form), (Tier.INNER, form)]
    if folded != form:
        ranges += [(Tier.FIRST, folded), (Tier.INNER, folded)]
    ranges += [(Tier.FOLDED_FIRST, folded), (Tier.FOLDED_INNER, folded)]
    parts, values = [], [json.dumps(hidden)]
    for kind in TYPES:
        for tier, start in ranges:
            parts.append(
                f"""SELECT * FROM (SELECT kind, document, label FROM {tables.starts}
                    WHERE kind = %s AND tier = %s AND form >= %s AND form < %s
                    AND document NOT IN hidden ORDER BY form, document LIMIT %s)"""
            )
            room = _READ.get(kind, _READ_OTHERS)
            values += [kind, int(tier), start, start + _END, room]
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH hidden(id) AS MATERIALIZED (SELECT value FROM json_each(%s)) "
            + " UNION ALL ".join(parts),
            values,
        )
        return cursor.fetchall()


def _counts(
    tables: Tables, concepts: Iterable[int], hidden: list[int]
) -> dict[int, int]:
    """How much each of the concepts' documents leads to, in the order given."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT id, shown ->> 'identifier' FROM {tables.documents}
                WHERE id IN (SELECT value FROM json_each(%s))""",
            [json.dumps(list(concepts))],
        )
        names = dict(cursor.fetchall())
    leading = _leading(tables, list(names.values()), hidden)
    return {
        number: leading[names[number]]
        for number in concepts
        if names.get(number) in leading
    }


def _leading(
    tables: Tables, concepts: Collection[str], hidden: list[int]
) -> dict[str, int]:
    if not concepts:
        return {}
    pairs = [("concept", name) for name in concepts]
    pairs += [("type", name) for name in _TAGGED]
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT facet, value, bits FROM {tables.values}
                WHERE (facet, value) IN
                (SELECT value ->> 0, value ->> 1 FROM json_each(%s))""",
            [json.dumps(pairs)],
        )
        rows = cursor.fetchall()
    countable, sets = 0, {}
    for facet, value, blob in rows:
        if facet == "type":
            countable |= bitmaps.from_blob(blob)
        else:
            sets[value] = bitmaps.from_blob(blob)
    countable &= ~bitmaps.from_ids(hidden)
    counts = {value: (bits & countable).bit_count() for value, bits in sets.items()}
    return {value: count for value, count in counts.items() if count}


def _shared_out(found: dict[str, dict[int, str]], limit: int) -> list[tuple[int, str]]:
    """The best of each type in turn until there is no more room; type by type."""
    waiting = {kind: list(rows.items()) for kind, rows in found.items()}
    chosen: dict[str, list[tuple[int, str]]] = {kind: [] for kind in found}
    room = limit
    while room and any(waiting.values()):
        for kind, rows in waiting.items():
            if rows and room:
                chosen[kind].append(rows.pop(0))
                room -= 1
    return [row for rows in chosen.values() for row in rows]


def _documents(tables: Tables, numbers: list[int]) -> dict:
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT id, key, shown FROM {tables.documents}
                WHERE id IN (SELECT value FROM json_each(%s))""",
            [json.dumps(numbers)],
        )
        return {
            number: load_shown(key, shown) for number, key, shown in cursor.fetchall()
        }

"""Writing documents into a generation's tables."""
# ruff: noqa: S608  (a table's name is a constant and a number: see schema.py)

import json
from collections.abc import Collection, Iterable, Sequence

from django.db import connection

from language import LANGUAGES
from search import ranking
from search.documents.document import SearchDocument, dump_shown
from search.engines.content import (
    COLUMNS,
    EVERYTHING,
    fingerprint,
    moment,
    pairs_of,
    sort_title,
    words_of,
)
from search.engines.database import bitmaps
from search.engines.database.schema import Tables
from search.starts import starts_of


def store(tables: Tables, documents: Iterable[SearchDocument]) -> None:
    """Store each document, in place of what its key had before."""
    new = {document.key: document for document in documents}
    if not new:
        return
    with connection.cursor() as cursor:
        ids = _remove(cursor, tables, new)
        cursor.execute(f"SELECT coalesce(max(id), 0) FROM {tables.documents}")
        free = max(cursor.fetchone()[0], *ids.values(), 0)
        for key in new:
            if key not in ids:
                ids[key] = free = free + 1
        _insert(cursor, tables, [(ids[key], document) for key, document in new.items()])


def remove(tables: Tables, keys: Collection[str]) -> None:
    with connection.cursor() as cursor:
        _remove(cursor, tables, keys)


def _insert(cursor, tables: Tables, rows: Sequence[tuple[int, SearchDocument]]) -> None:
    places = ", ".join(["%s"] * (8 + len(LANGUAGES)))
    titles = ", ".join(f"title_{lang}" for lang in LANGUAGES)
    cursor.executemany(
        f"""INSERT INTO {tables.documents} (id, key, {titles}, date, updated,
            visible_until, facets, shown, fingerprint) VALUES ({places})""",
        [
            (
                number,
                document.key,
                *(sort_title(document, lang) for lang in LANGUAGES),
                document.date,
                moment(document.updated) or "",
                moment(document.visible_until),
                json.dumps(pairs_of(document), ensure_ascii=False),
                dump_shown(document),
                fingerprint(document),
            )
            for number, document in rows
        ],
    )
    cursor.executemany(
        f"INSERT OR IGNORE INTO {tables.numbers} (number, document) VALUES (%s, %s)",
        [
            (written, number)
            for number, document in rows
            for written in document.numbers
        ],
    )
    cursor.executemany(
        f"""INSERT OR IGNORE INTO {tables.starts} (kind, tier, form, document, label)
            VALUES (%s, %s, %s, %s, %s)""",
        [
            (document.type, start.tier, start.form, number, start.label)
            for number, document in rows
            for start in starts_of(document)
        ],
    )
    lengths: dict[int, list[int]] = {number: [] for number, _document in rows}
    for lang in LANGUAGES:
        words = {number: words_of(document, lang) for number, document in rows}
        cursor.executemany(
            f"""INSERT INTO {tables.words(lang)} (rowid, {", ".join(COLUMNS)})
                VALUES ({", ".join(["%s"] * (1 + len(COLUMNS)))})""",
            [
                (number, *map(" ".join, fields))
                for number, fields in words.items()
                if fields
            ],
        )
        for number, fields in words.items():
            lengths[number].append(sum(map(len, fields or ())))
    cursor.executemany(
        f"""INSERT INTO {tables.measures}
            VALUES ({", ".join(["%s"] * (2 + len(LANGUAGES)))})""",
        [
            (number, ranking.prior(document), *lengths[number])
            for number, document in rows
        ],
    )
    added: dict[tuple[str, str], list[int]] = {}
    for number, document in rows:
        for pair in (EVERYTHING, *pairs_of(document)):
            added.setdefault(pair, []).append(number)
    _change_bits(cursor, tables, added, lambda bits, mask: bits | mask)


def _remove(cursor, tables: Tables, keys: Collection[str]) -> dict[str, int]:
    """Take the keys out of every table; the numbers that they had."""
    cursor.execute(
        f"""SELECT id, key, facets FROM {tables.documents}
            WHERE key IN (SELECT value FROM json_each(%s))""",
        [json.dumps(list(keys))],
    )
    rows = cursor.fetchall()
    if not rows:
        return {}
    removed: dict[tuple[str, str], list[int]] = {}
    for number, _key, facets in rows:
        for pair in (EVERYTHING, *map(tuple, json.loads(facets))):
            removed.setdefault(pair, []).append(number)
    _change_bits(cursor, tables, removed, lambda bits, mask: bits & ~mask)
    numbers = json.dumps([row[0] for row in rows])
    places = [(tables.documents, "id"), (tables.numbers, "document")]
    places.append((tables.starts, "document"))
    places += [(tables.measures, "id")]
    places += [(tables.words(lang), "rowid") for lang in LANGUAGES]
    for table, column in places:
        cursor.execute(
            f"""DELETE FROM {table}
                WHERE {column} IN (SELECT value FROM json_each(%s))""",
            [numbers],
        )
    return {key: number for number, key, _facets in rows}


def _change_bits(cursor, tables: Tables, changes, change) -> None:
    pairs = json.dumps(list(changes), ensure_ascii=False)
    cursor.execute(
        f"""SELECT facet, value, bits FROM {tables.values} WHERE (facet, value) IN
            (SELECT value ->> 0, value ->> 1 FROM json_each(%s))""",
        [pairs],
    )
    before = {(facet, value): blob for facet, value, blob in cursor.fetchall()}
    cursor.executemany(
        f"""INSERT INTO {tables.values} (facet, value, bits) VALUES (%s, %s, %s)
            ON CONFLICT (facet, value) DO UPDATE SET bits = excluded.bits""",
        [
            (
                *pair,
                bitmaps.to_blob(
                    change(
                        bitmaps.from_blob(before.get(pair, b"")), bitmaps.from_ids(ids)
                    )
                ),
            )
            for pair, ids in changes.items()
        ],
    )

"""The embedded engine: SQLite's FTS5 and bitmaps, in the site's own database."""
# ruff: noqa: S608  (a table's name is a constant and a number: see schema.py)

import json
import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

from django.db import DatabaseError, connection, transaction

from search.documents.document import SearchDocument
from search.engines.database import answering, storage, suggesting
from search.engines.database.resident import Keeper
from search.engines.database.schema import Tables
from search.engines.protocol import EngineUnavailable, Findings, Suggested
from search.models import EmbeddedIndex
from search.query import Plan, SearchQuery

_ROW = 1  # the only row of EmbeddedIndex
_BATCH = 1000

_keeper = Keeper()


class DatabaseEngine:
    """See :class:`search.engines.protocol.Engine`.

    What it writes is part of the caller's transaction.
    """

    name = "database"

    # --- answering --------------------------------------------------------------------

    def search(
        self,
        query: SearchQuery,
        plan: Plan,
        *,
        exclude: Collection[str] = (),
        explain: bool = False,
    ) -> Findings:
        with _engine_errors():
            row = EmbeddedIndex.objects.filter(pk=_ROW, live__isnull=False).first()
            if row is None:
                return Findings()
            resident = _keeper.of(row.live, row.stamp)
            return answering.answer(resident, query, plan, exclude, explain=explain)

    def suggest(
        self, prefix: str, *, exclude: Collection[str] = (), limit: int = 8
    ) -> list[Suggested]:
        with _engine_errors():
            tables = self._tables(None)
            if tables is None:
                return []
            return suggesting.suggest(tables, prefix, exclude, limit)

    def tagged(
        self, concepts: Collection[str], *, exclude: Collection[str] = ()
    ) -> dict[str, int]:
        with _engine_errors():
            tables = self._tables(None)
            return suggesting.tagged(tables, concepts, exclude) if tables else {}

    def keys(self, *, generation: int | None = None) -> Iterator[str]:
        last = ""
        while True:
            with _engine_errors():
                tables = self._tables(generation)
                if tables is None:
                    return
                rows = answering.rows(
                    f"""SELECT key FROM {tables.documents} WHERE key > %s
                        ORDER BY key LIMIT %s""",
                    [last, _BATCH],
                )
            if not rows:
                return
            yield from (key for (key,) in rows)
            last = rows[-1][0]

    def fingerprints(self, keys: Collection[str]) -> Mapping[str, str]:
        with _engine_errors():
            tables = self._tables(None)
            if tables is None:
                return {}
            return dict(
                answering.rows(
                    f"""SELECT key, fingerprint FROM {tables.documents}
                        WHERE key IN (SELECT value FROM json_each(%s))""",
                    [json.dumps(list(keys))],
                )
            )

    def count(self, *, generation: int | None = None) -> int:
        with _engine_errors():
            tables = self._tables(generation)
            if tables is None:
                return 0
            return answering.rows(f"SELECT count(*) FROM {tables.documents}")[0][0]

    # --- storing ----------------------------------------------------------------------

    def index(
        self, documents: Iterable[SearchDocument], *, generation: int | None = None
    ) -> None:
        with _engine_errors(), transaction.atomic():
            tables = self._tables(generation) or Tables(self._create(live=True))
            storage.store(tables, documents)
            self._changed()

    def delete(self, keys: Collection[str], *, generation: int | None = None) -> None:
        with _engine_errors(), transaction.atomic():
            tables = self._tables(generation)
            if tables is not None:
                storage.remove(tables, keys)
                self._changed()

    # --- generations ------------------------------------------------------------------

    def create(self) -> int:
        with _engine_errors(), transaction.atomic():
            return self._create(live=False)

    def prepare(self, generation: int) -> None:
        with _engine_errors():
            _execute(Tables(generation).optimise())

    def swap(self, generation: int) -> None:
        with _engine_errors(), transaction.atomic():
            row = EmbeddedIndex.objects.select_for_update().get(pk=_ROW)
            former, row.live = row.live, generation
            row.save(update_fields=["live"])
            if former is not None and former != generation:
                _execute(Tables(former).drop())

    def drop(self, generation: int) -> None:
        with _engine_errors(), transaction.atomic():
            if EmbeddedIndex.objects.filter(live=generation).exists():
                raise ValueError("The live generation cannot be dropped.")
            _execute(Tables(generation).drop())

    def _changed(self) -> None:
        EmbeddedIndex.objects.filter(pk=_ROW).update(stamp=secrets.token_hex(16))

    def _create(self, *, live: bool) -> int:
        row, _new = EmbeddedIndex.objects.select_for_update().get_or_create(pk=_ROW)
        row.newest += 1
        if live:
            row.live = row.newest
        row.save(update_fields=["newest", "live"])
        tables = Tables(row.newest)
        # Where the row of numbers was lost (a flushed database), old tables stand.
        _execute([*tables.drop(), *tables.create()])
        return row.newest

    def _tables(self, generation: int | None) -> Tables | None:
        """The tables to use; ``None`` when nothing has been indexed yet."""
        if generation is None:
            live = EmbeddedIndex.objects.filter(pk=_ROW).values_list("live", flat=True)
            generation = live.first()
        return None if generation is None else Tables(generation)


@contextmanager
def _engine_errors():
    if connection.vendor != "sqlite":
        raise EngineUnavailable(
            f"The embedded index is made for SQLite, not for {connection.vendor}."
        )
    try:
        yield
    except DatabaseError as error:
        raise EngineUnavailable(str(error)) from error


def _execute(statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)

"""Statements that begin with a query set."""

from collections.abc import Sequence

from django.db import connection
from django.db.models import Model, QuerySet

#: Keys of a group beside the ids of concepts, which are positive.
ALL, CITYWIDE, NOT_STATED = -2, 0, -1


def rows(
    begin: dict[str, QuerySet], statement: str, parameters: Sequence = ()
) -> list[tuple]:
    """The rows of ``statement``, which may read from the parts in ``begin``.

    A part's name tells its columns, in the order of the query set's values:
    ``"source(page, phase)"``. Each part is read once. ``{}`` is not special in the
    statement; values go in as parameters.
    """
    parts, values = [], []
    for name, queryset in begin.items():
        sql, own = queryset.order_by().query.sql_with_params()
        parts.append(f"{name} AS MATERIALIZED ({sql})")
        values += own
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(parts)}{statement}", [*values, *parameters])
        return cursor.fetchall()


def table(model: type[Model]) -> str:
    """The model's table, as a statement names it."""
    return connection.ops.quote_name(model._meta.db_table)

"""A page's inline rows, all of them in one query.

A project has thirteen kinds of rows below it. One query for each, and one more for
what each points at, would be most of what a page costs; the database can hand them
over together, as JSON. Works on SQLite and PostgreSQL.
"""

from collections.abc import Iterable, Mapping

from django.db.models import F, JSONField, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject


class JSONRows(Subquery):
    """The rows of a subquery with one column, ``row``, as a JSON array."""

    template = (
        "(SELECT COALESCE(json_group_array(json(found.row)), '[]')"
        " FROM (%(subquery)s) AS found)"
    )
    output_field = JSONField()

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(
            compiler,
            connection,
            template=(
                "(SELECT COALESCE(jsonb_agg(found.row), '[]'::jsonb)"
                " FROM (%(subquery)s) AS found)"
            ),
            **context,
        )


def load_children(
    page,
    rows: Iterable[str],
    links: Iterable[str],
    *,
    also: Mapping[str, QuerySet] | None = None,
) -> dict[str, list]:
    """Read the relations named in ``rows`` into the page; return ids behind ``links``.

    Afterwards ``page.<name>.all()`` costs no query. What a draft or a preview holds
    in memory already is left as it is. ``links`` are many-to-many relations: their
    ids come in no particular order. ``also`` is read in the same query and returned
    with the ids: querysets on the page (``OuterRef``) with one column, ``row``, JSON.
    """
    held = page.__dict__.setdefault("_cluster_related_objects", {})
    wanted = {name: _rows(page, name) for name in rows if name not in held}
    wanted |= {name: _ids(page, name) for name in links if name not in held}
    wanted |= {name: JSONRows(query) for name, query in (also or {}).items()}
    found = {}
    if page.pk and wanted:
        columns = {f"in_{name}": query for name, query in wanted.items()}
        found = type(page).objects.filter(pk=page.pk).values(**columns).first() or {}
    ids = {name: found.get(f"in_{name}", []) for name in also or ()}
    for name in links:
        in_memory = [linked.pk for linked in held.get(name, ())]
        ids[name] = in_memory or found.get(f"in_{name}", [])
    for name in rows:
        if name not in held:
            held[name] = _instances(page, name, found.get(f"in_{name}", []))
    return ids


def _rows(page, name: str) -> JSONRows:
    relation = page._meta.get_field(name)
    columns = {field.attname: field.attname for field in _columns(relation)}
    return JSONRows(
        relation.related_model.objects.filter(**{relation.field.name: OuterRef("pk")})
        .order_by()
        .values(row=JSONObject(**columns))
    )


def _ids(page, name: str) -> JSONRows:
    field = page._meta.get_field(name)
    return JSONRows(
        field.remote_field.through.objects.filter(
            **{field.m2m_field_name(): OuterRef("pk")}
        )
        .order_by()
        .values(row=F(f"{field.m2m_reverse_field_name()}_id"))
    )


def _columns(relation) -> list:
    return relation.related_model._meta.concrete_fields


def _instances(page, name: str, found: list[dict]) -> list:
    relation = page._meta.get_field(name)
    made = []
    for values in found:
        row = relation.related_model(
            **{
                field.attname: field.to_python(values[field.attname])
                for field in _columns(relation)
            }
        )
        row._state.adding, row._state.db = False, page._state.db
        setattr(row, relation.field.name, page)
        made.append(row)
    # Inline rows are Orderable: in the editor's order.
    return sorted(made, key=lambda row: (row.sort_order or 0, row.pk))

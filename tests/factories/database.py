"""What the whole database holds."""

from django.db import connection


def snapshot():
    """Every row of every table that an import could touch."""
    tables = [
        name
        for name in connection.introspection.table_names()
        if not name.startswith(("django_", "auth_", "sqlite_"))
    ]
    with connection.cursor() as cursor:
        found = {}
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            found[table] = sorted(map(repr, cursor.fetchall()))
    return found

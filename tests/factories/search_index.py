"""The search index in tests that empty the database instead of rolling back."""

import re

from django.core.management import call_command
from django.db import connection

from search.engines.database.schema import Tables


def index_everything() -> None:
    """Build the index anew.

    Its tables are no models': the emptying between two browser tests forgets which
    generation there is, and leaves that generation's tables behind.
    """
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            if found := re.fullmatch(r"search_document_(\d+)", name):
                for statement in Tables(int(found[1])).drop():
                    cursor.execute(statement)
    call_command("rebuild_search", verbosity=0)

"""Notices every write to the database that pages may show, by the statement itself.

Signals would miss bulk operations, raw statements and many-to-many tables that
somebody adds later; a statement misses nothing. Whatever table is not known to be of
no consequence counts. The version changes when the transaction is committed: a page
that was made before that is kept under the former version, and never asked for again.
"""

import re
from functools import partial

from django.db import DatabaseError, connections, transaction

from pagecache.models import SiteVersion

#: Tables of which no public page shows anything, or whose rows are made by showing.
_OF_NO_CONSEQUENCE = re.compile(
    r"""^(?:
        pagecache_ | django_(?:session|admin_log|migrations|tasks)
      | auth_ | accounts_ | wagtailusers_ | wagtailadmin_ | wagtailsearch_
      | wagtailembeds_ | wagtailforms_
      | wagtailcore_(?:model|page)logentry | wagtailcore_comment | wagtailcore_revision
      | wagtailcore_(?:group|task|workflow|referenceindex|uploadedfile|editingsession)
      | wagtailcore_pagesubscription | wagtailcore_apitoken
      | pictures_rendition | sqlite_
      | search_(?:change|cursor|demandcount|registeredneed|pin|learntwords)$
    )""",
    re.VERBOSE,
)
#: What saving a draft changes in a page's row.
_DRAFT = {
    "latest_revision_id",
    "latest_revision_created_at",
    "draft_title",
    "has_unpublished_changes",
}
_WRITE = re.compile(
    r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM"
    r"|DROP\s+TABLE(?:\s+IF\s+EXISTS)?)\s+[\"`]?(\w+)[\"`]?",
    re.IGNORECASE,
)
_SET = re.compile(r"\sSET\s(.*?)\sWHERE\s", re.IGNORECASE | re.DOTALL)
_COLUMN = re.compile(r"[\"`](\w+)[\"`] =")


def is_of_consequence(sql: str) -> bool:
    """Whether what the statement writes may be shown by a public page."""
    write = _WRITE.match(sql)
    if write is None:
        return False
    table = write[1].lower()
    if _OF_NO_CONSEQUENCE.match(table):
        return False
    if table == "wagtailcore_page" and (assignments := _SET.search(sql)):
        columns = set(_COLUMN.findall(assignments[1]))
        return not columns or not columns <= _DRAFT
    return True


class _Watch:
    """Stands between Django and one connection."""

    def __init__(self, connection):
        self.connection = connection
        self.noted_in: object = None

    def __call__(self, execute, sql, params, many, context):
        result = execute(sql, params, many, context)
        if is_of_consequence(sql):
            self.note()
        return result

    def note(self) -> None:
        # Once a transaction: the list of what waits for a commit is made anew
        # with each, and cut when a savepoint is rolled back.
        waiting = self.connection.run_on_commit
        if any(getattr(entry[1], "func", None) is _committed for entry in waiting):
            return
        transaction.on_commit(
            partial(_committed, self.connection.alias), using=self.connection.alias
        )


def _committed(alias: str) -> None:
    try:
        SiteVersion.bump()
    except DatabaseError:
        # While a new database is being made, there may be no version to change.
        tables = connections[alias].introspection.table_names()
        if SiteVersion._meta.db_table in tables:
            raise


def watch(sender, connection, **kwargs) -> None:
    """Watch a connection that has just been opened."""
    if not any(isinstance(own, _Watch) for own in connection.execute_wrappers):
        connection.execute_wrappers.append(_Watch(connection))


def watch_open_connections() -> None:
    for connection in connections.all(initialized_only=True):
        watch(sender=None, connection=connection)

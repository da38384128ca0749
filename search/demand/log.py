"""Counting what is asked. Nothing of it may slow a search, or stop one."""

import logging
from contextlib import contextmanager
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

from django.db import DatabaseError, connection
from django.http import HttpRequest
from django.utils import timezone

from search.demand.names import known_names
from search.demand.wording import tells_of_a_person
from search.models import DemandCount
from search.response import SearchResponse
from search.wording import normalised

logger = logging.getLogger(__name__)

#: Counts are kept for so long.
KEPT = timedelta(days=90)
#: So many different queries are counted a day; a flood of them fills no disk.
MOST_A_DAY = 20_000
#: Milliseconds that the count waits for whoever writes to the database.
PATIENCE = 50


def count(request: HttpRequest, response: SearchResponse) -> None:
    """Count a search that somebody made on the page, if it is to be counted.

    Never raises for a database that does not take it: a lost count is no loss.
    """
    if not is_new_question(request, response):
        return
    text = normalised(response.query.text)
    try:
        if text and not is_private(response.query.text):
            with _little_patience():
                _add(text, response.query.lang, timezone.localdate(), response.total)
    except DatabaseError as error:
        logger.warning("A query could not be counted: %s", error)


def is_new_question(request: HttpRequest, response: SearchResponse) -> bool:
    """Words that are asked, and not the next page of an answer, its choices or its
    order, a browser's guess at what will be asked, or the way back."""
    query = response.query
    purpose = request.headers.get("Sec-Purpose", "") + request.headers.get(
        "Purpose", ""
    )
    return (
        request.method == "GET"
        and bool(query.text)
        and query.page == 1
        and not query.filters
        and query.sort == query.default_sort
        and "prefetch" not in purpose
        and not _was_asked_on_the_page_before(request, query.text)
    )


def is_private(text: str) -> bool:
    """Whether a query tells of a person, and is not to be kept in any form."""
    return tells_of_a_person(text) or known_names().are_in(text)


def forget_old(today: date) -> int:
    """Delete the counts that have been kept long enough; how many."""
    return DemandCount.objects.filter(day__lt=today - KEPT).delete()[0]


def _was_asked_on_the_page_before(request: HttpRequest, text: str) -> bool:
    """A choice taken away, or the other language. The address that the reader comes
    from is looked at and not kept."""
    try:
        before = urlsplit(request.headers.get("Referer", ""))
        asked = parse_qs(before.query, max_num_fields=200).get("q", [""])[0]
    except ValueError:
        return False  # not an address of ours
    return before.netloc == request.get_host() and normalised(asked) == normalised(text)


def _add(text: str, language: str, day: date, hits: int) -> None:
    """One statement, so that two at once are two."""
    table = connection.ops.quote_name(DemandCount._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""INSERT INTO {table} (text, language, day, asked, hits)
                SELECT %s, %s, %s, 1, %s
                WHERE (SELECT count(*) FROM {table} WHERE day = %s) < %s
                ON CONFLICT (text, language, day)
                DO UPDATE SET asked = {table}.asked + 1, hits = excluded.hits""",  # noqa: S608
            [text, language, day, hits, day, MOST_A_DAY],
        )


@contextmanager
def _little_patience():
    """Where a writer waits for another (SQLite), do not wait for long."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        (usual,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE:d}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual:d}")

"""This search against plain Wagtail's on the same pages.

    python -m benchmarks.search_against_wagtail [RECORDS]

The database as in ``search_volume``. Plain Wagtail is its own database search
(``wagtail.search.backends.database``) with the projects' texts in ``search_fields``,
asked as a simple site would: a page of ten hits among the live pages of the reader's
language, their number, and four facets of a column each. It stores its index in a
transaction that is rolled back. A question that takes longer than ``LIMIT`` seconds
is broken off, and its ratio is at least what is said.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

from django.db import DatabaseError, connection, transaction
from django.http import QueryDict
from wagtail.search import index
from wagtail.search.backends import get_search_backend

from benchmarks._questions import KINDS, address
from benchmarks._volume import peak_memory, prepare
from projects.models import ProjectPage
from search.finding import find
from search.query import parse_query
from search.rebuilding import rebuild

LIMIT = 20.0  # seconds
ROUNDS = 5
FACETS = ("coordinator_id", "status", "procedure", "citywide")
_TEXTS = ("summary", "purpose", "results", "approach", "body")


class TooLong(Exception):
    """The question was broken off."""


def main(records: int) -> None:
    prepare(records)
    start = time.perf_counter()
    rate = rebuild() / (time.perf_counter() - start)
    print(f"This search: {rate:.0f} documents a second")
    with transaction.atomic():
        plain = _plain_search()
        print(f"{'kind':16} {'ours ms':>9} {'plain ms':>9} {'ratio':>7}")
        for kind, questions in KINDS.items():
            asked = [one for one in questions if not one.startswith("&")]
            if asked:
                _compare(kind, asked, plain)
        transaction.set_rollback(True)
    print(f"Most memory: {peak_memory():.0f} MB")


def _plain_search() -> Callable[[str], object]:
    """Wagtail's index of the projects, stored now; asks it one question."""
    ProjectPage.search_fields = [
        *ProjectPage.search_fields,
        *(index.SearchField(name) for name in _TEXTS),
        *(index.FilterField(name.removesuffix("_id")) for name in FACETS),
    ]
    locale = ProjectPage.objects.filter(locale__language_code="sv").first().locale
    backend = get_search_backend("wagtail.search.backends.database")
    pages = ProjectPage.objects.filter(live=True, locale=locale)
    start, count = time.perf_counter(), 0
    for batch in _batches(pages):
        backend.add_bulk(ProjectPage, batch)
        count += len(batch)
    print(f"Plain Wagtail: {count / (time.perf_counter() - start):.0f} pages a second")

    def ask(words: str) -> None:
        found = backend.search(words, pages)
        list(found[:10])
        found.count()
        for facet in FACETS:
            found.facet(facet)

    return ask


def _batches(pages, size: int = 500) -> Iterator[list[ProjectPage]]:
    last = 0
    while batch := list(pages.filter(pk__gt=last).order_by("pk")[:size]):
        yield batch
        last = batch[-1].pk


def _compare(kind: str, questions: list[str], plain: Callable[[str], object]) -> None:
    queries = [parse_query(QueryDict(address(asked)), "sv") for asked in questions]
    ours = [_milliseconds(find, query) for _round in range(ROUNDS) for query in queries]
    words = [asked.partition("&")[0] for asked in questions]
    try:
        theirs = []
        for number in range(ROUNDS):
            with _at_most(LIMIT):
                theirs.append(_milliseconds(plain, words[number % len(words)]))
        said, least = f"{statistics.median(theirs):9.1f}", ""
    except TooLong:
        theirs, said, least = [LIMIT * 1000], f"over {LIMIT:.0f} s", ">"
    own = statistics.median(ours)
    ratio = f"{least}{statistics.median(theirs) / own:.1f}"
    print(f"{kind:16} {own:9.1f} {said:>9} {ratio:>7}", flush=True)


def _milliseconds(ask: Callable, question) -> float:
    start = time.perf_counter()
    ask(question)
    return (time.perf_counter() - start) * 1000


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Break the database's work off when it takes longer; raises :class:`TooLong`."""
    stop = "interrupt" if connection.vendor == "sqlite" else "cancel"
    timer = Timer(seconds, getattr(connection.connection, stop))
    timer.start()
    try:
        with transaction.atomic():
            yield
    except DatabaseError as error:
        if timer.finished.is_set():
            raise TooLong from error
        raise
    finally:
        timer.cancel()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)

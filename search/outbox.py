"""The log of changes, and how it reaches an index.

Rows hold a key and nothing else; delivery reads what is true *then*. So it does not
matter how often, how late or in which order a change is delivered.

The ids of the log must become visible in order. They do on SQLite, which has one
writer at a time; an engine for a database with more brings its own order.
"""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta

from django.db import connection, transaction
from django.db.models import Max, Min, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django_tasks import task

from search.documents import SearchDocument, build_documents
from search.engines import Engine, EngineUnavailable, get_engines
from search.models import Change, Cursor
from search.sources import Affected

logger = logging.getLogger(__name__)

#: Changes read from the log at a time.
BATCH = 500
#: Changes that the one who makes them waits for; the worker delivers the rest.
AT_ONCE = 200
LONGEST_WAIT = timedelta(minutes=5)

_collected: ContextVar[dict[str, bool] | None] = ContextVar("collected", default=None)


# --- writing ------------------------------------------------------------------------


def note(affected: Affected) -> None:
    """Log what a change affects."""
    enqueue(affected.about)
    enqueue(affected.showing - affected.about, withhold=False)


def enqueue(keys: Iterable[str], *, withhold: bool = True) -> None:
    """Log that the documents may have changed; part of the caller's transaction.

    ``withhold`` keeps them out of every answer until the index has heard of it.
    """
    keys = list(keys)
    collected = _collected.get()
    if collected is not None:
        for key in keys:
            collected[key] = collected.get(key, False) or withhold
    elif keys:
        _write(dict.fromkeys(keys, withhold))


@contextmanager
def bulk_changes() -> Iterator[None]:
    """Log each key once, at the end, however often it changes within.

    Wrap it around what one transaction does (``with atomic(), bulk_changes():``), so
    that the log is written in the transaction of the changes.
    """
    if _collected.get() is not None:
        yield  # an outer one collects already
        return
    collected: dict[str, bool] = {}
    token = _collected.set(collected)
    try:
        yield
    finally:
        _collected.reset(token)
        if collected and not connection.needs_rollback:
            _write(collected)


def _write(changes: dict[str, bool]) -> None:
    Change.objects.bulk_create(
        [Change(key=key, withhold=withhold) for key, withhold in changes.items()],
        batch_size=BATCH,
    )
    waiting = (call for _sids, call, *_rest in connection.run_on_commit)
    if deliver_soon not in waiting:
        transaction.on_commit(deliver_soon, robust=True)


# --- what must not be shown -----------------------------------------------------------


def withheld_keys(index: str) -> frozenset[str]:
    """Keys whose changes the index has not heard of; one query."""
    return frozenset(
        _after_cursor(index).filter(withhold=True).values_list("key", flat=True)
    )


def _after_cursor(index: str):
    last = Cursor.objects.filter(index=index).values("last_id")
    return Change.objects.filter(pk__gt=Coalesce(Subquery(last), 0))


# --- delivering ---------------------------------------------------------------------


def deliver_soon() -> None:
    """Right after a commit: a little at once, and the rest by the worker."""
    if deliver(at_most=AT_ONCE) >= AT_ONCE:
        deliver_changes.enqueue()


@task(backend="background")
def deliver_changes() -> int:
    """The worker's part; may run twice without harm."""
    return deliver()


def deliver(*, at_most: int | None = None, force: bool = False) -> int:
    """Deliver what is due, in order; how many changes were delivered.

    To every engine, each from where it stands. Never raises for one that fails: the
    log keeps everything, and the next attempt waits longer each time (2 seconds, 4,
    8 … 5 minutes) unless ``force``.
    """
    return max(
        _deliver_to(engine, at_most=at_most, force=force) for engine in get_engines()
    )


def _deliver_to(engine: Engine, *, at_most: int | None, force: bool) -> int:
    newest = Change.objects.aggregate(newest=Max("pk"))["newest"] or 0
    delivered = 0
    while at_most is None or delivered < at_most:
        size = BATCH if at_most is None else min(BATCH, at_most - delivered)
        try:
            count = _deliver_batch(engine, engine.name, newest, size, force=force)
        except EngineUnavailable as error:
            _back_off(engine.name, error)
            break
        if not count:
            break
        delivered += count
    return delivered


def _deliver_batch(
    engine: Engine, index: str, newest: int, size: int, *, force: bool
) -> int:
    if not _after_cursor(index).filter(pk__lte=newest).exists():
        return 0
    with transaction.atomic():
        cursor, _new = Cursor.objects.select_for_update().get_or_create(index=index)
        if cursor.retry_at and cursor.retry_at > timezone.now() and not force:
            return 0
        count = advance(engine, cursor, newest=newest, size=size)
        _forget_delivered()
    return count


def advance(
    engine: Engine,
    cursor: Cursor,
    *,
    generation: int | None = None,
    newest: int | None = None,
    size: int = BATCH,
) -> int:
    """Bring an index forward by at most ``size`` changes, up to id ``newest``.

    In a transaction of the caller's, for the cursor must move with the index.
    """
    changes = Change.objects.filter(pk__gt=cursor.last_id).order_by("pk")
    if newest is not None:
        changes = changes.filter(pk__lte=newest)
    rows = list(changes.values_list("pk", "key")[:size])
    if not rows:
        return 0
    documents = _build({key: None for _pk, key in rows})
    present = [document for document in documents.values() if document]
    absent = [key for key, document in documents.items() if document is None]
    engine.index(present, generation=generation)
    engine.delete(absent, generation=generation)
    cursor.last_id = rows[-1][0]
    cursor.failures, cursor.retry_at, cursor.error = 0, None, ""
    cursor.save()
    return len(rows)


def _build(keys: Iterable[str]) -> dict[str, SearchDocument | None]:
    """The documents. One that cannot be made does not stop the others: it is taken
    from the index, and logged anew for a later attempt."""
    try:
        return build_documents(keys)
    except Exception:
        logger.exception("A batch of documents failed; trying them one by one")
    documents: dict[str, SearchDocument | None] = {}
    for key in keys:
        try:
            documents |= build_documents([key])
        except Exception:
            logger.exception("No document could be made of %s", key)
            documents[key] = None
            Change.objects.create(key=key)
    return documents


def _back_off(index: str, error: Exception) -> None:
    logger.warning("The index %s did not take changes: %s", index, error)
    cursor, _new = Cursor.objects.get_or_create(index=index)
    cursor.failures += 1
    wait = min(timedelta(seconds=2 ** min(cursor.failures, 12)), LONGEST_WAIT)
    cursor.retry_at = timezone.now() + wait
    cursor.error = str(error)[:500]
    cursor.save()


def _forget_delivered() -> None:
    """Remove what every index in use has heard of."""
    in_use = Q(index__contains=":")  # a generation that is being built
    in_use |= Q(index__in=[engine.name for engine in get_engines()])
    oldest = Cursor.objects.filter(in_use).aggregate(oldest=Min("last_id"))["oldest"]
    Change.objects.filter(pk__lte=oldest).delete()

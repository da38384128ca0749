"""Whether an index is what the database says, document by document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from django.db import transaction

from search import outbox
from search.documents import all_keys, build_documents
from search.engines import Engine
from search.engines.content import fingerprint

#: Keys are compared so many at a time: memory does not grow with the site.
BATCH = 500
#: So many keys of each kind are remembered to be told.
TOLD = 10


@dataclass
class Comparison:
    """How many documents are right, and which are not.

    ``missing``: should be found, and are not stored. ``stale``: stored as they were
    once. ``extra``: stored, and should not be found. What the log of changes has yet
    to deliver is ``waiting``, and not compared.
    """

    engine: str
    same: int = 0
    waiting: int = 0
    missing: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> list[str]:
        return [*self.missing, *self.stale, *self.extra]


def compare(engine: Engine) -> Comparison:
    """Read everything of both. Raises ``EngineUnavailable``."""
    found = Comparison(engine.name)
    for keys in all_keys():
        _compare_batch(engine, list(keys), found)
    for keys in _batches(engine.keys()):
        _find_extra(engine, keys, found)
    return found


def repair(comparison: Comparison) -> None:
    """Log what is wrong as changed: every engine hears of it, as of any change."""
    for keys in _batches(comparison.wrong):
        with transaction.atomic():
            outbox.enqueue(keys, withhold=False)
    with transaction.atomic():
        outbox.enqueue(comparison.extra)
    while outbox.deliver(force=True):
        pass


def _compare_batch(engine: Engine, keys: list[str], found: Comparison) -> None:
    # One transaction: a change in between would seem to be wrong.
    with transaction.atomic():
        documents = build_documents(keys)
        stored = engine.fingerprints(keys)
        waiting = outbox.waiting_keys(engine.name, keys)
    for key, document in documents.items():
        if key in waiting:
            found.waiting += 1
        elif document is None:
            continue  # If it is stored all the same, it is extra.
        elif key not in stored:
            found.missing.append(key)
        elif stored[key] != fingerprint(document):
            found.stale.append(key)
        else:
            found.same += 1


def _find_extra(engine: Engine, keys: list[str], found: Comparison) -> None:
    with transaction.atomic():
        documents = build_documents(keys)
        waiting = outbox.waiting_keys(engine.name, keys)
    found.extra += [
        key for key in keys if documents[key] is None and key not in waiting
    ]


def _batches(keys: Iterable[str]) -> Iterator[list[str]]:
    keys = iter(keys)
    while batch := list(islice(keys, BATCH)):
        yield batch

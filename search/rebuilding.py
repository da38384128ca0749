"""A whole new index beside the one that answers, without stopping anything.

Note where the log stands, scan everything into a new generation, replay what has
changed since, then - in one transaction, so that nothing can change meanwhile -
replay the tail, swap, and let the index go on from there.
"""

from collections.abc import Callable

from django.db import transaction
from django.db.models import Max

from search import outbox, translations
from search.documents import all_keys, build_documents
from search.engines import Engine, get_engine
from search.models import Change, Cursor


def rebuild(
    progress: Callable[[int, int], None] = lambda scanned, stored: None,
    engine: Engine | None = None,
) -> int:
    """Build the index of ``engine`` anew (the first one's) and swap it in; how many
    documents it has.

    ``progress`` is called after each batch with the keys scanned and the documents
    stored in it. What a broken-off rebuild left behind is thrown away first.
    """
    engine = engine or get_engine()
    _clear_away(engine)
    generation = engine.create()
    newest = Change.objects.aggregate(newest=Max("pk"))["newest"] or 0
    cursor = Cursor.objects.create(index=f"{engine.name}:{generation}", last_id=newest)
    learner = translations.Learner()
    for keys in all_keys():
        # One transaction for each batch: others write in between.
        with transaction.atomic():
            found = [
                document for document in build_documents(keys).values() if document
            ]
            engine.index(found, generation=generation)
        learner.read(found)
        progress(len(keys), len(found))
    engine.prepare(generation)
    translations.remember(learner.learnt())
    while True:
        with transaction.atomic():
            if not outbox.advance(engine, cursor, generation=generation):
                break
    with transaction.atomic():
        while outbox.advance(engine, cursor, generation=generation):
            pass
        engine.swap(generation)
        Cursor.objects.update_or_create(
            index=engine.name,
            defaults={
                "last_id": cursor.last_id,
                "failures": 0,
                "retry_at": None,
                "error": "",
            },
        )
        cursor.delete()
    return engine.count()


def _clear_away(engine: Engine) -> None:
    for cursor in Cursor.objects.filter(index__startswith=f"{engine.name}:"):
        engine.drop(int(cursor.index.partition(":")[2]))
        cursor.delete()

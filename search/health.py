"""``/health/``: whether the site and its search work, for whoever watches over it.

No name, no text and no number of anything but the changes that wait. The status is 503
only where the database does not answer: a search engine that is down costs a notice.
"""

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from search.engines import Engine, EngineUnavailable, get_engines
from search.outbox import backlog


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    try:
        engines = [_state(engine) for engine in get_engines()]
    except DatabaseError:
        return JsonResponse({"status": "down", "database": "down"}, status=503)
    answering = [engine["answers"] for engine in engines]
    search = "ok" if answering[0] else "fallback" if any(answering) else "down"
    return JsonResponse(
        {
            "status": "ok" if search == "ok" else "degraded",
            "database": "ok",
            "search": search,
            "engines": engines,
        }
    )


def _state(engine: Engine) -> dict:
    """``oldest_seconds`` is the age of the oldest change that the index has not
    heard of; more than a few minutes, and something is wrong."""
    try:
        engine.count()
    except EngineUnavailable:
        answers = False
    else:
        answers = True
    waiting = backlog(engine.name)
    age = None
    if waiting.oldest is not None:
        age = max(0, round((timezone.now() - waiting.oldest).total_seconds()))
    return {
        "name": engine.name,
        "answers": answers,
        "waiting": waiting.changes,
        "oldest_seconds": age,
        "failures": waiting.failures,
    }

"""Where to go from a search that found nothing: only ways that lead somewhere."""

import logging
from urllib.parse import urlencode

from django.urls import reverse

from search.engines import EngineUnavailable, ask
from search.finding import findings_for
from search.nearest import nearest_concepts
from search.needs import PERMISSION
from search.outbox import withheld_keys
from search.query import SearchQuery
from search.response import SearchResponse
from search.showing import other_spellings
from taxonomy.queries import concept_index

logger = logging.getLogger(__name__)

#: So many concepts are shown.
CONCEPTS = 6


def ways_on(response: SearchResponse, user) -> dict:
    """The context of ``search/nothing.html``.

    ``corrections``: other spellings, as links; ``without_choices``: how much there is
    without the filters, and its address; ``concepts``: the nearest that something is
    tagged with, and how much; ``need_url``: where ``user`` may register a need, empty
    for everybody else.
    """
    query = response.query
    may_register = user.is_authenticated and user.has_perm(PERMISSION)
    ways = {
        "corrections": other_spellings(response),
        "without_choices": None,
        "concepts": [],
        "need_url": _need_url(query) if may_register else "",
    }
    try:
        ways["without_choices"] = _without_choices(query)
        ways["concepts"] = _concepts(query)
    except EngineUnavailable:
        logger.exception("The search engine does not answer")
    return ways


def _need_url(query: SearchQuery) -> str:
    return f"{reverse('search-need')}?{urlencode({'q': query.text})}"


def _without_choices(query: SearchQuery) -> dict | None:
    if not (query.text and query.filters):
        return None
    wider = query.cleared()
    found = findings_for(wider)
    return {"count": found.total, "url": wider.querystring} if found.total else None


def _concepts(query: SearchQuery) -> list[dict]:
    if not query.text:
        return []
    near = nearest_concepts(query.text, concept_index())
    names = [concept.identifier for concept in near]
    counts, _instead = ask(
        lambda engine: engine.tagged(names, exclude=withheld_keys(engine.name))
    )
    return [
        {"concept": concept, "count": counts[concept.identifier]}
        for concept in near
        if concept.identifier in counts
    ][:CONCEPTS]

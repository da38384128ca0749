"""One search as one request."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.utils import timezone

from language import LANGUAGES, index_safe
from search import ranking
from search.engines.content import moment
from search.engines.elasticsearch.clauses import Query, any_of, holding, scored
from search.engines.elasticsearch.mapping import name_of
from search.engines.spelling import MAX_WORDS, SHORTEST_CORRECTED, forms
from search.query import Plan, SearchQuery, Sort
from search.query.plan import Meaning, Word

#: The server gives no hit beyond this place.
WINDOW = 10_000
#: A facet has fewer values than this.
_VALUES = 2000
_NEAR = 30


def hidden(exclude: Collection[str]) -> list[Query]:
    """What must not be seen, whatever the index says."""
    found: list[Query] = [{"range": {"visible_until": {"lte": moment(timezone.now())}}}]
    if exclude:
        found.append({"terms": {"key": list(exclude)}})
    return found


def body(
    query: SearchQuery,
    plan: Plan,
    words: Sequence[Word],
    meanings: Sequence[Meaning],
    exclude: Collection[str],
    first: int,
) -> dict[str, Any]:
    """The search for hits from place ``first``, counts over all, and whatever tells
    which words the index has."""
    chosen = {
        name: {"terms": {f"facets.{name}": list(values)}}
        for name, values in query.chosen.items()
    }
    conditions: dict[str, Any] = {
        "must_not": [*hidden(exclude), *map(holding, plan.excluded)],
        "filter": [holding(phrase) for phrase in plan.phrases],
    }
    if plan.asks or (query.text and not plan.phrases and not plan.excluded):
        conditions["must"] = [scored(plan, words, meanings)]
    asked: dict[str, Any] = {
        "query": {"bool": conditions},
        "from": first,
        "size": query.page_size,
        "track_total_hits": True,
        "track_scores": True,
        "_source": ["key", "shown"],
        # What a reason needs to know.
        "docvalue_fields": ["prior", "pairs"],
        "sort": _order(query, bool(plan.asks)),
        "aggs": _counts(query, plan, chosen),
    }
    if chosen:
        asked["post_filter"] = {"bool": {"filter": list(chosen.values())}}
    return asked


def _order(query: SearchQuery, is_ranked: bool) -> list[Any]:
    ties = {"key": "asc"}
    match query.sort:
        case Sort.RELEVANCE if is_ranked:
            return [{"_score": "desc"}, ties]
        case Sort.NEWEST:
            return [{"date": "desc"}, ties]
        case Sort.UPDATED:
            return [{"updated": "desc"}, ties]
    return [{f"sort_title.{query.lang}": "asc"}, ties]


def _counts(query: SearchQuery, plan: Plan, chosen: Mapping[str, Query]) -> dict:
    """Each facet's counts among the hits of every *other* filter; and which of the
    plan's numbers and names are among the hits."""
    whole = {"bool": {"filter": list(chosen.values())}}
    counts: dict[str, Any] = {}
    for name in query.facets:
        others = [own for other, own in chosen.items() if other != name]
        counts[f"facet:{name}"] = {
            "filter": {"bool": {"filter": others}},
            "aggs": {"values": _values(f"facets.{name}")},
        }
    if plan.numbers:
        asked = list(plan.numbers)
        counts["numbers"] = {
            "filter": whole,
            "aggs": {"values": _values("numbers", asked)},
        }
    if plan.names:
        kinds = ranking.NAME_CERTAINTY
        asked = [name_of(kind, form) for form, _share in plan.names for kind in kinds]
        counts["names"] = {"filter": whole, "aggs": {"values": _values("names", asked)}}
    return counts


def _values(field: str, only: Sequence[str] = ()) -> dict:
    options: dict[str, Any] = {"field": field, "size": _VALUES}
    if only:
        options["include"] = list(only)
    return {"terms": options}


# --- which words the index has ------------------------------------------------------


def presence(words: Sequence[Word]) -> dict[str, Any]:
    """Counts, over the whole index, of documents with each word in any form."""
    filters = {}
    for number, word in enumerate(words):
        tokens: dict[str, set[str]] = {}
        for lang, token in forms(word):
            tokens.setdefault(lang, set()).add(token)
        filters[str(number)] = any_of(
            {"terms": {f"{lang}.any": sorted(own)}} for lang, own in tokens.items()
        )
    return {
        "known": {"global": {}, "aggs": {"words": {"filters": {"filters": filters}}}}
    }


def nearness(words: Sequence[Word]) -> dict[str, Any]:
    """What the index has near each word that it does not have, by language."""
    return {
        f"{number}:{lang}": {
            "text": written(word),
            "term": {
                "field": f"{lang}.forms",
                "analyzer": "keyword",
                "suggest_mode": "missing",
                "size": _NEAR,
                "max_edits": 2,
                "prefix_length": 0,
                "min_word_length": SHORTEST_CORRECTED,
                "sort": "score",
            },
        }
        for number, word in enumerate(words[: MAX_WORDS * 4])
        for lang in LANGUAGES
        if not word.correct and len(written(word)) >= SHORTEST_CORRECTED
    }


def written(word: Word) -> str:
    return index_safe(word.text.lower())


def beginnings(starts: Sequence[str], limit: int) -> dict[str, Any]:
    """The most common words that begin with each of ``starts``, by language."""
    counts = {}
    for number, start in enumerate(starts):
        pattern = "".join(c if c.isalnum() else f"\\{c}" for c in start) + ".*"
        for lang in LANGUAGES:
            field = f"{lang}.forms"
            counts[f"{number}:{lang}"] = {
                "filter": {"prefix": {field: start}},
                "aggs": {
                    "words": {
                        "terms": {
                            "field": field,
                            "include": pattern,
                            "size": limit,
                            "order": [{"_count": "desc"}, {"_key": "asc"}],
                        }
                    }
                },
            }
    return {"size": 0, "aggs": counts}

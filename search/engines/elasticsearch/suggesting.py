"""What a reader who is still writing may mean."""

from collections.abc import Collection, Sequence
from typing import Any

from language import fold
from projects.case_numbers import normalise_case_number
from search.documents.document import SearchDocument, load_shown
from search.engines.elasticsearch.asking import hidden
from search.engines.protocol import Suggested
from search.query import TYPES
from search.starts import SHORTEST, Tier, form_of

#: Read of each type: one thing may start in several ways, and a concept is chosen by
#: how much it leads to.
_READ = {"concept": 150}
_READ_OTHERS = 24
_SHORTEST_NUMBER = 4
#: What is counted under a concept.
_TAGGED = ("project", "person")


def number_of(prefix: str) -> str:
    """The beginning of a case number that ``prefix`` may be; empty if it is none."""
    number = normalise_case_number(prefix[:80])
    is_number = len(number) >= _SHORTEST_NUMBER and any(map(str.isdigit, number))
    return number if is_number and number.isprintable() else ""


def body(prefix: str, exclude: Collection[str]) -> dict[str, Any] | None:
    """The request; ``None`` where nothing can start so."""
    form = form_of(prefix)
    if len(form) < SHORTEST:
        return None
    ranges = _ranges(form)
    asked = [
        {
            "constant_score": {
                "filter": {"prefix": {f"starts.{tier.name.lower()}": start}},
                "boost": float(len(ranges) - place),
            }
        }
        for place, (tier, start) in enumerate(ranges)
    ]
    if number := number_of(prefix):
        numbered = {"prefix": {"numbers": number}}
        most = len(ranges) + 1.0
        asked.append({"constant_score": {"filter": numbered, "boost": most}})
    order = [{"_score": "desc"}, {"sort_title.sv": "asc"}, {"key": "asc"}]
    types = {
        kind: {
            "filter": {"term": {"type": kind}},
            "aggs": {
                "best": {
                    "top_hits": {
                        "size": min(_READ.get(kind, _READ_OTHERS), 100),
                        "sort": order,
                        "_source": ["key", "shown", "labels", "numbers"],
                    }
                }
            },
        }
        for kind in TYPES
    }
    return {
        "size": 0,
        "query": {
            "bool": {
                "must": [{"dis_max": {"queries": asked}}],
                "must_not": hidden(exclude),
            }
        },
        "aggs": types,
    }


def tagged_body(concepts: Collection[str], exclude: Collection[str]) -> dict[str, Any]:
    names = sorted(set(concepts))
    return {
        "size": 0,
        "query": {
            "bool": {
                "filter": [{"terms": {"type": list(_TAGGED)}}],
                "must_not": hidden(exclude),
            }
        },
        "aggs": {
            "concepts": {
                "terms": {
                    "field": "facets.concept",
                    "include": names,
                    "size": len(names),
                }
            }
        },
    }


def _ranges(form: str) -> list[tuple[Tier, str]]:
    """How a thing may start with ``form``, the nearest first: letters as they are
    written come before letters without their marks."""
    folded = fold(form)
    written = [(Tier.FIRST, form), (Tier.INNER, form)]
    plain = [(Tier.FIRST, folded), (Tier.INNER, folded)] if folded != form else []
    last = [(Tier.FOLDED_FIRST, folded), (Tier.FOLDED_INNER, folded)]
    return [*written, *plain, *last]


def started(
    answer: dict[str, Any], prefix: str
) -> dict[str, list[tuple[SearchDocument, str]]]:
    """By type, the documents that start so, the nearest first, each with the name
    that does if it is not the title's."""
    ranges, number = _ranges(form_of(prefix)), number_of(prefix)
    found = {}
    for kind in TYPES:
        rows = []
        for hit in answer["aggregations"][kind]["best"]["hits"]["hits"]:
            source = hit["_source"]
            document = load_shown(source["key"], source["shown"])
            place, form, label = _nearest(source, ranges, number)
            rows.append((place, form, document.key, document, label))
        found[kind] = [row[3:] for row in sorted(rows, key=lambda row: row[:3])]
    return found


def _nearest(
    source: dict[str, Any], ranges: list[tuple[Tier, str]], number: str
) -> tuple[int, str, str]:
    """The place of the nearest start, its form, and the name that it is of."""
    numbers = sorted(own for own in source["numbers"] if own.startswith(number))
    if number and numbers:
        return -1, numbers[0], numbers[0]
    return min(
        (place, form, label)
        for form, tier, label in source["labels"]
        for place, (asked, start) in enumerate(ranges)
        if tier == asked and form.startswith(start)
    )


def shared_out(found: dict[str, list[Suggested]], limit: int) -> Sequence[Suggested]:
    """The best of each type in turn until there is no more room; type by type."""
    waiting = {kind: list(rows) for kind, rows in found.items()}
    chosen: dict[str, list[Suggested]] = {kind: [] for kind in found}
    room = limit
    while room and any(waiting.values()):
        for kind, rows in waiting.items():
            if rows and room:
                chosen[kind].append(rows.pop(0))
                room -= 1
    return [row for rows in chosen.values() for row in rows]

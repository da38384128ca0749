"""From outcomes to figures, and from figures to what changed since an earlier run."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from search.evaluation.running import Outcome

#: The group of every query.
ALL = "all"


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over ``queries`` queries; ``nothing`` is the share without a single hit.

    The field names are those of the report in JSON.
    """

    queries: int
    ndcg: float
    mrr: float
    recall: float
    nothing: float


def figures_of(outcomes: Collection[Outcome]) -> Figures:
    """The means; raises ``ValueError`` without outcomes, for they have none."""
    if not outcomes:
        raise ValueError("No outcomes to take the mean of.")
    count = len(outcomes)
    return Figures(
        queries=count,
        ndcg=sum(outcome.ndcg for outcome in outcomes) / count,
        mrr=sum(outcome.reciprocal_rank for outcome in outcomes) / count,
        recall=sum(outcome.recall for outcome in outcomes) / count,
        nothing=sum(not outcome.total for outcome in outcomes) / count,
    )


def by_kind(outcomes: Collection[Outcome]) -> dict[str, Figures]:
    """The figures of all, then of each kind of query by name."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.judged.kind].append(outcome)
    found = {ALL: figures_of(outcomes)}
    if len(groups) > 1:
        found |= {kind: figures_of(groups[kind]) for kind in sorted(groups)}
    return found


def as_json(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """One engine's part of the report: figures and every query, rounded to 1e-4."""
    return {
        "figures": {
            kind: {name: round(value, 4) for name, value in asdict(figures).items()}
            for kind, figures in by_kind(outcomes).items()
        },
        "queries": [
            {
                "query": outcome.judged.query,
                "lang": outcome.judged.lang,
                "type": outcome.judged.type,
                "kind": outcome.judged.kind,
                "set": outcome.judged.set,
                "ndcg": round(outcome.ndcg, 4),
                "total": outcome.total,
                "found": [asdict(hit) for hit in outcome.shown],
            }
            for outcome in outcomes
        ],
    }


@dataclass(frozen=True, slots=True)
class Moved:
    """A query whose nDCG changed."""

    query: str
    before: float
    after: float


def moved(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> list[Moved]:
    """The queries that both reports of an engine have and that changed, the greatest
    losses first and the greatest gains last."""
    before = {_asked(row): row["ndcg"] for row in earlier["queries"]}
    changed = [
        Moved(row["query"], before[_asked(row)], row["ndcg"])
        for row in later["queries"]
        if _asked(row) in before and before[_asked(row)] != row["ndcg"]
    ]
    return sorted(changed, key=lambda one: (one.after - one.before, one.query))


def _asked(row: Mapping[str, Any]) -> tuple[str, str, str]:
    return row["query"], row["lang"], row["type"]

"""The report as lines of text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from search.evaluation.figures import ALL, moved
from search.evaluation.running import Outcome

#: Of what was found in place of what should have been, so much is shown.
_SHOWN = 3
_CHANGES = 10

_COLUMNS = ("queries", "nDCG@10", "MRR@10", "recall@10", "nothing")
_NAMES = ("queries", "ndcg", "mrr", "recall", "nothing")


def table(figures: Mapping[str, Mapping[str, float]], engine: str) -> Iterator[str]:
    """The figures of each kind of query, those of all first."""
    width = max(map(len, (engine, *figures)))
    yield f"{engine:{width}}" + "".join(f"{name:>11}" for name in _COLUMNS)
    for kind, row in figures.items():
        count, *means, nothing = (row[name] for name in _NAMES)
        cells = [f"{count:11d}", *(f"{mean:11.3f}" for mean in means)]
        yield f"{kind:{width}}" + "".join(cells) + f"{nothing:11.1%}"


def worst(outcomes: Iterable[Outcome], count: int) -> Iterator[str]:
    """The queries with the least nDCG: what was found first, with its grade, and
    what should have been (by its title, if any query found it)."""
    outcomes = sorted(outcomes, key=lambda outcome: outcome.ndcg)
    titles = {hit.identifier: hit.title for one in outcomes for hit in one.shown}
    for outcome in outcomes[:count]:
        judged = outcome.judged
        narrowed = f", {judged.type}" if judged.type else ""
        yield f"{outcome.ndcg:.3f}  {judged.query}  ({judged.lang}{narrowed})"
        for hit in outcome.shown[:_SHOWN]:
            grade = judged.relevant.get(hit.identifier, 0)
            yield f"         {grade}  {hit.title} ({hit.type})"
        if not outcome.shown:
            yield "         nothing found"
        lacking = [titles.get(name, name) for name in outcome.missing[:_SHOWN]]
        if lacking:
            yield f"         not among the first: {', '.join(lacking)}"


def compared(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> Iterator[str]:
    """How one engine's report differs from an earlier one."""
    for kind, row in later["figures"].items():
        if kind in earlier["figures"]:
            before = earlier["figures"][kind]
            changes = "  ".join(
                f"{column} {row[name] - before[name]:+.3f}"
                for column, name in zip(_COLUMNS[1:], _NAMES[1:], strict=True)
            )
            yield f"{kind}: {changes}"
            if kind == ALL and row["queries"] != before["queries"]:
                yield f"     ({row['queries']} queries, earlier {before['queries']})"
    changed = moved(earlier, later)
    worse = [one for one in changed if one.after < one.before][:_CHANGES]
    better = [one for one in reversed(changed) if one.after > one.before][:_CHANGES]
    for title, rows in (("Worse", worse), ("Better", better)):
        yield from _changes(title, rows)


def _changes(title: str, rows: Sequence) -> Iterator[str]:
    if rows:
        yield f"{title}:"
    for one in rows:
        yield f"  {one.before:.3f} -> {one.after:.3f}  {one.query}"

"""Coverage over time, from dated changes. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from .states import ASPECTS, Coverage, State


@dataclass(frozen=True, slots=True)
class Period:
    """From its day on (to the next period's) the coverage was so.

    ``changed``: (aspect, state before, state now); empty for the first period.
    """

    day: date
    coverage: Coverage
    changed: tuple[tuple[str, State, State], ...] = ()


def timeline(changes: Iterable[tuple[date, Coverage]]) -> list[Period]:
    """The periods of one project, the oldest first.

    Of several changes in one day the last counts; a change that changes nothing is
    no period. ``changes`` come in their order.
    """
    days: dict[date, Coverage] = {}
    for day, coverage in changes:
        days[day] = coverage
    periods: list[Period] = []
    for day, coverage in days.items():
        if not periods:
            periods.append(Period(day, coverage))
        elif coverage != periods[-1].coverage:
            before = periods[-1].coverage
            periods.append(
                Period(
                    day,
                    coverage,
                    tuple(
                        (aspect, before[aspect], coverage[aspect])
                        for aspect in ASPECTS
                        if before[aspect] != coverage[aspect]
                    ),
                )
            )
    return periods


@dataclass(frozen=True, slots=True)
class Month:
    """How many projects were in each state at the end of a month (its first day)."""

    first: date
    projects: int
    #: By aspect and state.
    counts: Mapping[str, Mapping[State, int]]


def months_between(first: date, last: date) -> list[date]:
    """The first days of the months from ``first`` to ``last``, both included."""
    months, month = [], first.replace(day=1)
    while month <= last:
        months.append(month)
        month = _next(month)
    return months


def by_month(
    histories: Iterable[Sequence[tuple[date, Coverage]]], months: Sequence[date]
) -> list[Month]:
    """Counts at the end of each month; a project counts from its first change.

    ``histories``: each project's changes, the oldest first. ``months``: first days,
    in order. Takes time in proportion to changes and months, not to their product.
    """
    ends = [_next(month) for month in months]
    steps = [{(a, s): 0 for a in ASPECTS for s in State} for _ in months]
    begun = [0] * len(months)
    for history in histories:
        spans = [*pairwise(history), (history[-1], None)] if history else []
        for number, ((day, coverage), following) in enumerate(spans):
            start = _place(ends, day)
            end = _place(ends, following[0]) if following else len(months)
            if number == 0 and start < len(months):
                begun[start] += 1
            if start == end:
                continue  # Over before the month was.
            for aspect, state in coverage.items():
                steps[start][aspect, state] += 1
                if end < len(months):
                    steps[end][aspect, state] -= 1
    found, running, total = [], dict.fromkeys(steps[0] if steps else (), 0), 0
    for month, step, new in zip(months, steps, begun, strict=True):
        total += new
        running = {key: running[key] + change for key, change in step.items()}
        found.append(
            Month(
                month,
                total,
                {a: {s: running[a, s] for s in State} for a in ASPECTS},
            )
        )
    return found


def _place(ends: Sequence[date], day: date) -> int:
    """The number of the first month that ends after ``day``; all of them: none."""
    if not ends:
        return 0
    first = ends[0]
    ahead = (day.year - first.year) * 12 + day.month - first.month + 1
    return min(max(ahead, 0), len(ends))


def _next(month: date) -> date:
    over, number = divmod(month.month, 12)
    return date(month.year + over, number + 1, 1)

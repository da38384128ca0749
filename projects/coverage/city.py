"""How the city's projects covered the aspects, month by month."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from django.utils import timezone

from projects.models import CoverageChange
from projects.queries import public_sources

from .states import Coverage
from .timeline import Month, by_month, months_between


def coverage_by_month(
    *, first: date | None = None, last: date | None = None
) -> list[Month]:
    """The city's :class:`Month` by month: today's public projects, as they were.

    ``first`` and ``last`` are any days of the first and the last month; by default
    from the first change until today. Two queries, whatever the number of projects.
    """
    histories: dict[UUID, list[tuple[date, Coverage]]] = defaultdict(list)
    for change in CoverageChange.objects.filter(
        record__in=public_sources().values("translation_key")
    ):
        histories[change.record_id].append(
            (timezone.localdate(change.at), change.coverage)
        )
    if not histories:
        return []
    first = first or min(history[0][0] for history in histories.values())
    months = months_between(first, last or timezone.localdate())
    return by_month(histories.values(), months)

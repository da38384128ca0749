"""When a project must say in public why an aspect is missing. Pure.

A missing aspect never stops a page from being published: the public has a right to
know. But once a project asks people what they think, a gap without a word of
explanation is said to be one: "not explained".

For a detailed plan that time is the consultation (the first phase that anyone may
comment in), and everything after it. Other projects have no consultation; the equal
of it is that the work has begun.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from projects.plan_process import Period

from .states import Coverage

_BEGUN = ("ongoing", "completed")


def first_comment_order(phases: Iterable[Mapping[str, object]]) -> int | None:
    """Where in the legal order consultation stands; ``None`` if no phase has it.

    ``phases``: the details of the vocabulary's phases, in legal order.
    """
    orders = (n for n, details in enumerate(phases) if details.get("public_input"))
    return next(orders, None)


def is_plan_due(
    periods: Iterable[Period], *, consultation: int | None, status: str, today: date
) -> bool:
    """Whether a detailed plan has come to its consultation.

    A plan whose dates nobody has written down is not said to have.
    """
    if status == "cancelled":
        return False
    return status == "completed" or any(
        consultation is not None
        and period.order >= consultation
        and (
            period.is_done(today)
            or (period.starts is not None and period.starts <= today)
        )
        for period in periods
    )


def is_project_due(*, status: str, start: str, today: date) -> bool:
    """Whether any other project has begun. ``start`` is a partial date (ISO 8601)."""
    if status:
        return status in _BEGUN
    return bool(start) and start <= today.isoformat()[: len(start)]


def unexplained(coverage: Coverage, explained: Iterable[str]) -> tuple[str, ...]:
    """The missing aspects of which nothing is said."""
    said = set(explained)
    return tuple(aspect for aspect in coverage.missing if aspect not in said)

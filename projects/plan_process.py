"""The phases of a detailed plan in legal order, and "can I comment now?". Pure.

The rules follow the Planning and Building Act (PBL 2010:900, chapter 5) as the
National Board of Housing explains them: consultation and review are when anyone
may comment. The answer is computed from dates that somebody has checked, and says
so where they are missing: a wrong "no" could cost a reader the right to appeal.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

#: A checked date is believed for this long while the phase has not ended.
CHECK_HOLDS = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Period:
    """One phase of a plan. ``public_input`` phases are open for comments."""

    phase: str
    order: int
    name: str = ""
    lang: str = ""
    public_input: bool = False
    starts: date | None = None
    ends: date | None = None
    checked_on: date | None = None
    comment_url: str = ""
    source_url: str = ""

    def is_now(self, today: date) -> bool:
        return (
            self.starts is not None
            and self.starts <= today
            and (self.ends is None or today <= self.ends)
        )

    def is_done(self, today: date) -> bool:
        return self.ends is not None and self.ends < today


class Answer(StrEnum):
    OPEN = "open"
    LATER = "later"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CommentWindow:
    """Whether one may comment, and on what that answer rests."""

    answer: Answer
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A phase on the strip: ``done``, ``now`` or ``ahead``."""

    period: Period
    state: str


def current_period(periods: Iterable[Period], today: date) -> Period | None:
    """The latest phase in legal order that has begun and has not ended."""
    now = [period for period in periods if period.is_now(today)]
    return max(now, key=lambda period: period.order, default=None)


def steps(periods: Iterable[Period], today: date) -> list[Step]:
    """All phases in legal order with their state today."""
    ordered = sorted(periods, key=lambda period: period.order)
    current = current_period(ordered, today)
    result = []
    for period in ordered:
        if current is not None and period.order < current.order:
            state = "done"
        elif period is current:
            state = "now"
        else:
            state = "done" if period.is_done(today) else "ahead"
        result.append(Step(period, state))
    return result


def comment_window(periods: Iterable[Period], today: date) -> CommentWindow:
    """One plain answer to "can I comment now?".

    *open*: a phase for comments runs, its last day is known and checked; *later*:
    one is announced with a checked first day; *closed*: all such phases have
    checked last days that have passed; otherwise *unknown*.
    """
    inputs = sorted(
        (period for period in periods if period.public_input),
        key=lambda period: period.order,
    )
    if not inputs:
        return CommentWindow(Answer.UNKNOWN)
    for period in inputs:
        if period.is_now(today):
            sure = (
                period.ends is not None
                and period.checked_on is not None
                and today - period.checked_on <= CHECK_HOLDS
            )
            return CommentWindow(Answer.OPEN if sure else Answer.UNKNOWN, period)
    for period in inputs:
        if period.starts is not None and period.starts > today:
            known = period.checked_on is not None
            return CommentWindow(Answer.LATER if known else Answer.UNKNOWN, period)
    if all(period.is_done(today) and period.checked_on for period in inputs):
        return CommentWindow(Answer.CLOSED, inputs[-1])
    return CommentWindow(Answer.UNKNOWN)

"""The network of organisations as a figure: a circle, always drawn the same way.

Organisations of one sector stand side by side; those with the strongest ties are
numbered, and the list beside the figure tells who is which. A line is thicker the more
projects the two share.
"""

from collections import Counter
from dataclasses import dataclass
from math import cos, pi, sin

from overview.reading.meetings import Meetings, Member
from people.models import Sector

SIDE = 640
RADIUS, DOT = 285, 22
#: More would stand on each other.
MOST_DOTS = 24
#: How thick the weakest and the strongest tie are.
_THIN, _THICK = 1.5, 9.0

_ORDER = {sector.value: n for n, sector in enumerate(Sector)}


@dataclass(frozen=True, slots=True)
class Dot:
    number: int
    member: Member
    sector: str
    #: Projects together with others, summed over the ties that are drawn.
    together: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """``side`` in units; dots in the order of their numbers, clockwise from the top."""

    dots: list[Dot]
    lines: list[Line]
    side: int = SIDE
    radius: int = DOT


def draw(meetings: Meetings) -> Drawing:
    """Take the strongest ties while their ends have room on the circle."""
    members: dict[int, Member] = {}
    ties, together = [], Counter()
    for tie in meetings.ties:
        ends = {end.id: end for end in (tie.one, tie.other)}
        if len(members | ends) > MOST_DOTS:
            continue
        members |= ends
        ties.append(tie)
        together.update(dict.fromkeys(ends, tie.projects))
    order = sorted(
        members.values(),
        key=lambda member: (_ORDER[member.sector], -together[member.id], member.id),
    )
    places = {
        member.id: _place(number, len(order)) for number, member in enumerate(order)
    }
    strongest = max((tie.projects for tie in ties), default=1)
    return Drawing(
        dots=[
            Dot(
                number,
                member,
                str(Sector(member.sector).label),
                together[member.id],
                *places[member.id],
            )
            for number, member in enumerate(order, start=1)
        ],
        # The strongest is drawn last, above the others.
        lines=[
            Line(
                _chord(places[tie.one.id], places[tie.other.id]),
                round(_THIN + (_THICK - _THIN) * tie.projects / strongest, 1),
            )
            for tie in reversed(ties)
        ],
    )


def _place(number: int, count: int) -> tuple[float, float]:
    angle = 2 * pi * number / count - pi / 2
    middle = SIDE / 2
    return round(middle + RADIUS * cos(angle), 1), round(
        middle + RADIUS * sin(angle), 1
    )


def _chord(one: tuple[float, float], other: tuple[float, float]) -> str:
    """A line that bends towards the middle, so that neighbours' ties can be seen."""
    bend = [
        round(SIDE / 2 + (a + b - SIDE) / 2 * 0.4, 1)
        for a, b in zip(one, other, strict=True)
    ]
    return f"M{one[0]} {one[1]}Q{bend[0]} {bend[1]} {other[0]} {other[1]}"

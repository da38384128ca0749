"""A team as it is shown: who fills which place, who else could, and what is not filled.

All lists are in an order that the input's order does not change.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matching.wanted import Candidate, Wanted

#: How many others are named, for a place and for what is not covered.
NAMED = 3


@dataclass(frozen=True)
class Alternative:
    """Someone outside the team who could fill a place instead of a member.

    ``loses`` are the keys of the required seats and aspects with one place less filled
    if they came instead of the member.
    """

    candidate: str
    score: float
    loses: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """A seat that a member fills, and the best others given the rest of the team."""

    seat: str
    score: float
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True)
class Member:
    """Who is proposed: the places that are theirs, and the missing aspects they cover.

    Of a seat that more members could fill than it wants, the best scores do.
    """

    candidate: str
    places: tuple[Place, ...]
    aspects: tuple[str, ...]


@dataclass(frozen=True)
class Shortfall:
    """Places of a seat, or an aspect, that nobody in the team covers.

    ``able`` could, but there was no room for them; ``nearest`` come near, with their
    partial scores as the caller gave them.
    """

    key: str
    places: int
    required: bool
    able: tuple[str, ...]
    nearest: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Team:
    """The best team, who fills the most places first, and how sure it is the best.

    ``proven``: no team is better. Otherwise it is the best that was found; no team
    leaves fewer than ``least_uncovered`` required places and aspects uncovered, and
    none that leaves as few as this one has fewer than ``least_size`` people.
    """

    members: tuple[Member, ...]
    shortfalls: tuple[Shortfall, ...]
    uncovered: int
    proven: bool
    least_uncovered: int
    least_size: int


def team_of(
    wanted: Wanted,
    people: Sequence[Candidate],
    chosen: set[str],
    *,
    proven: bool,
    least_uncovered: int,
    least_size: int,
) -> Team:
    """Describe the team of those with the ``chosen`` keys."""
    inside = [one for one in people if one.key in chosen]
    outside = [one for one in people if one.key not in chosen]
    shortfalls = _shortfalls(wanted, inside, outside)
    members = [_member(wanted, one, inside, outside) for one in inside]
    members.sort(
        key=lambda member: (
            -len(member.places),
            -sum(place.score for place in member.places),
            member.candidate,
        )
    )
    return Team(
        members=tuple(members),
        shortfalls=shortfalls,
        uncovered=sum(one.places for one in shortfalls if one.required),
        proven=proven,
        least_uncovered=least_uncovered,
        least_size=least_size,
    )


def _member(
    wanted: Wanted,
    member: Candidate,
    inside: Sequence[Candidate],
    outside: Sequence[Candidate],
) -> Member:
    needed = _needed(wanted, member, inside)
    places = []
    for seat in wanted.seats:
        able = sorted(
            (one for one in inside if seat.key in one.covers),
            key=lambda one: (-one.covers[seat.key], one.key),
        )
        if member in able[: seat.how_many]:
            places.append(
                Place(
                    seat.key,
                    member.covers[seat.key],
                    _alternatives(wanted, seat.key, needed, outside),
                )
            )
    places.sort(key=lambda place: (-place.score, place.seat))
    asked = {aspect.key for aspect in wanted.aspects}
    return Member(member.key, tuple(places), tuple(sorted(member.aspects & asked)))


def _needed(
    wanted: Wanted, member: Candidate, inside: Sequence[Candidate]
) -> frozenset[str]:
    """The required seats and aspects with a place that is empty without the member."""
    seats = (
        seat.key
        for seat in wanted.seats
        if seat.required
        and seat.key in member.covers
        and sum(seat.key in one.covers for one in inside) <= seat.how_many
    )
    aspects = (
        aspect.key
        for aspect in wanted.aspects
        if aspect.key in member.aspects
        and sum(aspect.key in one.aspects for one in inside) == 1
    )
    return frozenset([*seats, *aspects])


def _alternatives(
    wanted: Wanted, seat: str, needed: frozenset[str], outside: Sequence[Candidate]
) -> tuple[Alternative, ...]:
    """Those who lose the least; of them, the best for the seat."""
    ranked = sorted(
        (
            len(needed - one.covers.keys() - one.aspects),
            -one.covers[seat],
            not one.districts & wanted.districts,
            one.load,
            one.key,
            number,
        )
        for number, one in enumerate(outside)
        if seat in one.covers
    )
    named = [outside[rank[-1]] for rank in ranked[:NAMED]]
    return tuple(
        Alternative(
            one.key,
            one.covers[seat],
            tuple(sorted(needed - one.covers.keys() - one.aspects)),
        )
        for one in named
    )


def _shortfalls(
    wanted: Wanted, inside: Sequence[Candidate], outside: Sequence[Candidate]
) -> tuple[Shortfall, ...]:
    found = []
    for seat in wanted.seats:
        places = seat.how_many - sum(seat.key in one.covers for one in inside)
        if places > 0:
            able = [
                (one.key, one.covers[seat.key])
                for one in outside
                if seat.key in one.covers
            ]
            found.append(
                Shortfall(
                    seat.key,
                    places,
                    seat.required,
                    tuple(key for key, _score in _first(able)),
                    _first(seat.nearest.items()),
                )
            )
    for aspect in wanted.aspects:
        if not any(aspect.key in one.aspects for one in inside):
            able = sorted(one.key for one in outside if aspect.key in one.aspects)
            nearest = _first(aspect.nearest.items())
            found.append(Shortfall(aspect.key, 1, True, tuple(able[:NAMED]), nearest))
    found.sort(key=lambda one: (not one.required, -one.places, one.key))
    return tuple(found)


def _first(scores: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """The best scores first, and of equal ones the first key."""
    return tuple(sorted(scores, key=lambda pair: (-pair[1], pair[0]))[:NAMED])

"""A team for a project: the fewest people who cover what it needs and what it misses.

One team is better than another, in this order, if

1. it leaves fewer places and aspects uncovered: the places of the required seats and
   the missing aspects, each counting as one;
2. it has fewer people;
3. it fills more places of the optional seats;
4. the sum of its scores is higher, in thousandths: each place counts once, with the
   best in the team who are not in the other places of that seat;
5. more sectors are in it;
6. more of its people work in one of the project's districts;
7. fewer projects wait for its people (the sum of their loads);
8. its people's keys, sorted, come first.

So the order of the input never matters. Nobody is added for an optional seat alone. One
person may fill several seats, but one place of a seat only.
"""

from collections.abc import Iterable, Sequence

from matching.bounding import best
from matching.covering import Answer, Task
from matching.places import Team, team_of
from matching.smallest import Smallest, smallest
from matching.wanted import Candidate, Wanted

#: How far scores are told apart: in thousandths.
GRAIN = 1000
#: People priced until the best found must do: a second or two of a common processor.
EFFORT = 2_000_000


def propose(
    wanted: Wanted, candidates: Iterable[Candidate], *, effort: int = EFFORT
) -> Team:
    """The best team. Keys of seats and aspects that are not wanted are passed over.

    The search ends after ``effort``, which counts steps and not time: the same input
    gives the same answer everywhere.
    """
    people = sorted(candidates, key=lambda one: one.key)
    if len({one.key for one in people}) < len(people):
        raise ValueError("Two candidates have the same key.")
    required = {seat.key: seat.how_many for seat in wanted.seats if seat.required}
    required |= {aspect.key: 1 for aspect in wanted.aspects}
    element = {key: number for number, key in enumerate(required)}
    aspects = {aspect.key for aspect in wanted.aspects}
    # Whoever covers nothing that is required is in no smallest team.
    useful, covers = [], []
    for one in people:
        keys = ((required.keys() - aspects) & one.covers.keys()) | (
            aspects & one.aspects
        )
        covered = frozenset(element[key] for key in keys)
        if covered:
            useful.append(one)
            covers.append(covered)
    first = smallest(covers, [*required.values()], most=wanted.most, effort=effort)
    chosen, proven = first.chosen, first.proven
    if chosen:
        answer = _best_of_size(wanted, useful, first, effort)
        chosen, proven = answer.chosen, answer.proven and proven
    asked = sum(required.values())
    return team_of(
        wanted,
        people,
        {useful[number].key for number in chosen},
        proven=proven,
        least_uncovered=asked - first.most_filled,
        least_size=first.least_size,
    )


def _best_of_size(
    wanted: Wanted, people: Sequence[Candidate], first: Smallest, effort: int
) -> Answer:
    """The best of the teams that have this size and fill as many places."""
    task = preferences(wanted, people, size=len(first.chosen), target=first.filled)
    return best(task, start=first.chosen, effort=effort)


def preferences(
    wanted: Wanted, people: Sequence[Candidate], *, size: int, target: int
) -> Task:
    """The order of teams from optional seats to loads, as whole numbers.

    Each weight is more than all that comes after it can add up to.
    """
    sectors = sorted({one.sector for one in people if one.sector})
    load = sum(sorted((one.load for one in people), reverse=True)[:size])
    fits = load + 1
    meeting = fits * (size + 1)
    point = meeting * (min(size, len(sectors)) + 1)
    capacity = [seat.how_many for seat in wanted.seats]
    highest = max((score for one in people for score in one.covers.values()), default=0)
    optional = point * (round(highest * GRAIN) * sum(capacity) + 1)
    seats = {seat.key: number for number, seat in enumerate(wanted.seats)}
    must = {number for number, seat in enumerate(wanted.seats) if seat.required}
    aspects = {one.key: len(seats) + at for at, one in enumerate(wanted.aspects)}
    must.update(aspects.values())
    capacity += [1] * (len(aspects) + len(sectors))
    meets = {
        sector: len(seats) + len(aspects) + at for at, sector in enumerate(sectors)
    }
    rows, worth = [], []
    for one in people:
        row = [
            (seats[key], round(score * GRAIN) * point)
            if seats[key] in must
            else (seats[key], round(score * GRAIN) * point + optional)
            for key, score in sorted(one.covers.items())
            if key in seats
        ]
        row += [(aspects[key], 0) for key in sorted(one.aspects) if key in aspects]
        if one.sector:
            row.append((meets[one.sector], meeting))
        rows.append(row)
        worth.append(fits * bool(one.districts & wanted.districts) - one.load)
    return Task(rows, capacity, worth, size, frozenset(must), target)

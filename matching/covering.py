"""The best ``size`` of many, where what they add overlaps: exact, in whole numbers.

Everyone gives something to some *elements* (a seat, an aspect, a sector). An element
takes in its ``capacity`` largest gifts and no more. Wanted are the ``size`` people
whose gifts, with what each is worth by themselves, are worth the most, among those who
give to at least ``target`` of the places that ``must`` be filled.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

Row = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Task:
    """Whom to choose from.

    ``rows[c]`` are the pairs (element, gift) of candidate ``c``, gifts >= 0;
    ``worth[c]`` counts whatever the others give; both whole numbers. Of equally good
    answers the one with the smallest sorted numbers of candidates is the answer, unless
    ``any_tie`` will do.
    """

    rows: Sequence[Row]
    capacity: Sequence[int]
    worth: Sequence[int]
    size: int
    must: frozenset[int] = frozenset()
    target: int = 0
    any_tie: bool = False

    def room(self, chosen: Sequence[int]) -> dict[int, int]:
        """The places that these people leave, of each element that must be filled."""
        left = {element: self.capacity[element] for element in self.must}
        for candidate in chosen:
            for element, _gift in self.rows[candidate]:
                if left.get(element, 0):
                    left[element] -= 1
        return left

    def filled(self, chosen: Sequence[int]) -> int:
        """How many places that must be filled these people fill."""
        left = self.room(chosen)
        return sum(self.capacity[element] - left[element] for element in left)

    def value(self, chosen: Sequence[int]) -> int:
        """What these people are worth together."""
        gifts: dict[int, list[int]] = {}
        total = 0
        for candidate in chosen:
            total += self.worth[candidate]
            for element, gift in self.rows[candidate]:
                gifts.setdefault(element, []).append(gift)
        for element, given in gifts.items():
            if len(given) > self.capacity[element]:
                given = nlargest(self.capacity[element], given)
            total += sum(given)
        return total


@dataclass(frozen=True)
class Answer:
    """The best choice found (None: none fills ``target``) and what is known of it.

    No choice is worth more than ``bound``; ``proven`` says that this one is the best.
    ``effort`` is what it took, in people priced.
    """

    chosen: tuple[int, ...] | None
    value: int
    bound: int
    proven: bool
    effort: int

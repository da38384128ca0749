"""How few people cover the most: the first question of a team.

Only who covers what counts here, not how well, so that most people can be left out
beforehand: whoever covers nothing that enough others do not cover as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from matching.bounding import best
from matching.covering import Answer, Task


@dataclass(frozen=True)
class Smallest:
    """A smallest choice that fills the most places, and what is known of it.

    No choice of the size allowed fills more than ``most_filled`` places, and none that
    fills as many as this has fewer than ``least_size`` people.
    """

    chosen: tuple[int, ...]
    filled: int
    most_filled: int
    least_size: int

    @property
    def proven(self) -> bool:
        return self.filled == self.most_filled and self.least_size == len(self.chosen)


def undominated(covers: Sequence[frozenset[int]], capacity: Sequence[int]) -> list[int]:
    """Who is needed for a smallest choice, by number.

    Someone is not, if as many others as any of their places has room for cover all that
    they do (of equals, the first count): either one of those is not in a choice, and
    can replace them, or all are, and then they fill nothing.
    """
    masks = [sum(1 << element for element in covered) for covered in covers]
    having: dict[int, list[int]] = {}
    for number, covered in enumerate(covers):
        for element in covered:
            having.setdefault(element, []).append(number)
    kept = []
    for number, covered in enumerate(covers):
        if not covered:
            continue
        mask, better = masks[number], 0
        enough = max(capacity[element] for element in covered)
        rarest = min(covered, key=lambda element: (len(having[element]), element))
        for other in having[rarest]:
            if masks[other] & mask == mask and (masks[other] != mask or other < number):
                better += 1
                if better == enough:
                    break
        else:
            kept.append(number)
    return kept


def smallest(
    covers: Sequence[frozenset[int]],
    capacity: Sequence[int],
    *,
    most: int,
    effort: int,
) -> Smallest:
    """The fewest, at most ``most``, who fill the most places.

    ``covers[c]`` are the elements that candidate ``c`` covers, ``capacity[e]`` how many
    are wanted for element ``e``, which may be more than there are.
    """
    wanted = list(capacity)
    for element in range(len(wanted)):
        there = sum(element in covered for covered in covers)
        wanted[element] = min(wanted[element], there)
    total = sum(wanted)
    if not total:
        return Smallest((), 0, 0, 0)
    numbers = undominated(covers, wanted)
    search = _Sizes([covers[number] for number in numbers], wanted, total, effort)
    found = search.fewest(most)
    chosen = tuple(sorted(numbers[index] for index in found.chosen))
    return Smallest(chosen, found.filled, found.most_filled, found.least_size)


class _Sizes:
    """One size after the other, until none smaller will do."""

    def __init__(
        self,
        covers: Sequence[frozenset[int]],
        wanted: Sequence[int],
        total: int,
        effort: int,
    ) -> None:
        self.covers, self.wanted, self.total = covers, wanted, total
        self.rows = [[(element, 1) for element in sorted(own)] for own in covers]
        self.effort = effort

    def fewest(self, most: int) -> Smallest:
        chosen = self._greedy()
        if len(chosen) > most:
            answer = self._ask(most, start=chosen[:most])
            if answer.value < self.total:
                filled = answer.value
                return Smallest(answer.chosen, filled, answer.bound, most)
            chosen = list(answer.chosen)
        least = len(chosen)
        while least > 1:
            answer = self._ask(least - 1, floor=self.total)
            if answer.proven and answer.value < self.total:
                break
            if not answer.proven:
                least = self._bound(least - 1)
                break
            chosen, least = list(answer.chosen), least - 1
        return Smallest(tuple(chosen), self.total, self.total, least)

    def _ask(
        self,
        size: int,
        *,
        start: Sequence[int] | None = None,
        floor: int | None = None,
        effort: int | None = None,
    ) -> Answer:
        task = Task(
            rows=self.rows,
            capacity=self.wanted,
            worth=[0] * len(self.rows),
            size=size,
            any_tie=True,
        )
        effort = self.effort if effort is None else effort
        answer = best(task, start=start, effort=effort, floor=floor, ceiling=self.total)
        self.effort -= answer.effort
        return answer

    def _bound(self, most: int) -> int:
        """The least size that one look cannot rule out."""
        for size in range(1, most):
            answer = self._ask(size, floor=self.total, effort=1)
            if not answer.proven or answer.value >= self.total:
                return size
        return most

    def _greedy(self) -> list[int]:
        """Who adds the most, again and again; then without those who add nothing."""
        left, chosen = list(self.wanted), []
        free = set(range(len(self.covers)))
        while any(left):
            one = max(
                free,
                key=lambda each: (
                    sum(left[element] > 0 for element in self.covers[each]),
                    -each,
                ),
            )
            free.remove(one)
            chosen.append(one)
            for element in self.covers[one]:
                left[element] = max(0, left[element] - 1)
        count = [0] * len(self.wanted)
        for one in chosen:
            for element in self.covers[one]:
                count[element] += 1
        for one in reversed(chosen.copy()):
            if all(count[e] > self.wanted[e] for e in self.covers[one]):
                chosen.remove(one)
                for element in self.covers[one]:
                    count[element] -= 1
        return chosen

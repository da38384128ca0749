"""Searching for the best choice of a ``covering.Task``: branch and bound.

The bound sets a price on every element (Lagrangian relaxation: Beasley, "Lagrangean
heuristics for location problems", 1993): a gift counts for what it exceeds the price,
people then no longer overlap, and the best are simply the dearest. Whoever cannot be in
a better answer at these prices is left out, and whoever must be, taken in.

No clock and no floating point stops or steers it, so every machine gives one answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from matching.covering import Answer, Task

#: Prices are in this part of a unit of worth, so that they can lie between.
FINE = 1 << 10
#: Steps of the prices at the root, and at each node below.
ROOT_STEPS, NODE_STEPS = 80, 24
#: What a step costs besides pricing people, in people.
OVERHEAD = 150


@dataclass(frozen=True)
class _Node:
    """A part of the answers: with all of ``inside``, and others from ``free`` only.

    ``columns`` are the gifts to each element, largest first, of these people and maybe
    of some more (``known`` in all), who no longer count.
    """

    inside: tuple[int, ...]
    free: list[int]
    prices: list[int]
    columns: list[list[tuple[int, int]]]
    known: int


@dataclass(frozen=True)
class _Priced:
    """What prices say of a node: everyone's worth, the bound, and the best team.

    ``first_out`` is the worth of the best not in ``team``, ``last_in`` of the least in.
    """

    prices: list[int]
    worths: list[int]
    bound: int
    team: tuple[int, ...]
    last_in: int
    first_out: int


def best(
    task: Task,
    *,
    start: Sequence[int] | None = None,
    effort: int,
    floor: int | None = None,
    ceiling: int | None = None,
) -> Answer:
    """Search until the answer is proven or ``effort`` is spent.

    ``start`` is an answer to begin from. Answers below ``floor`` are not looked for;
    none is worth more than ``ceiling``, so one that is ends the search.
    """
    return _Search(task, effort, floor, ceiling).run(start)


class _Search:
    def __init__(
        self, task: Task, effort: int, floor: int | None, ceiling: int | None
    ) -> None:
        self.task, self.effort, self.floor, self.ceiling = task, effort, floor, ceiling
        self.spent = 0
        self.worths = [worth * FINE for worth in task.worth]
        self.chosen: tuple[int, ...] | None = None
        self.value = 0
        self.swapped: tuple[int, ...] | None = None
        self.bound: int | None = None
        # What filling a place that must be filled adds: the price of the constraint.
        self.push = 0
        if task.target:
            self.push = 1 + max(
                sum(gift for _element, gift in row) + abs(worth)
                for row, worth in zip(task.rows, task.worth, strict=True)
            )

    def run(self, start: Sequence[int] | None) -> Answer:
        if self.task.size > len(self.task.rows):
            return Answer(None, 0, 0, proven=True, effort=0)
        if start is not None:
            self._offer(start)
        stack = [self._root()]
        while stack and self.spent < self.effort and not self._at_ceiling():
            stack.extend(self._explore(stack.pop()))
        proven = not stack or self._at_ceiling()
        bound = self.value
        if not proven and self.bound is not None:
            bound = max(bound, self.bound)
        elif proven and self.floor is not None:
            bound = max(bound, self.floor - 1)
        return Answer(self.chosen, self.value, bound, proven, self.spent)

    def _at_ceiling(self) -> bool:
        reached = self.chosen is not None and self.ceiling is not None
        return reached and self.value >= self.ceiling

    def _root(self) -> _Node:
        task = self.task
        columns: list[list[tuple[int, int]]] = [[] for _ in task.capacity]
        for candidate, row in enumerate(task.rows):
            for element, gift in row:
                push = self.push if element in task.must else 0
                columns[element].append(((gift + push) * FINE, candidate))
        prices = []
        for column, room in zip(columns, task.capacity, strict=True):
            column.sort(key=lambda entry: (-entry[0], entry[1]))
            # Below what the first one too many would give there is no competition.
            prices.append(column[room][0] * 3 // 4 if len(column) > room else 0)
        everyone = list(range(len(task.rows)))
        return _Node((), everyone, prices, columns, len(everyone))

    def _offer(self, chosen: Sequence[int]) -> None:
        """Keep this answer if it is better than the one that is kept."""
        chosen = tuple(sorted(chosen))
        if self.task.target and self.task.filled(chosen) < self.task.target:
            return
        value = self.task.value(chosen)
        tie = value == self.value and not self.task.any_tie
        better = value > self.value or (tie and chosen < (self.chosen or ()))
        if self.chosen is None or better:
            self.chosen, self.value = chosen, value

    def _needed(self) -> int:
        """What an answer must be worth to be of interest, in fine units."""
        needed = None if self.chosen is None else self.value + self.task.any_tie
        if self.floor is not None:
            needed = self.floor if needed is None else max(needed, self.floor)
        return -(1 << 200) if needed is None else needed * FINE

    def _explore(self, node: _Node) -> list[_Node]:
        """The parts of this part that may hold something better, the likeliest last."""
        seats = self.task.size - len(node.inside)
        if seats <= 0 or seats >= len(node.free):
            if seats in (0, len(node.free)):
                self._offer([*node.inside, *node.free[:seats]])
            return []
        settled = self._settle(node)
        if settled is None:
            return []
        priced, often, steps = settled
        if not node.inside and self.bound is None:
            self.bound = priced.bound // FINE
        if not self.task.any_tie:
            self._swap(node, priced)
        smaller = self._reduce(node, priced)
        seats, free = self.task.size - len(smaller.inside), len(smaller.free)
        if free < len(node.free) * 3 // 4 or not 0 < seats < free:
            return [smaller]
        # Who is in about half of the best teams says the most about the others.
        split = min(
            smaller.free,
            key=lambda one: (abs(2 * often.get(one, 0) - steps), -priced.worths[one]),
        )
        free = [one for one in smaller.free if one != split]
        return [
            replace(smaller, free=free),
            replace(smaller, free=free, inside=(*smaller.inside, split)),
        ]

    def _settle(self, node: _Node) -> tuple[_Priced, dict[int, int], int] | None:
        """Move the prices to where the bound is low (None: nothing better is here).

        Also how often each was in the best team, and of how many.
        """
        steps = NODE_STEPS if self.bound is not None else ROOT_STEPS
        lowest: _Priced | None = None
        prices, stale, pace = node.prices, 0, 1024
        often: dict[int, int] = {}
        for step in range(1, steps + 1):
            priced = self._price(node, prices)
            if lowest is None or priced.bound < lowest.bound:
                lowest, stale = priced, 0
            else:
                stale += 1
            if self._hopeless(priced):
                return None
            for one in priced.team:
                often[one] = often.get(one, 0) + 1
            if step % 8 == 1 or stale == 0:
                self._offer(priced.team)
            if stale == 5:
                pace, stale, priced = pace // 2, 0, lowest
            slope = self._slope(node, priced)
            norm = sum(excess * excess for excess in slope)
            if not norm or not pace:
                break
            goal = max(self._needed(), priced.bound - abs(priced.bound) // 8)
            move = pace * max(priced.bound - goal, FINE)
            prices = [
                max(0, price - move * excess // (norm * 1024))
                for price, excess in zip(priced.prices, slope, strict=True)
            ]
        return lowest, often, step

    def _price(self, node: _Node, prices: list[int]) -> _Priced:
        worths = self.worths.copy()
        bound = -self.push * self.task.target * FINE
        for price, room, column in zip(
            prices, self.task.capacity, node.columns, strict=True
        ):
            bound += price * room
            for gift, one in column:
                if gift <= price:
                    break
                worths[one] += gift - price
        self.spent += node.known + OVERHEAD
        seats = self.task.size - len(node.inside)
        # Ties go to the smaller number, so this is also the first of the best teams.
        top = nlargest(seats + 1, node.free, key=lambda one: (worths[one], -one))
        team = (*node.inside, *top[:seats])
        bound += sum(worths[one] for one in team)
        last_in, first_out = worths[top[-2]], worths[top[-1]]
        return _Priced(prices, worths, bound, team, last_in, first_out)

    def _slope(self, node: _Node, priced: _Priced) -> list[int]:
        """For each element the room that this team leaves (negative: too many)."""
        slope = list(self.task.capacity)
        for one in priced.team:
            for element, gift in self.task.rows[one]:
                if element in self.task.must:
                    gift += self.push
                if gift * FINE > priced.prices[element]:
                    slope[element] -= 1
        return [
            0 if room > 0 and not price else room
            for room, price in zip(slope, priced.prices, strict=True)
        ]

    def _hopeless(self, priced: _Priced) -> bool:
        """Whether nothing under this bound is better than what is kept."""
        reach = priced.bound // FINE * FINE
        if reach < self._needed():
            return True
        if self.chosen is None or self.task.any_tie:
            return False
        level = priced.bound == self.value * FINE
        return level and tuple(sorted(priced.team)) >= self.chosen

    def _reduce(self, node: _Node, priced: _Priced) -> _Node:
        """Leave out who is in no better answer; take in who is in every one."""
        slack = priced.bound - self._needed()
        worths, team = priced.worths, set(priced.team)
        inside, free = list(node.inside), []
        for one in node.free:
            if one not in team:
                if priced.last_in - worths[one] <= slack:
                    free.append(one)
            elif worths[one] - priced.first_out > slack:
                inside.append(one)
            else:
                free.append(one)
        columns, known = node.columns, len(inside) + len(free)
        if known < node.known * 3 // 4:
            kept = {*inside, *free}
            columns = [
                [pair for pair in column if pair[1] in kept] for column in columns
            ]
        else:
            known = node.known
        return _Node(tuple(inside), free, priced.prices, columns, known)

    def _swap(self, node: _Node, priced: _Priced) -> None:
        """Better the kept answer by one for one, as long as that helps."""
        while self.chosen is not None and self.swapped != self.chosen:
            self.swapped = before = self.chosen
            for out in before:
                if out not in self.chosen:
                    continue
                rest = [one for one in self.chosen if one != out]
                for one in self._instead(node, priced, rest):
                    self._offer([*rest, one])

    def _instead(self, node: _Node, priced: _Priced, rest: list[int]) -> list[int]:
        """Who could join ``rest`` and leave it with a full target: the dearest."""
        task = self.task
        left = task.room(rest)
        lacking = task.target - task.filled(rest)
        room = {element for element, places in left.items() if places}
        self.spent += len(node.free)
        able = [
            one
            for one in node.free
            if one not in rest
            and sum(element in room for element, _gift in task.rows[one]) >= lacking
        ]
        return nlargest(30, able, key=lambda one: (priced.worths[one], -one))

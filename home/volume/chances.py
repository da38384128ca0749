"""Drawing by lot, the same each time."""

from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

Item = TypeVar("Item")


def lots(seed: int, kind: str, number: int) -> Random:
    """What decides everything about one thing, however many others there are."""
    return Random(f"{seed}:{kind}:{number}")  # noqa: S311  (no secret)


class Zipf(Generic[Item]):
    """Items drawn by Zipf's law: the first often, the hundredth a hundredth as often.

    ``flat`` is added to each rank, which makes the first ones less common.
    """

    def __init__(self, items: Sequence[Item], flat: float = 2.0):
        self.items = items
        self._sums = list(
            accumulate(1 / (rank + flat) for rank in range(len(self.items)))
        )

    def many(self, rng: Random, count: int) -> list[Item]:
        """``count`` items, some of them more than once."""
        return rng.choices(self.items, cum_weights=self._sums, k=count)

    def one(self, rng: Random) -> Item:
        return self.many(rng, 1)[0]

    def some(self, rng: Random, least: int, most: int) -> list[Item]:
        """Different items, at most as many as a number between the two."""
        if not self.items:
            return []
        return list(dict.fromkeys(self.many(rng, rng.randint(least, most))))

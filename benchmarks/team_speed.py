"""How long a team takes for up to 50 needs and 2,000 candidates, and how sure it is.

    make bench ARGS=team_speed

Each line: seconds (median and worst of the instances), people in the team, how many of
the teams were proven the best, and how many proven to cover the most with the fewest.
The instances are invented from fixed seeds.
"""

import random
import statistics
import time
from collections.abc import Callable

from matching.teams import propose
from matching.wanted import Aspect, Candidate, Seat, Wanted

PEOPLE, INSTANCES = 2000, 5
ASPECTS = ("sociocultural", "environmental", "economic")
SECTORS = ("city", "museum", "university", "region_state", "company", "civil_society")

Input = tuple[Wanted, list[Candidate]]


def wish(rng: random.Random, needs: int, most: int) -> Wanted:
    """A fifth of the needs optional, a tenth for two people."""
    seats = [
        Seat(f"n{number}", rng.random() > 0.2, 2 if rng.random() < 0.1 else 1)
        for number in range(needs)
    ]
    return Wanted(
        seats, [Aspect(key) for key in ASPECTS], frozenset({"d1", "d2"}), most
    )


def person(rng: random.Random, number: int, covers: dict[str, float]) -> Candidate:
    return Candidate(
        f"p{number:05}",
        covers,
        frozenset(key for key in ASPECTS if rng.random() < 0.2),
        rng.choice(SECTORS),
        frozenset({f"d{rng.randrange(12)}"}),
        int(rng.expovariate(0.5)),
    )


def scattered(seed: int, needs: int, per_person: float, most: int) -> Input:
    """Everyone covers needs drawn at random, most a few, some very many."""
    rng = random.Random(seed)
    people = []
    for number in range(PEOPLE):
        many = min(needs, max(1, int(rng.expovariate(1 / per_person))))
        drawn = rng.sample(range(needs), many)
        covers = {f"n{need}": round(rng.random(), 3) for need in drawn}
        people.append(person(rng, number, covers))
    return wish(rng, needs, most), people


def clustered(seed: int, most: int) -> Input:
    """Eight fields; people know their own field's needs, the able most of them."""
    rng = random.Random(seed)
    fields = [rng.randrange(8) for _ in range(50)]
    people = []
    for number in range(PEOPLE):
        own, able = rng.randrange(8), rng.betavariate(2, 3)
        covers = {
            f"n{need}": round(min(1, max(0.05, able + rng.gauss(0, 0.15))), 3)
            for need, where in enumerate(fields)
            if rng.random() < (0.6 * able + 0.1 if where == own else 0.02)
        }
        people.append(person(rng, number, covers))
    return wish(rng, 50, most), people


def level(seed: int) -> Input:
    """Everyone covers five needs equally well: no one can be left out beforehand."""
    rng = random.Random(seed)
    people = [
        Candidate(
            f"p{number:05}", {f"n{need}": 0.5 for need in rng.sample(range(50), 5)}
        )
        for number in range(PEOPLE)
    ]
    return Wanted([Seat(f"n{need}") for need in range(50)], most=20), people


INPUTS: dict[str, Callable[[int], Input]] = {
    "5 needs": lambda seed: scattered(seed, 5, 1.5, 8),
    "12 needs": lambda seed: scattered(seed, 12, 2, 8),
    "50 needs, scattered": lambda seed: scattered(seed, 50, 4, 20),
    "50 needs, many each": lambda seed: scattered(seed, 50, 10, 20),
    "50 needs, clustered, at most 20": lambda seed: clustered(seed, 20),
    "50 needs, clustered, at most 6": lambda seed: clustered(seed, 6),
    "50 needs, all alike": level,
}


def main() -> None:
    for name, make in INPUTS.items():
        spent, sizes, proven, smallest = [], [], 0, 0
        for seed in range(INSTANCES):
            wanted, people = make(seed)
            start = time.perf_counter()
            team = propose(wanted, people)
            spent.append(time.perf_counter() - start)
            sizes.append(len(team.members))
            proven += team.proven
            smallest += (team.uncovered, len(team.members)) == (
                team.least_uncovered,
                team.least_size,
            )
        print(
            f"{name:32} {statistics.median(spent):5.2f} s, worst {max(spent):5.2f} s, "
            f"{min(sizes)}-{max(sizes)} people, best {proven}/{INSTANCES}, "
            f"smallest {smallest}/{INSTANCES}"
        )


if __name__ == "__main__":
    main()

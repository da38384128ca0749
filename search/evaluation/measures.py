"""What a ranking is worth, given which things answer the query and how well.

``ranking`` is what was found, the best first, each thing once. ``grades`` maps what
answers the query to 1 (on topic), 2 (good) or 3 (exactly what is asked); what it does
not name is worth nothing. Every measure lies from 0 to 1.
"""

import math
from collections.abc import Mapping, Sequence

#: So many hits are looked at: what a reader sees without scrolling far.
DEPTH = 10


def ndcg(
    ranking: Sequence[str], grades: Mapping[str, int], depth: int = DEPTH
) -> float:
    """Normalised discounted cumulative gain with the gains ``2^grade - 1`` (1, 3, 7)
    and the discount ``log2(place + 1)``.

    Järvelin and Kekäläinen 2002; the gains are those of Burges et al. 2005. The ideal
    is made of everything judged, found or not; without anything judged the measure
    is 0.
    """
    ideal = _gain(sorted(grades.values(), reverse=True)[:depth])
    own = _gain([grades.get(found, 0) for found in ranking[:depth]])
    return min(own / ideal, 1.0) if ideal else 0.0


def _gain(grades: Sequence[int]) -> float:
    return sum(
        (2**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, 1)
    )


def reciprocal_rank(
    ranking: Sequence[str], grades: Mapping[str, int], depth: int = DEPTH
) -> float:
    """One divided by the place of the first thing of any grade; 0 if there is none."""
    for place, found in enumerate(ranking[:depth], 1):
        if grades.get(found, 0) > 0:
            return 1 / place
    return 0.0


def recall(
    ranking: Sequence[str], grades: Mapping[str, int], depth: int = DEPTH
) -> float:
    """The share of everything that answers, of any grade, among the first hits.

    Where more answers than ``depth`` it cannot reach 1.
    """
    answers = {thing for thing, grade in grades.items() if grade > 0}
    return len(answers.intersection(ranking[:depth])) / len(answers) if answers else 0.0

"""The measures, against values worked out by hand and what must always hold."""

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.evaluation.measures import ndcg, recall, reciprocal_rank

GRADES = {"a": 3, "b": 2, "c": 1}


def test_ndcg_by_hand():
    ideal = 7 / 1 + 3 / log2(3) + 1 / 2
    assert ndcg(["a", "b", "c"], GRADES) == pytest.approx(1)
    assert ndcg(["c", "x", "a"], GRADES) == pytest.approx((1 + 7 / 2) / ideal)
    assert ndcg(["x", "b"], GRADES) == pytest.approx((3 / log2(3)) / ideal)
    assert ndcg(["x"], GRADES) == 0


def test_ndcg_looks_no_deeper_than_asked():
    assert ndcg(["x", "a"], GRADES, depth=1) == 0
    # Eleven answers: ten of them, in any order, are all that ten places can hold.
    grades = {str(n): 1 for n in range(11)}
    assert ndcg([str(n) for n in range(10, 0, -1)], grades) == pytest.approx(1)


def test_reciprocal_rank_by_hand():
    assert reciprocal_rank(["c", "a"], GRADES) == 1
    assert reciprocal_rank(["x", "y", "b", "a"], GRADES) == pytest.approx(1 / 3)
    assert reciprocal_rank(["x"] * 10 + ["a"], GRADES) == 0
    assert reciprocal_rank([], GRADES) == 0


def test_recall_by_hand():
    assert recall(["a", "x", "c"], GRADES) == pytest.approx(2 / 3)
    assert recall(["x"] * 10 + ["a"], GRADES) == 0
    assert recall([], GRADES) == 0
    grades = {str(n): 1 for n in range(20)}
    assert recall([str(n) for n in range(20)], grades) == pytest.approx(0.5)


def test_nothing_judged_is_worth_nothing():
    for measure in (ndcg, reciprocal_rank, recall):
        assert measure(["a"], {}) == 0


names = st.sampled_from("abcdefghijklmnopqrst")
rankings = st.lists(names, unique=True, max_size=20)
judgements = st.dictionaries(names, st.integers(1, 3), min_size=1)


@given(rankings, judgements)
def test_every_measure_lies_between_0_and_1(ranking, grades):
    for measure in (ndcg, reciprocal_rank, recall):
        assert 0 <= measure(ranking, grades) <= 1


@given(judgements)
def test_a_perfect_ranking_is_worth_1(grades):
    best = sorted(grades, key=lambda name: -grades[name])
    assert ndcg(best, grades) == pytest.approx(1)
    assert reciprocal_rank(best, grades) == 1


@given(rankings, judgements, st.data())
def test_moving_a_better_thing_up_never_loses(ranking, grades, data):
    if len(ranking) < 2:
        return
    place = data.draw(st.integers(0, len(ranking) - 2))
    swapped = [*ranking]
    swapped[place : place + 2] = reversed(swapped[place : place + 2])
    before, after = (grades.get(name, 0) for name in ranking[place : place + 2])
    if after >= before:
        assert ndcg(swapped, grades) >= ndcg(ranking, grades) - 1e-12
    else:
        assert ndcg(swapped, grades) <= ndcg(ranking, grades) + 1e-12

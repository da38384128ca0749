"""The search under teams: equal to trying everything, and weights that keep order."""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.bounding import best
from matching.covering import Task
from matching.places import NAMED
from matching.smallest import smallest, undominated
from matching.teams import preferences, propose
from matching.wanted import Candidate, Seat, Wanted
from tests.unit.matching.test_teams import candidates, rank, wishes


@st.composite
def tasks(draw):
    elements = draw(st.integers(1, 8))
    gifts = st.dictionaries(
        st.integers(0, elements - 1), st.integers(0, 40), max_size=4
    )
    rows = draw(
        st.lists(gifts.map(lambda row: [*row.items()]), min_size=1, max_size=11)
    )
    capacity = st.lists(st.integers(1, 2), min_size=elements, max_size=elements)
    worth = st.lists(st.integers(-9, 9), min_size=len(rows), max_size=len(rows))
    must = frozenset(draw(st.sets(st.integers(0, elements - 1))))
    size = draw(st.integers(0, min(4, len(rows))))
    task = Task(rows, draw(capacity), draw(worth), size, must)
    if draw(st.booleans()):
        target = max(map(task.filled, combinations(range(len(rows)), size)))
        task = Task(rows, task.capacity, task.worth, size, must, target)
    return task


@settings(max_examples=400)
@given(task=tasks())
def test_the_search_equals_trying_every_choice(task):
    choices = [
        choice
        for choice in combinations(range(len(task.rows)), task.size)
        if task.filled(choice) >= task.target
    ]
    first = min(choices, key=lambda choice: (-task.value(choice), choice))
    answer = best(task, effort=10**6)
    assert answer.proven
    assert (answer.chosen, answer.value) == (first, task.value(first))
    assert answer.bound == answer.value


@settings(max_examples=400)
@given(task=tasks(), effort=st.integers(0, 2000), start=st.booleans())
def test_a_search_that_ends_early_has_a_bound_that_holds(task, effort, start):
    whole = best(task, effort=10**6)
    answer = best(task, start=whole.chosen if start else None, effort=effort)
    if effort and answer.effort:
        assert answer.bound >= whole.value
    if answer.chosen is not None:
        assert answer.value <= whole.value


@pytest.mark.parametrize("seed", range(10))
def test_nobody_who_may_be_in_the_best_is_left_out_where_choices_are_close(seed):
    """Alike gifts that overlap, where prices leave a gap to the best."""
    rng = random.Random(seed)
    rows = [
        [(element, rng.randint(8, 12)) for element in rng.sample(range(12), 3)]
        for _ in range(16)
    ]
    task = Task(rows, [1] * 12, [rng.randint(0, 3) for _ in rows], 5)
    expected = min(
        combinations(range(16), 5), key=lambda choice: (-task.value(choice), choice)
    )
    answer = best(task, effort=10**6)
    assert (answer.chosen, answer.proven) == (expected, True)


@settings(max_examples=300)
@given(wanted=wishes, people=candidates(most=6), data=st.data())
def test_the_weights_keep_the_stated_order(wanted, people, data):
    """Two teams of one size compare as numbers as they do in words."""
    people = sorted(people, key=lambda one: one.key)
    size = data.draw(st.integers(0, min(3, len(people))))
    task = preferences(wanted, people, size=size, target=0)
    ranked = [
        (rank(wanted, [people[number] for number in choice])[2:-1], task.value(choice))
        for choice in combinations(range(len(people)), size)
    ]
    for (words, value), (others, other) in combinations(ranked, 2):
        assert (words < others) == (value > other)
        assert (words == others) == (value == other)


def test_a_little_preference_never_outweighs_a_greater_one():
    wanted = Wanted(
        [Seat("p"), Seat("extra", required=False)], districts=frozenset({"north"})
    )
    fits = frozenset({"north"})

    def chosen(*people):
        (member,) = propose(wanted, people).members
        return member.candidate

    # An optional seat before any score, the district before any load.
    assert chosen(Candidate("a", {"p": 9}), Candidate("b", {"p": 0, "extra": 0})) == "b"
    assert (
        chosen(
            Candidate("a", {"p": 1}),
            Candidate("b", {"p": 1}, districts=fits, load=50),
        )
        == "b"
    )


def test_alternatives_lose_the_least_then_are_the_best_for_the_seat():
    wanted = Wanted([Seat("p"), Seat("q")])
    people = [
        Candidate("member", {"p": 1, "q": 1}),
        Candidate("strong", {"p": 0.9}),
        Candidate("both", {"p": 0.2, "q": 0.2}),
        Candidate("busy", {"p": 0.5}, load=3),
        Candidate("free", {"p": 0.5}),
    ]
    (member,) = propose(wanted, people).members
    place = next(place for place in member.places if place.seat == "p")
    assert [(one.candidate, one.loses) for one in place.alternatives] == [
        ("both", ()),
        ("strong", ("q",)),
        ("free", ("q",)),
    ]
    assert len(place.alternatives) == NAMED


def test_two_who_know_the_same_are_both_kept_where_two_are_wanted():
    covers = [frozenset({0}), frozenset({0}), frozenset({0})]
    assert undominated(covers, [1]) == [0]
    assert undominated(covers, [2]) == [0, 1]
    found = smallest(covers, [2], most=5, effort=10**6)
    assert (found.chosen, found.proven) == ((0, 1), True)

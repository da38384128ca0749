"""Small counts of people, and what could be had from them by subtraction."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overview.disclosure import FEWEST, withheld


def with_totals(inner: list[list[int]]) -> list[list[int]]:
    rows = [[*row, sum(row)] for row in inner]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def possible(table, hidden) -> dict[tuple[int, int], set[int]]:
    """Values that each withheld cell may have, by trying all tables near the true
    one: if a count may differ at all, it may differ by one (whole numbers, whose
    lines sum to given totals).

    Knows nothing of how cells are chosen: only what is published, that withheld
    counts are at least one, and that lines sum to their totals.
    """
    height, width = len(table) - 1, len(table[0]) - 1
    inner = [cell for cell in hidden if cell[0] < height and cell[1] < width]
    found = {cell: set() for cell in hidden}
    near = [range(max(1, table[r][c] - 1), table[r][c] + 2) for r, c in inner]
    for values in product(*near):
        chosen = dict(zip(inner, values, strict=True))
        tried = with_totals(
            [
                [chosen.get((r, c), table[r][c]) for c in range(width)]
                for r in range(height)
            ]
        )
        fits = all(
            tried[r][c] >= 1 if (r, c) in hidden else tried[r][c] == table[r][c]
            for r in range(height + 1)
            for c in range(width + 1)
        )
        if fits:
            for r, c in hidden:
                found[r, c].add(tried[r][c])
    return found


counts = st.one_of(st.integers(0, 4), st.integers(5, 9))
small_tables = st.tuples(st.integers(1, 2), st.integers(1, 3)).flatmap(
    lambda size: st.lists(
        st.lists(counts, min_size=size[1], max_size=size[1]),
        min_size=size[0],
        max_size=size[0],
    )
)


@settings(max_examples=150, deadline=None)
@given(small_tables)
def test_no_withheld_count_can_be_computed(inner):
    table = with_totals(inner)
    hidden = withheld(table)
    for cell, values in possible(table, hidden).items():
        assert len(values) > 1, (table, hidden, cell, values)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(st.integers(0, 30), min_size=3, max_size=3), min_size=2))
def test_small_counts_are_withheld_and_none_is_not(inner):
    table = with_totals(inner)
    hidden = withheld(table)
    for r, row in enumerate(table):
        for c, value in enumerate(row):
            if 0 < value < FEWEST:
                assert (r, c) in hidden
            if value == 0:
                assert (r, c) not in hidden


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(st.integers(0, 30), min_size=4, max_size=4), min_size=2))
def test_a_line_never_has_one_withheld_count(inner):
    """One alone is its total less the others, whatever the method."""
    table = with_totals(inner)
    hidden = withheld(table)
    for line in (
        *([(r, c) for c in range(len(table[0]))] for r in range(len(table))),
        *([(r, c) for r in range(len(table))] for c in range(len(table[0]))),
    ):
        assert len(hidden.intersection(line)) != 1


def test_where_nothing_is_small_everything_is_published():
    assert withheld(with_totals([[5, 9], [0, 12]])) == set()


def test_the_smallest_of_the_others_goes_with_a_small_one():
    table = with_totals([[3, 20, 7], [30, 40, 50]])
    hidden = withheld(table)
    assert (0, 0) in hidden
    assert (0, 2) in hidden
    assert (0, 1) not in hidden
    assert (1, 1) not in hidden


def test_two_ones_beside_a_total_of_two_are_not_enough():
    """1 + 1 is the only way to make 2 of two counts that are not zero."""
    table = with_totals([[1, 1, 10], [1, 1, 10], [10, 10, 10]])
    assert all(len(values) > 1 for values in possible(table, withheld(table)).values())


@pytest.mark.parametrize("table", [[], [[0]], with_totals([[2]])])
def test_the_smallest_tables(table):
    hidden = withheld(table)
    assert all(table[r][c] for r, c in hidden)


def test_rows_are_equally_long():
    with pytest.raises(ValueError, match="equally long"):
        withheld([[1, 2], [3]])

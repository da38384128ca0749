"""The quick ways to a page of hits give what the plain ways give."""

from hypothesis import given
from hypothesis import strategies as st

from search.engines.database import bitmaps
from search.engines.database.matching import best

SCORES = st.dictionaries(
    st.integers(0, 200), st.sampled_from([0.0, 0.5, 1.0, 1.5, 7.0]), max_size=60
)


@given(SCORES, st.integers(0, 70), st.integers(1, 20))
def test_a_page_of_the_ranking(scores, first, size):
    order = sorted(scores, key=lambda number: (-scores[number], number))
    assert best(scores, first, first + size) == order[first : first + size]


@given(SCORES, st.sets(st.integers(0, 200)))
def test_only_those_in_a_set(scores, members):
    kept = bitmaps.only(scores, bitmaps.from_ids(members))
    assert kept == {number: scores[number] for number in scores if number in members}

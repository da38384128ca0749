from hypothesis import given
from hypothesis import strategies as st

from projects.place import HEIGHT, WIDTH, District, schematic_map
from projects.related import closest

degrees = st.tuples(
    st.floats(17.5, 18.5, allow_nan=False), st.floats(59.0, 59.7, allow_nan=False)
)


def test_the_rarest_shared_subject_weighs_most():
    shared = [(1, 10), (2, 10), (3, 10), (3, 11), (4, 12), (4, 10)]
    # 3 and 4 share a rare one each; of equals the newest comes first.
    assert closest(shared, limit=3) == [4, 3, 2]


def test_a_pair_said_twice_counts_once():
    assert closest([(1, 10), (1, 10), (2, 11), (2, 10)], limit=9) == [2, 1]


@given(st.lists(degrees, max_size=12), degrees)
def test_everything_lies_on_the_map(points, here):
    drawn = schematic_map(
        [District(f"D{n}", *point) for n, point in enumerate(points)],
        longitude=here[0],
        latitude=here[1],
    )
    for x, y in [(drawn.x, drawn.y), *((dot.x, dot.y) for dot in drawn.dots)]:
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT


def test_north_is_up_and_east_is_right():
    drawn = schematic_map(
        [District("Norr", 18.0, 59.4), District("Öster", 18.2, 59.3)],
        longitude=18.0,
        latitude=59.3,
    )
    north, east = drawn.dots
    assert north.y < drawn.y
    assert east.x > drawn.x

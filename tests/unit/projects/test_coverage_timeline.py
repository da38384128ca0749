"""Coverage over time: periods of a project, counts of the city."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from projects.coverage import ASPECTS, Coverage, State
from projects.coverage.timeline import by_month, months_between, timeline

NOTHING = Coverage()
CLAIMED = Coverage(economic=State.CLAIMED)
COVERED = Coverage(economic=State.COVERED)
DAY = date(2026, 1, 30)


def test_a_day_has_one_state_and_what_changes_nothing_is_no_period():
    changes = [
        (DAY, NOTHING),
        (DAY, CLAIMED),
        (DAY + timedelta(1), CLAIMED),
        (DAY + timedelta(2), COVERED),
    ]
    first, second = timeline(changes)
    assert (first.day, first.coverage, first.changed) == (DAY, CLAIMED, ())
    assert second.changed == (("economic", State.CLAIMED, State.COVERED),)


def test_a_day_that_ends_as_it_began_is_no_period():
    changes = [(DAY, NOTHING), (DAY + timedelta(1), CLAIMED)]
    changes.append((DAY + timedelta(1), NOTHING))
    assert [period.day for period in timeline(changes)] == [DAY]


def test_nothing_published_is_no_period():
    assert timeline([]) == []


def test_months_over_the_turn_of_a_year():
    months = months_between(date(2025, 11, 30), date(2026, 2, 1))
    assert [f"{month:%Y-%m}" for month in months] == [
        *("2025-11", "2025-12", "2026-01", "2026-02")
    ]
    assert months_between(date(2026, 2, 1), date(2026, 1, 31)) == []


days = st.dates(min_value=date(2025, 6, 1), max_value=date(2026, 12, 31))
coverages = st.builds(
    Coverage, **{aspect: st.sampled_from(State) for aspect in ASPECTS}
)
histories = st.lists(
    st.lists(st.tuples(days, coverages), max_size=5).map(
        lambda rows: sorted(rows, key=lambda row: row[0])
    ),
    max_size=6,
)


@given(histories)
def test_counts_by_month_are_what_a_plain_count_says(histories):
    months = months_between(date(2025, 9, 15), date(2026, 8, 2))
    counted = by_month(histories, months)
    for place, month in enumerate(counted):
        later = months_between(month.first, date(2027, 1, 1))[1]
        now = [
            [coverage for day, coverage in history if day < later]
            for history in histories
        ]
        held = [own[-1] for own in now if own]
        assert month.first == months[place]
        assert month.projects == len(held)
        for aspect in ASPECTS:
            for state in State:
                plain = sum(coverage[aspect] is state for coverage in held)
                assert month.counts[aspect][state] == plain

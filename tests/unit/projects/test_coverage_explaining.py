"""When a project must say why an aspect is missing."""

from datetime import date

import pytest

from projects.coverage import Coverage, State
from projects.coverage.explaining import (
    first_comment_order,
    is_plan_due,
    is_project_due,
    unexplained,
)
from projects.plan_process import Period

TODAY = date(2026, 5, 2)
BEFORE, AFTER = date(2026, 5, 1), date(2026, 5, 3)


def due(*periods, consultation=1, status=""):
    return is_plan_due(periods, consultation=consultation, status=status, today=TODAY)


def test_consultation_is_the_first_phase_for_everybodys_comments():
    phases = [{}, {"public_input": False}, {"public_input": True}]
    assert first_comment_order([*phases, {"public_input": True}]) == 2
    assert first_comment_order(phases[:2]) is None


@pytest.mark.parametrize(
    ("period", "answer"),
    [
        (Period("start", 0, starts=BEFORE), False),
        (Period("samrad", 1, starts=AFTER), False),
        (Period("samrad", 1), False),
        (Period("samrad", 1, starts=TODAY), True),
        (Period("samrad", 1, ends=BEFORE), True),
        (Period("antagande", 3, starts=BEFORE), True),
    ],
)
def test_a_plan_explains_from_consultation_on(period, answer):
    assert due(period) is answer
    assert due(period, status="cancelled") is False
    assert due(period, status="completed") is True
    assert due(period, consultation=None) is False


@pytest.mark.parametrize(
    ("status", "start", "answer"),
    [
        ("planned", "2020", False),
        ("cancelled", "2020", False),
        ("ongoing", "", True),
        ("completed", "", True),
        ("", "", False),
        ("", "2026", True),
        ("", "2026-05", True),
        ("", "2026-05-02", True),
        ("", "2026-05-03", False),
        ("", "2026-06", False),
    ],
)
def test_any_other_project_explains_once_it_has_begun(status, start, answer):
    assert is_project_due(status=status, start=start, today=TODAY) is answer


def test_only_what_is_missing_wants_words():
    coverage = Coverage(environmental=State.CLAIMED, economic=State.NOT_APPLICABLE)
    assert unexplained(coverage, ()) == ("sociocultural",)
    assert unexplained(coverage, ["sociocultural"]) == ()

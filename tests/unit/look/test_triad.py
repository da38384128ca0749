"""The triad's geometry and words."""

import re
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.utils import translation

from core.triad import (
    ASPECTS,
    LARGE,
    SMALL,
    STATES,
    best_first,
    outline,
    shapes,
    state_of,
    stripes,
    words,
)

MIXED = {
    "sociocultural": "claimed",
    "environmental": "covered",
    "economic": "missing",
}


def even(state):
    return dict.fromkeys(ASPECTS, state)


def test_a_covered_triad_is_three_whole_fields():
    assert [path for _, _, path in shapes(even("covered"))] == [
        "M9 0V12H0V9A9 9 0 0 1 9 0Z",
        "M11 0L20 9V12H11Z",
        "M0 14H20V20H0Z",
    ]


def test_stripes_stay_within_the_silhouette():
    assert stripes("environmental", SMALL) == (
        "M11 10H20L20 12H11ZM11 6H17L19 8H11ZM11 2H13L15 4H11Z"
    )
    assert stripes("economic", SMALL) == "M0 14H20V16H0ZM0 18H20V20H0Z"


@pytest.mark.parametrize("drawing", [SMALL, LARGE])
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_drawn_outside_the_square(state, drawing):
    for _, _, path in shapes(even(state), drawing):
        assert all(0 <= float(n) <= 20 for n in re.findall(r"-?\d*\.?\d+", path))


def test_the_four_states_are_told_apart_without_colour():
    drawn = {
        state: tuple((css, path) for _, css, path in shapes(even(state)))
        for state in STATES
    }
    assert len(set(drawn.values())) == len(STATES)


def test_not_applicable_keeps_the_silhouette():
    drawn = shapes(even("not_applicable"))
    ghosts = [path for _, css, path in drawn if css == "ghost"]
    assert ghosts == [outline(aspect, SMALL) for aspect in ASPECTS]
    assert [css for _, css, _ in drawn].count("na") == 3


def test_a_coverage_may_be_an_object_or_a_mapping():
    assert state_of(SimpleNamespace(**MIXED), "economic") == "missing"
    assert state_of(MIXED, "economic") == "missing"
    assert state_of({}, "economic") == "missing"
    with pytest.raises(ValueError, match="splendid"):
        state_of({"economic": "splendid"}, "economic")


def test_the_words_say_what_the_figure_shows():
    with translation.override("en"):
        assert words(MIXED) == (
            "Sociocultural claimed, environmental covered, economic missing"
        )


def test_the_city_stands_best_covered_first():
    rows = [even("missing"), MIXED, even("covered")]
    assert best_first(rows) == [even("covered"), MIXED, even("missing")]


def test_figures_are_hidden_and_words_are_not():
    template = Template("{% load look %}{% triad c 'm' %} {{ c|triad_words }}")
    html = template.render(Context({"c": MIXED}))
    assert html.count('aria-hidden="true"') == 1
    assert "triad-m" in html


def test_a_name_cannot_break_out_of_a_monogram():
    html = Template("{% load look %}{% monogram n %}").render(
        Context({"n": '<b Ö"'}),
    )
    assert "<b " not in html
    assert ">Ö</text>" in html
    empty = Template("{% load look %}{% monogram '' %}").render(Context())
    assert "<text" not in empty


def test_the_city_figure_counts_every_project_once():
    with translation.override("en"):
        html = Template("{% load look %}{% city_figure rows %}").render(
            Context({"rows": [MIXED, even("covered"), even("not_applicable")]})
        )
    assert "1 covered, 1 claimed, 1 not applicable" in html
    assert html.count("<svg") == 3

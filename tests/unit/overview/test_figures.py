"""Figures say what their numbers say, the same way each time."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from core.languages import Text
from overview.export import harmless
from overview.figures import LENGTH, balance_bars, coverage_bars
from overview.network import MOST_DOTS, SIDE, draw
from overview.reading.coverage import CoverageGroup
from overview.reading.meetings import Meetings, Member, Tie
from overview.tables import Column, Row, Share, Table, Withheld
from projects.coverage import Coverage, State
from tests.unit.look.test_contrast import contrast, palettes

CSS = Path(__file__).parents[3] / "site" / "static" / "css" / "figures.css"
SECTORS = ("city", "museum", "university", "company")


def right_edges(path: str) -> list[float]:
    return [float(x) for x in re.findall(r"H([\d.]+)V", path)]


def table(*rows: tuple, shaded: bool = True) -> Table:
    columns = tuple(Column(f"K{n}", shaded=shaded) for n in range(len(rows[0])))
    return Table(
        "prov", "Prov", "Namn", columns, tuple(Row(Text("R", "sv"), r) for r in rows)
    )


def test_the_parts_of_a_bar_are_as_long_as_their_share():
    def group(state: State, count: int) -> CoverageGroup:
        return CoverageGroup("ongoing", -2, Coverage(economic=state), count)

    groups = [group(State.COVERED, 6), group(State.CLAIMED, 3), group(State.MISSING, 1)]
    [bar] = coverage_bars(groups, ("economic",))
    ends = {css: max(right_edges(path)) for css, path in bar.paths}
    assert ends == pytest.approx(
        {"covered": 600, "claimed": 900, "missing": 1000}, abs=4
    )
    assert [word.split()[0] for word in bar.words.split(", ")] == ["6", "3", "1"]


def test_needs_and_people_share_one_measure_and_what_is_withheld_has_no_bar():
    figures = table(("", 2, 2, 0, 10), ("", 5, 5, 0, Withheld()))
    first, second = balance_bars(figures)
    lengths = [max(right_edges(path)) for _css, path in first.paths]
    assert lengths == [LENGTH / 5, LENGTH]
    assert [css for css, _path in second.paths] == ["wanted"]
    assert not re.search(r"\d", second.words.replace("5", ""))


def meetings(count: int) -> Meetings:
    members = [
        Member(n, Text(f"Provbolaget {n}", "sv"), SECTORS[n % 4]) for n in range(count)
    ]
    pairs = pairwise(members)
    ties = [Tie(one, other, count - n) for n, (one, other) in enumerate(pairs)]
    return Meetings({}, ties, len(ties))


def test_the_network_is_drawn_the_same_way_each_time_and_within_its_frame():
    drawing = draw(meetings(10))
    assert drawing == draw(meetings(10))
    assert [dot.number for dot in drawing.dots] == list(range(1, 11))
    assert len({(dot.x, dot.y) for dot in drawing.dots}) == 10
    for dot in drawing.dots:
        assert drawing.radius < dot.x < SIDE - drawing.radius
        assert drawing.radius < dot.y < SIDE - drawing.radius
    kinds = [dot.member.sector for dot in drawing.dots]
    assert len([1 for a, b in pairwise(kinds) if a != b]) == 3
    widths = [line.width for line in drawing.lines]
    assert widths == sorted(widths)


def test_no_more_organisations_than_have_room():
    assert len(draw(meetings(60)).dots) == MOST_DOTS
    assert draw(Meetings({}, [], 0)).dots == []


def test_shades_follow_the_figures_and_what_is_withheld_has_none():
    figures = table((0, 1, 10), (Withheld(), Share(1, 2), Share(0, 0)))
    levels = [[cell.level for cell in cells] for _row, cells in figures.shown_rows()]
    assert levels == [[0, 1, 5], [0, 3, 0]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_figures_can_be_read_on_every_shade(scheme):
    palette = palettes()[scheme]
    shades = re.findall(r"var\(--border\) (\d+)%, var\(--paper\)", CSS.read_text())
    assert len(shades) == 5
    for share in map(int, shades):
        mixed = "#" + "".join(
            f"{round((share * a + (100 - share) * b) / 100):02x}"
            for a, b in zip(
                bytes.fromhex(palette["--border"][1:]),
                bytes.fromhex((palette["--paper"][1:] * 2)[:6]),
                strict=True,
            )
        )
        assert contrast(palette["--ink"], mixed) >= 4.5


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\u00a0=1", "＝1"]
)
def test_what_a_spreadsheet_would_compute_is_marked_as_text(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("value", ["Prov", "3 av 12", "..", "–", 5, -5, ""])
def test_other_values_are_left_alone(value):
    assert harmless(value) == value

"""Bars as SVG paths. Pattern tells them apart, colour only confirms.

Each figure is hidden from screen readers: the words beside it and the table below say
the same. Classes are styled in ``css/figures.css`` and ``css/triad.css``.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.languages import Text, current_language
from core.triad import ASPECT_CLASS, aspect_name, state_word
from overview.reading.coverage import CoverageGroup, counts
from overview.tables import Table, Withheld
from projects.coverage import State

#: Units of a bar that is as long as its figure is wide, and its height.
LENGTH, HEIGHT = 1000, 40
#: Heights of the stripes that say "claimed".
_STRIPES = range(0, HEIGHT, 10)
#: So many competences have bars; the table has them all.
MOST_BARS = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """A name, what the bar says in words, and its paths as (class, path)."""

    name: Text
    words: str
    paths: list[tuple[str, str]]
    css: str = ""


def coverage_bars(groups: list[CoverageGroup], aspects: tuple[str, ...]) -> list[Bar]:
    """A bar for each aspect, parted by the states of the projects."""
    bars, lang = [], current_language()
    for aspect in aspects:
        counted = counts(groups, aspect)
        total = sum(counted.values())
        paths, at = [], 0.0
        for state, count in counted.items():
            if count:
                width = LENGTH * count / total
                paths += _part(state, at, at + width)
                at += width
        words = ", ".join(
            f"{count} {state_word(state)}" for state, count in counted.items() if count
        )
        name = Text(aspect_name(aspect), lang)
        bars.append(Bar(name, words or _("no projects"), paths, ASPECT_CLASS[aspect]))
    return bars


def balance_bars(table: Table) -> list[Bar]:
    """Two bars for each of the most sought competences: needs above, people below."""
    rows = [(row, row.cells[1], row.cells[4]) for row in table.rows[:MOST_BARS]]
    largest = max(
        (value for _row, *pair in rows for value in pair if isinstance(value, int)),
        default=0,
    )
    return [
        Bar(
            row.head,
            _balance_words(needs, people),
            [
                ("wanted", _box(0, LENGTH * needs / largest, 0, 17)),
                *(
                    []
                    if isinstance(people, Withheld)
                    else [("known", _striped(LENGTH * people / largest))]
                ),
            ]
            if largest
            else [],
        )
        for row, needs, people in rows
    ]


def _balance_words(needs: int, people: int | Withheld) -> str:
    said = ngettext("%(n)d open need", "%(n)d open needs", needs) % {"n": needs}
    if isinstance(people, Withheld):
        return _("%(needs)s; the number of people is not shown") % {"needs": said}
    return ngettext(
        "%(needs)s; %(n)d person knows it", "%(needs)s; %(n)d people know it", people
    ) % {"needs": said, "n": people}


def _part(state: State, left: float, right: float) -> list[tuple[str, str]]:
    """One state's part of a bar, with a little air after it."""
    right = max(right - 3, left + 1)
    match state:
        case State.COVERED:
            return [("covered", _box(left, right, 0, HEIGHT))]
        case State.CLAIMED:
            stripes = "".join(_box(left, right, y, y + 5) for y in _STRIPES)
            return [("claimed", stripes)]
        case State.NOT_APPLICABLE:
            return [
                ("ghost", _box(left, right, 0, HEIGHT)),
                ("na", _box(left, right, 17, 23)),
            ]
        case _:
            return [("missing", _box(left + 0.5, right, 0.5, HEIGHT - 0.5))]


def _striped(width: float) -> str:
    return "".join(_box(0, width, y, y + 3) for y in (21, 28, 35))


def _box(left: float, right: float, top: float, bottom: float) -> str:
    return f"M{left:.6g} {top:g}H{right:.6g}V{bottom:g}H{left:.6g}Z"

"""The triad: the figure and the words for how a project covers the three aspects.

Three parts on one ground: the vault (sociocultural), the slope (environmental) and the
ground (economic). Position and silhouette name the aspect, pattern names the state,
colour only confirms; the words always stand beside the figure.

A coverage is any mapping or object with one state for each aspect. All drawings are
paths in the square ``0 0 20 20``; classes are styled in ``css/triad.css``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from django.utils.translation import gettext, pgettext

ASPECTS = ("sociocultural", "environmental", "economic")
STATES = ("covered", "claimed", "not_applicable", "missing")
SIDE = 20

#: The class that carries an aspect's colour.
ASPECT_CLASS = {"sociocultural": "soc", "environmental": "env", "economic": "eco"}
#: Where the point of "not applicable" stands, within each field.
POINTS = {
    "sociocultural": (5.4, 7),
    "environmental": (14.2, 7.6),
    "economic": (10, 17),
}
#: One aspect alone, in the square 0 0 10 10.
SIGNS = {
    "sociocultural": "M10 0V10H0A10 10 0 0 1 10 0Z",
    "environmental": "M0 0L10 10H0Z",
    "economic": "M0 3.5H10V10H0Z",
}
#: One state alone, in the rectangle 0 0 20 12: class and path.
PATCHES = {
    "covered": (("covered", "M0 0H20V12H0Z"),),
    "claimed": (("claimed", "M0 0H20V2.4H0ZM0 4.8H20V7.2H0ZM0 9.6H20V12H0Z"),),
    "missing": (("missing", "M.7.7H19.3V11.3H.7Z"),),
    "not_applicable": (
        ("ghost", "M0 0H20V12H0Z"),
        ("na", "M8 6A2 2 0 0 1 12 6A2 2 0 0 1 8 6Z"),
    ),
}


@dataclass(frozen=True)
class Drawing:
    """How finely a triad is drawn, in units of its square.

    ``gap``: between the fields; ``rule`` and ``period``: the stripes of a claim;
    ``stroke``: the outline of a missing field; ``point``: radius.
    """

    gap: float
    rule: float
    period: float
    stroke: float
    point: float


#: One unit of the small drawing is one pixel at 20 px, so that its edges are crisp.
SMALL = Drawing(gap=2, rule=2, period=4, stroke=1.4, point=1.4)
LARGE = Drawing(gap=0.7, rule=0.4, period=0.8, stroke=0.32, point=0.55)


def state_of(coverage, aspect: str) -> str:
    """The state of one aspect; ``missing`` where the coverage says nothing.

    Raises ValueError for a word that is no state.
    """
    if isinstance(coverage, Mapping):
        state = coverage.get(aspect)
    else:
        state = getattr(coverage, aspect, None)
    state = str(state or "missing")
    if state not in STATES:
        raise ValueError(f"{state!r} is not a state of an aspect")
    return state


def states_of(coverage) -> tuple[str, str, str]:
    """The three states in the order of ASPECTS."""
    social, environmental, economic = (state_of(coverage, a) for a in ASPECTS)
    return social, environmental, economic


def shapes(coverage, drawing: Drawing = SMALL) -> list[tuple[str, str, str]]:
    """The figure as (aspect, class of the state, path), in order of painting."""
    drawn = []
    for aspect in ASPECTS:
        state = state_of(coverage, aspect)
        if state == "covered":
            drawn.append((aspect, "covered", outline(aspect, drawing)))
        elif state == "claimed":
            drawn.append((aspect, "claimed", stripes(aspect, drawing)))
        elif state == "missing":
            inset = drawing.stroke / 2
            drawn.append((aspect, "missing", outline(aspect, drawing, inset)))
        else:
            drawn.append((aspect, "ghost", outline(aspect, drawing)))
            drawn.append((aspect, "na", _circle(*POINTS[aspect], drawing.point)))
    return drawn


def outline(aspect: str, drawing: Drawing, inset: float = 0) -> str:
    """The path around a field, drawn in by ``inset`` on every side."""
    width, floor = _upper_field(drawing)
    low = _n(floor - inset)
    if aspect == "sociocultural":
        radius, edge = width - inset, _n(width - inset)
        arc = f"A{_n(radius)} {_n(radius)} 0 0 1 {edge} {_n(inset)}"
        return f"M{edge} {_n(inset)}V{low}H{_n(inset)}V{_n(width)}{arc}Z"
    if aspect == "environmental":
        left, right = SIDE - width + inset, SIDE - inset
        # The slope is the line y = x - (SIDE - width), moved in along its normal.
        start = SIDE - width - inset * sqrt(2)
        corners = f"L{_n(right)} {_n(right - start)}V{low}H{_n(left)}Z"
        return f"M{_n(left)} {_n(left - start)}{corners}"
    top = floor + drawing.gap
    return (
        f"M{_n(inset)} {_n(top + inset)}H{_n(SIDE - inset)}"
        f"V{_n(SIDE - inset)}H{_n(inset)}Z"
    )


def stripes(aspect: str, drawing: Drawing) -> str:
    """The rules of a claim without evidence, cut to the field's silhouette."""
    width, floor = _upper_field(drawing)
    bands, path = [], ""
    if aspect == "economic":
        top = floor + drawing.gap
        while top + drawing.rule <= SIDE + 1e-9:
            bands.append((top, top + drawing.rule))
            top += drawing.period
        return "".join(f"M0 {_n(a)}H{SIDE}V{_n(b)}H0Z" for a, b in bands)
    bottom = floor
    while bottom - drawing.rule >= 0:
        bands.append((bottom - drawing.rule, bottom))
        bottom -= drawing.period
    for a, b in bands:
        if aspect == "environmental":
            left = SIDE - width
            upper, lower = min(SIDE, left + a), min(SIDE, left + b)
            path += f"M{_n(left)} {_n(a)}H{_n(upper)}L{_n(lower)} {_n(b)}H{_n(left)}Z"
        else:
            lower = _arc_x(width, b)
            if a >= width:  # below the spring of the vault its side is upright
                side = f"V{_n(a)}"
            else:
                spring = f"V{_n(width)}" if b > width else ""
                turn = f"A{_n(width)} {_n(width)} 0 0 1 {_n(_arc_x(width, a))} {_n(a)}"
                side = spring + turn
            path += f"M{_n(width)} {_n(a)}V{_n(b)}H{_n(lower)}{side}Z"
    return path


def aspect_name(aspect: str) -> str:
    """The aspect's name as a heading has it."""
    return {
        "sociocultural": pgettext("aspect", "Sociocultural"),
        "environmental": pgettext("aspect", "Environmental"),
        "economic": pgettext("aspect", "Economic"),
    }[aspect]


def state_word(state: str) -> str:
    """The state as a word within a sentence."""
    return {
        "covered": pgettext("state of an aspect", "covered"),
        "claimed": pgettext("state of an aspect", "claimed"),
        "not_applicable": pgettext("state of an aspect", "not applicable"),
        "missing": pgettext("state of an aspect", "missing"),
    }[state]


def state_meaning(state: str) -> str:
    """What a state means, as the legend says it."""
    return {
        "covered": gettext("Covered: a claim with evidence"),
        "claimed": gettext("Claimed: no evidence yet"),
        "not_applicable": gettext("Not applicable, with the reason"),
        "missing": gettext("Missing"),
    }[state]


def words(coverage) -> str:
    """The figure in one sentence, without a full stop."""
    social, environmental, economic = map(state_word, states_of(coverage))
    return gettext(
        "Sociocultural %(sociocultural)s, environmental %(environmental)s, "
        "economic %(economic)s"
    ) % {
        "sociocultural": social,
        "environmental": environmental,
        "economic": economic,
    }


def best_first(rows: Iterable) -> list:
    """Coverages ordered for the city figure: the best covered first."""
    rank = {"covered": 0, "claimed": 1, "not_applicable": 2, "missing": 3}

    def key(coverage):
        ranks = [rank[state] for state in states_of(coverage)]
        return sum(ranks), ranks

    return sorted(rows, key=key)


def _upper_field(drawing: Drawing) -> tuple[float, float]:
    """Width of the two upper fields, and where their floor lies."""
    return (SIDE - drawing.gap) / 2, 13 - drawing.gap / 2


def _arc_x(radius: float, y: float) -> float:
    if y >= radius:
        return 0
    return radius - sqrt(radius**2 - (radius - y) ** 2)


def _circle(x: float, y: float, r: float) -> str:
    half = f"A{_n(r)} {_n(r)} 0 0 1"
    return f"M{_n(x - r)} {_n(y)}{half} {_n(x + r)} {_n(y)}{half} {_n(x - r)} {_n(y)}Z"


def _n(value: float) -> str:
    """A number as short as a path needs it."""
    return f"{value:.2f}".rstrip("0").rstrip(".")

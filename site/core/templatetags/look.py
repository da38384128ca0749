"""Template tags of the look: figures beside words.

Figures are hidden from screen readers; the words beside them say the same.
"""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from core.monogram import monogram as draw_monogram
from core.triad import (
    ASPECT_CLASS,
    ASPECTS,
    LARGE,
    PATCHES,
    SIGNS,
    SMALL,
    STATES,
    aspect_name,
    best_first,
    shapes,
    state_meaning,
    state_of,
    state_word,
    words,
)

register = template.Library()

LEVELS = ("basic", "experienced", "advanced", "leading")


@register.simple_tag
def triad(coverage, size: str = "s", one: bool = False) -> SafeString:
    """The figure: ``s`` 20 px, ``m`` 40 px, ``l`` up to 240 px; ``one`` colour."""
    paths = format_html_join(
        "",
        '<path class="{} {}" d="{}"/>',
        (
            (ASPECT_CLASS[aspect], state, path)
            for aspect, state, path in shapes(coverage, LARGE if size == "l" else SMALL)
        ),
    )
    return format_html(
        '<svg class="triad triad-{}{}" viewBox="0 0 20 20" aria-hidden="true">{}</svg>',
        size,
        " one" if one else "",
        paths,
    )


@register.filter
def triad_words(coverage) -> str:
    """The figure as a sentence."""
    return words(coverage)


@register.simple_tag
def aspect_sign(aspect: str | None) -> SafeString:
    """One aspect's silhouette, or nothing for what belongs to no single aspect."""
    if aspect not in SIGNS:
        return SafeString("")
    return format_html(
        '<svg class="asp {}" viewBox="0 0 10 10" aria-hidden="true">'
        '<path d="{}"/></svg>',
        ASPECT_CLASS[aspect],
        SIGNS[aspect],
    )


@register.filter(name="aspect_name")
def aspect_name_filter(aspect: str) -> str:
    """``economic`` as a reader sees it."""
    return aspect_name(aspect)


@register.filter(name="state_word")
def state_word_filter(state: str) -> str:
    """``covered`` as a reader sees it, with a capital."""
    return state_word(state).capitalize()


@register.filter
def aspect_state(coverage, aspect: str) -> str:
    """The state of one aspect of a coverage."""
    return state_of(coverage, aspect)


@register.simple_tag
def state_patch(state: str, aspect: str = "") -> SafeString:
    """A patch of one state's pattern, in an aspect's colour or in ink."""
    return format_html(
        '<svg class="patch {}" viewBox="0 0 20 12" aria-hidden="true">{}</svg>',
        ASPECT_CLASS.get(aspect, ""),
        format_html_join("", '<path class="{}" d="{}"/>', PATCHES[state]),
    )


@register.inclusion_tag("components/legend.html")
def triad_legend() -> dict:
    """The four patterns with their meanings."""
    return {"states": [(state, state_meaning(state)) for state in STATES]}


@register.simple_tag
def monogram(name: str) -> SafeString:
    """A person's initials on either side of a border, for who has no photograph."""
    drawing = draw_monogram(str(name))
    return format_html(
        '<svg class="mono" viewBox="0 0 120 120" aria-hidden="true">'
        '<path class="h" d="{}"/>{}<path class="b" d="{}"/></svg>',
        drawing.field,
        format_html_join(
            "",
            '<text x="{1}" y="{2}">{0}</text>',
            drawing.letters,
        ),
        drawing.border,
    )


@register.simple_tag
def level_bars(level: str | int) -> SafeString:
    """A competence's level as four steps; the word stands beside it."""
    step = level if isinstance(level, int) else LEVELS.index(level) + 1
    bars = format_html_join(
        "",
        '<path{} d="M{} .5H{}V9.5H{}Z"/>',
        (
            (SafeString(' class="on"') if n < step else "", x, x + 5, x)
            for n, x in enumerate((0.5, 7.5, 14.5, 21.5))
        ),
    )
    return format_html(
        '<svg class="lvl" viewBox="0 0 27 10" aria-hidden="true">{}</svg>', bars
    )


@register.inclusion_tag("components/city_figure.html")
def city_figure(rows) -> dict:
    """All projects in one figure: a column is a project, a row is an aspect.

    ``rows`` is any number of coverages. The columns stand in the same order in all
    three rows, best covered first.
    """
    ordered = best_first(rows)
    figure = []
    for aspect in ASPECTS:
        states = [state_of(coverage, aspect) for coverage in ordered]
        figure.append(
            {
                "aspect": aspect,
                "name": aspect_name(aspect),
                "css": ASPECT_CLASS[aspect],
                "words": _tally(states),
                "paths": _city_row(states),
                "counts": [states.count(state) for state in STATES],
            }
        )
    return {
        "figure": figure,
        "width": max(1, 10 * len(ordered)),
        "count": len(ordered),
        "state_names": [state_meaning(state) for state in STATES],
    }


def _tally(states: list[str]) -> str:
    """How many projects are in each state: ``36 covered, 8 claimed, 4 missing``."""
    templates = {
        "covered": lambda n: ngettext("%(n)d covered", "%(n)d covered", n),
        "claimed": lambda n: ngettext("%(n)d claimed", "%(n)d claimed", n),
        "missing": lambda n: ngettext("%(n)d missing", "%(n)d missing", n),
        "not_applicable": lambda n: ngettext(
            "%(n)d not applicable", "%(n)d not applicable", n
        ),
    }
    parts = [
        template(n) % {"n": n}
        for state, template in templates.items()
        if (n := states.count(state))
    ]
    return ", ".join(parts) or gettext("No projects yet")


def _city_row(states: list[str]) -> list[tuple[str, str]]:
    """One aspect's columns, 10 × 40 units each, one path for each kind of mark."""
    marks: dict[str, list[str]] = {}
    for n, state in enumerate(states):
        x, right = 10 * n + 0.8, 10 * n + 9.2
        if state == "covered":
            marks.setdefault(state, []).append(f"M{x:g} 0H{right:g}V40H{x:g}Z")
        elif state == "claimed":
            marks.setdefault(state, []).extend(
                f"M{x:g} {y}H{right:g}V{y + 5}H{x:g}Z" for y in (0, 10, 20, 30)
            )
        elif state == "missing":
            box = f"M{x + 0.3:g} .5H{right - 0.3:g}V39.5H{x + 0.3:g}Z"
            marks.setdefault(state, []).append(box)
        else:
            marks.setdefault("ghost", []).append(f"M{x:g} 0H{right:g}V40H{x:g}Z")
            middle = f"M{x + 2.2:g} 17H{right - 2.2:g}V23H{x + 2.2:g}Z"
            marks.setdefault("na", []).append(middle)
    return [(state, "".join(parts)) for state, parts in marks.items()]

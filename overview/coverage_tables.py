"""How the aspects are covered, by district and by phase, as tables."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

from django.utils.translation import gettext as _

from core.languages import Text, current_language
from core.triad import aspect_name, state_word
from overview.choice import NAMES, Choice, phase_names
from overview.reading.coverage import CoverageGroup, counts
from overview.reading.statements import ALL, CITYWIDE, NOT_STATED
from overview.tables import Column, Row, Share, Table, only_with_figures
from projects.coverage import ASPECTS, State
from taxonomy.index import ConceptIndex


def coverage_tables(
    groups: list[CoverageGroup], choice: Choice, concepts: ConceptIndex
) -> list[Table]:
    """By district, by phase, and by both."""
    aspects = (choice.aspect,) if choice.aspect else ASPECTS
    once = [group for group in groups if group.district == ALL]
    placed = [group for group in groups if group.district != ALL]
    by_district = _grouped(placed, lambda group: group.district)
    by_phase = _grouped(once, lambda group: group.phase)
    districts, phases = district_names(concepts, choice), phase_names(concepts)
    total = _row(
        Text(_("All projects"), current_language()), once, aspects, is_total=True
    )
    columns = (
        Column(_("Projects")),
        *(
            Column(f"{aspect_name(aspect)}: {state_word(state)}", shaded=True)
            for aspect in aspects
            for state in State
        ),
    )
    return [
        Table(
            key="coverage-districts",
            title=_("Coverage by district"),
            head=str(NAMES["district"]),
            columns=columns,
            rows=only_with_figures(
                [
                    *(
                        _row(name, by_district[key], aspects)
                        for key, name in districts.items()
                    ),
                    total,
                ]
            ),
            note=_("A project in two districts stands in both, and once in the total."),
        ),
        Table(
            key="coverage-phases",
            title=_("Coverage by phase"),
            head=str(NAMES["phase"]),
            columns=columns,
            rows=only_with_figures(
                [
                    *(
                        _row(name, by_phase[key], aspects)
                        for key, name in phases.items()
                    ),
                    total,
                ]
            ),
            note=_(
                "Of a detailed plan the phase that runs today, of other projects the "
                "status."
            ),
        ),
        _crossing(placed, aspects, districts, phases),
    ]


def _grouped(
    groups: Iterable[CoverageGroup], key: Callable[[CoverageGroup], Hashable]
) -> dict[Hashable, list[CoverageGroup]]:
    found = defaultdict(list)
    for group in groups:
        found[key(group)].append(group)
    return found


def district_names(concepts: ConceptIndex, choice: Choice) -> dict[int, Text]:
    """Key → name, as the rows or columns of a table; the chosen one alone."""
    if choice.district:
        return {choice.district.id: choice.district.name}
    lang = current_language()
    return {
        **{concept.id: concept.name for concept in concepts.roots("districts")},
        CITYWIDE: Text(_("The whole city"), lang),
        NOT_STATED: Text(_("District not stated"), lang),
    }


def _row(
    name: Text,
    groups: list[CoverageGroup],
    aspects: tuple[str, ...],
    *,
    is_total: bool = False,
) -> Row:
    cells = [sum(group.count for group in groups)]
    for aspect in aspects:
        counted = counts(groups, aspect)
        cells += [counted[state] for state in State]
    return Row(name, tuple(cells), is_total=is_total)


def _crossing(
    placed: list[CoverageGroup],
    aspects: tuple[str, ...],
    districts: dict[int, Text],
    phases: dict[str, Text],
) -> Table:
    """District × phase: of how many projects all the aspects are covered."""
    there = {group.phase for group in placed}
    phases = {key: name for key, name in phases.items() if key in there}
    crossed = _grouped(placed, lambda group: (group.district, group.phase))
    covered = {
        key: Share(
            sum(
                group.count
                for group in groups
                if all(group.coverage[aspect] is State.COVERED for aspect in aspects)
            ),
            sum(group.count for group in groups),
        )
        for key, groups in crossed.items()
    }
    if len(aspects) == 1:
        title = _("Covered by evidence, by district and phase: %(aspect)s") % {
            "aspect": aspect_name(aspects[0])
        }
    else:
        title = _("All three aspects covered by evidence, by district and phase")
    return Table(
        key="coverage-crossed",
        title=title,
        head=str(NAMES["district"]),
        columns=tuple(
            Column(name.text, shaded=True, lang=name.lang) for name in phases.values()
        ),
        rows=only_with_figures(
            Row(
                name,
                tuple(covered.get((district, phase), Share(0, 0)) for phase in phases),
            )
            for district, name in districts.items()
        ),
        note=_("So many projects, of so many in the district and the phase."),
    )

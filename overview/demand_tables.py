"""What is needed and what is known, by competence and district, as tables."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from core.languages import Text, current_language
from overview.choice import Choice
from overview.coverage_tables import district_names
from overview.people_counts import PeopleCounts
from overview.reading.needs import Sought
from overview.reading.statements import ALL, CITYWIDE
from overview.tables import Column, Row, Table, only_with_figures
from taxonomy.index import ConceptIndex, IndexedConcept

_NOTHING = Sought(0, 0, 0, 0, 0)


def demand_tables(
    sought: Iterable[Sought],
    people: PeopleCounts,
    choice: Choice,
    concepts: ConceptIndex,
    *,
    with_available: bool,
) -> list[Table]:
    """Needs beside people; needs by district; people by district.

    An aspect chooses the competences that serve it, a district its own needs and
    people; phase, sector and period choose among needs only.
    """
    needs = {(row.competence, row.district): row for row in sought}
    districts = district_names(concepts, choice)
    needed = {competence for competence, _district in needs}
    known = people.competences
    return [
        _balance(
            needs,
            people,
            _chosen(needed | known, choice, concepts),
            choice,
            with_available,
        ),
        Table(
            key="needs-districts",
            title=_("Open needs by competence and district"),
            head=_("Competence"),
            columns=_columns(districts, {d for _c, d in needs}, _("All districts")),
            rows=only_with_figures(
                Row(
                    competence.name,
                    tuple(
                        needs.get((competence.id, district), _NOTHING).needs
                        for district in _with_all(districts, {d for _c, d in needs})
                    ),
                )
                for competence in _chosen(needed, choice, concepts)
            ),
            note=_("A project in two districts stands in both, and once in the total."),
        ),
        _people_table(people, districts, choice, concepts),
    ]


def _balance(
    needs: dict[tuple[int, int], Sought],
    people: PeopleCounts,
    competences: list[IndexedConcept],
    choice: Choice,
    with_available: bool,
) -> Table:
    """Most sought first."""
    district = choice.district.id if choice.district else ALL
    found = []
    for competence in competences:
        # The needs are of projects in the chosen district already.
        own = needs.get((competence.id, ALL), _NOTHING)
        cells = [
            own.needs,
            own.people,
            own.unmet,
            people.people(competence.id, district),
        ]
        if with_available:
            cells.append(people.available(competence.id, district))
        found.append((own, competence, (Text(competence.aspect_name, ""), *cells)))
    found.sort(key=lambda row: (-row[0].needs, -row[0].people))
    rows = [
        Row(competence.name, cells)
        for _own, competence, cells in found
        if any(cell != 0 for cell in cells[1:])
    ]
    columns = [
        Column(_("Aspect"), is_text=True),
        Column(_("Open needs")),
        Column(_("People sought")),
        Column(_("Unmet for more than 30 days")),
        Column(_("People who know it")),
    ]
    if with_available:
        columns.append(Column(_("Available now")))
    return Table(
        key="needs",
        title=_("Needs and people who could meet them"),
        head=_("Competence"),
        columns=tuple(columns),
        rows=tuple(rows),
        note=_("People are not counted by phase, sector or period."),
    )


def _people_table(
    people: PeopleCounts,
    districts: dict[int, Text],
    choice: Choice,
    concepts: ConceptIndex,
) -> Table:
    shown = {key: name for key, name in districts.items() if key != CITYWIDE}
    keys = _with_all(shown, people.districts)
    rows = [
        Row(
            competence.name,
            tuple(people.people(competence.id, district) for district in keys),
        )
        for competence in _chosen(people.competences, choice, concepts)
    ]
    if not choice.aspect:
        everyone = tuple(people.people(ALL, district) for district in keys)
        name = Text(_("All people, each once"), current_language())
        rows.append(Row(name, everyone, is_total=True))
    return Table(
        key="people-districts",
        title=_("People by competence and district"),
        head=_("Competence"),
        columns=_columns(shown, people.districts, _("All districts")),
        rows=only_with_figures(rows),
        note=_("Who is active in two districts stands in both, and once in the total."),
    )


def _chosen(
    ids: set[int], choice: Choice, concepts: ConceptIndex
) -> list[IndexedConcept]:
    """In the order of the vocabulary."""
    return [
        concept
        for concept in concepts
        if concept.id in ids and (not choice.aspect or concept.aspect == choice.aspect)
    ]


def _with_all(districts: dict[int, Text], there: set[int]) -> list[int]:
    """The districts that have any figure, and all together (unless one is chosen)."""
    if len(districts) == 1:
        return list(districts)
    return [*(key for key in districts if key in there), ALL]


def _columns(
    districts: dict[int, Text], there: set[int], together: str
) -> tuple[Column, ...]:
    return tuple(
        Column(together)
        if key == ALL
        else Column(districts[key].text, shaded=True, lang=districts[key].lang)
        for key in _with_all(districts, there)
    )

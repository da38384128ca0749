"""How the projects cover the aspects, by district and by phase."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet

from overview.reading.statements import ALL, CITYWIDE, NOT_STATED, rows, table
from projects.coverage import ASPECTS, Coverage, State
from projects.models import AspectClaim, AspectExemption, ProjectPage
from taxonomy.models import Concept

#: A claim outweighs a reason, and evidence a claim: the largest number holds.
_STATES = (State.MISSING, State.NOT_APPLICABLE, State.CLAIMED, State.COVERED)


@dataclass(frozen=True, slots=True)
class CoverageGroup:
    """So many projects with the same coverage, phase and district.

    ``district``: a concept's id, or one of the keys of the statements; ``ALL`` has
    each project once.
    """

    phase: str
    district: int
    coverage: Coverage
    count: int


def read_coverage(projects: QuerySet[ProjectPage]) -> list[CoverageGroup]:
    """One statement, whatever the number of projects."""
    found = rows(
        {
            "source(page, phase, citywide)": projects.values_list(
                "pk", "phase", "citywide"
            )
        },
        f""", said AS (
            SELECT c.page_id AS page, t.aspect AS aspect,
                MAX(CASE WHEN LENGTH(CAST(c.evidence AS text)) > 2 THEN 3 ELSE 2 END)
                    AS state
            FROM {table(AspectClaim)} c
            JOIN source ON source.page = c.page_id
            JOIN {table(Concept)} t ON t.id = c.tag_id
            GROUP BY c.page_id, t.aspect
            UNION ALL
            SELECT e.page_id, e.aspect, 1
            FROM {table(AspectExemption)} e JOIN source ON source.page = e.page_id
        ), states AS (
            SELECT page, {", ".join(_highest(aspect) for aspect in ASPECTS)}
            FROM said GROUP BY page
        ), project AS MATERIALIZED (
            SELECT source.page AS page, phase, citywide,
                {", ".join(f"COALESCE({aspect}, 0) AS {aspect}" for aspect in ASPECTS)}
            FROM source LEFT JOIN states ON states.page = source.page
        )
        SELECT phase, {ALL} AS district, {", ".join(ASPECTS)}, COUNT(*)
        FROM project GROUP BY phase, {", ".join(ASPECTS)}
        UNION ALL
        SELECT phase, {DISTRICT} AS district, {", ".join(ASPECTS)}, COUNT(*)
        FROM project
        LEFT JOIN {table(ProjectPage.districts.through)} d ON d.projectpage_id = page
        GROUP BY phase, {DISTRICT}, {", ".join(ASPECTS)}""",  # noqa: S608
    )
    return [
        CoverageGroup(
            phase,
            district,
            Coverage(
                **{
                    aspect: _STATES[state]
                    for aspect, state in zip(ASPECTS, states, strict=True)
                }
            ),
            count,
        )
        for phase, district, *states, count in found
    ]


#: Of a project in a statement where ``d`` is a row of its districts, if any.
DISTRICT = (
    "CASE WHEN d.concept_id IS NOT NULL THEN d.concept_id "
    f"WHEN citywide THEN {CITYWIDE} ELSE {NOT_STATED} END"
)


def _highest(aspect: str) -> str:
    return f"MAX(CASE WHEN aspect = '{aspect}' THEN state ELSE 0 END) AS {aspect}"


def counts(groups: list[CoverageGroup], aspect: str) -> dict[State, int]:
    """State → number of projects, of one aspect."""
    found = Counter()
    for group in groups:
        found[group.coverage[aspect]] += group.count
    return {state: found[state] for state in State}

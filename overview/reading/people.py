"""Who knows what, and where: counted, never named."""

from dataclasses import dataclass

from django.db.models import Q

from overview.reading.sources import counted_people
from overview.reading.statements import ALL, NOT_STATED, rows, table
from people.models import HiddenCompetence, PersonCompetence, PersonPage


@dataclass(frozen=True, slots=True)
class Known:
    """People who show one competence in one district, each person once.

    Either may be ``ALL``; ``available``: see :func:`counted_people`.
    """

    competence: int
    district: int
    people: int
    available: int


def read_people(visible: Q) -> list[Known]:
    """All that is known of all competences. One statement.

    A competence that a person hides is not known here, and one who hides the
    districts is in none.
    """
    district = f"COALESCE(d.concept_id, {NOT_STATED})"
    found = rows(
        {
            "person(page, record, placed, available)": counted_people(
                visible
            ).values_list("pk", "translation_key", "placed", "available")
        },
        f""", known AS MATERIALIZED (
            SELECT DISTINCT c.concept_id AS competence, c.page_id AS page, placed,
                available
            FROM {table(PersonCompetence)} c
            JOIN person ON person.page = c.page_id
            WHERE NOT EXISTS (
                SELECT 1 FROM {table(HiddenCompetence)} h
                WHERE h.record_id = person.record AND h.concept_id = c.concept_id
            )
        ), somebody AS (
            SELECT DISTINCT page, placed, available FROM known
        )
        SELECT competence, {ALL} AS district, COUNT(*), SUM(available)
        FROM known GROUP BY competence
        UNION ALL
        SELECT competence, {district} AS district, COUNT(*), SUM(available)
        FROM known LEFT JOIN {table(PersonPage.districts.through)} d
            ON d.personpage_id = page AND placed = 1
        GROUP BY competence, {district}
        UNION ALL
        SELECT {ALL}, {ALL}, COUNT(*), COALESCE(SUM(available), 0) FROM somebody
        UNION ALL
        SELECT {ALL}, {district} AS district, COUNT(*), SUM(available)
        FROM somebody LEFT JOIN {table(PersonPage.districts.through)} d
            ON d.personpage_id = page AND placed = 1
        GROUP BY {district}""",  # noqa: S608
    )
    return [Known(*row) for row in found]

"""Who knows what, and where: counted, never named."""

from dataclasses import dataclass

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from overview.reading.statements import ALL, NOT_STATED, rows, table
from people.models import (
    HiddenCompetence,
    LegalBasis,
    PersonCompetence,
    PersonPage,
    PersonRecord,
)
from people.queries import public_people


@dataclass(frozen=True, slots=True)
class Known:
    """People who show one competence in one district, each person once.

    Either may be ``ALL``. ``available``: those of them who live, are open to
    introductions and not paused, on a legal basis that need not be confirmed anew.
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
    today = connection.ops.adapt_datefield_value(timezone.localdate())
    found = rows(
        {
            "profile(page, record, died)": public_people(visible).values_list(
                "pk", "translation_key", "died"
            )
        },
        f""", person AS MATERIALIZED (
            SELECT profile.page AS page, profile.record AS record,
                CASE WHEN CAST(r.hidden_fields AS text) LIKE %s THEN 0 ELSE 1 END
                    AS placed,
                CASE WHEN r.open_to_introductions AND died IS NULL
                    AND r.legal_basis <> %s
                    AND (r.paused_until IS NULL OR r.paused_until < %s)
                    AND (r.reconfirm_by IS NULL OR r.reconfirm_by >= %s)
                THEN 1 ELSE 0 END AS available
            FROM profile JOIN {table(PersonRecord)} r ON r.key = profile.record
        ), known AS MATERIALIZED (
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
        ['%"districts"%', LegalBasis.DECEASED.value, today, today],
    )
    return [Known(*row) for row in found]

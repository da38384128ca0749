"""Which competences are sought, and for how long already."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from overview.models.openings import NeedOpened
from overview.reading.coverage import DISTRICT
from overview.reading.statements import ALL, rows, table
from projects.models import Need, NeedState, ProjectPage

#: A need that is open for longer is told of as unmet.
LONG = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Sought:
    """The open needs of one competence in one district (or ``ALL``)."""

    competence: int
    district: int
    needs: int
    people: int
    #: Of the needs, those open for more than :data:`LONG`.
    unmet: int


def read_needs(projects: QuerySet[ProjectPage]) -> list[Sought]:
    """Needs of the projects that are neither filled, closed nor past. One statement.

    A need is open from when it was written down, or its project published, or it was
    opened again: from the last of these.
    """
    now = timezone.now()
    long_ago = connection.ops.adapt_datetimefield_value(now - LONG)
    today = connection.ops.adapt_datefield_value(timezone.localdate(now))
    found = rows(
        {
            "source(page, record, published, citywide)": projects.values_list(
                "pk", "translation_key", "first_published_at", "citywide"
            )
        },
        f""", sought AS MATERIALIZED (
            SELECT n.competence_id AS competence, n.page_id AS page, citywide,
                n.count AS people,
                CASE WHEN published < %s
                    AND COALESCE(o.opened_at, published) < %s
                    AND COALESCE(s.changed_at, published) < %s
                THEN 1 ELSE 0 END AS unmet
            FROM {table(Need)} n
            JOIN source ON source.page = n.page_id
            LEFT JOIN {table(NeedState)} s
                ON s.record_id = source.record AND s.need_key = n.key
            LEFT JOIN {table(NeedOpened)} o ON o.need_key = n.key
            WHERE (s.state IS NULL OR s.state = %s)
                AND (n.until IS NULL OR n.until >= %s)
        )
        SELECT competence, {ALL} AS district, COUNT(*), SUM(people), SUM(unmet)
        FROM sought GROUP BY competence
        UNION ALL
        SELECT competence, {DISTRICT} AS district, COUNT(*), SUM(people), SUM(unmet)
        FROM sought
        LEFT JOIN {table(ProjectPage.districts.through)} d ON d.projectpage_id = page
        GROUP BY competence, {DISTRICT}""",  # noqa: S608
        [long_ago, long_ago, long_ago, NeedState.State.OPEN.value, today],
    )
    return [Sought(*row) for row in found]

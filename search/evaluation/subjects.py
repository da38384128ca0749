"""Judged queries out of Swecris' own file: what projects say that they are about.

Each research subject's Swedish name is a query, and the projects of the subject, or
of one that is narrower, are what answers it. That measures something only if the
site has never seen the subjects: the file must have been imported without them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

from projects.importers.swecris.reading import Unreadable, read_rows
from projects.importers.swecris.subject_fields import subject_paths
from projects.importers.swecris.subjects import SCHEME
from projects.models import CaseNumber
from search.evaluation.judged import Judged, NotJudged
from taxonomy.models import Concept

#: The file's name where files of real input are kept.
FILE = "swecris_projects.json.gz"
ON_TOPIC = 1


def read_subjects(file: Path | None = None) -> list[Judged]:
    """The queries for this site, by default from the file in ``REAL_DATA``.

    Raises :class:`NotJudged` when there is no such file or the site cannot be
    measured with it.
    """
    file = file or settings.REAL_DATA / FILE
    if not file.is_file():
        raise NotJudged(
            [f"{file} is not here. Give the path of Swecris' JSON, or set REAL_DATA."]
        )
    if Concept.objects.filter(scheme__slug=SCHEME).exists():
        raise NotJudged(
            [
                "The site knows research subjects, so finding them proves nothing. "
                "Import into a fresh database with import_swecris --without-subjects."
            ]
        )
    try:
        projects = projects_by_subject(read_rows(file))
    except Unreadable as error:
        raise NotJudged([str(error)]) from None
    numbers = CaseNumber.objects.filter(page__live=True).select_related("page")
    return judged_subjects(projects, {number.identifier for number in numbers})


def projects_by_subject(rows: Iterable[Any]) -> dict[str, set[str]]:
    """From each subject's Swedish name to the identifiers of its projects.

    Two subjects of one name (a field and the group in it) are one query.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if isinstance(row, dict) and isinstance(row.get("projectId"), str):
            for path in subject_paths(row, []):
                for subject in path:
                    found[subject.name_sv].add(row["projectId"])
    return dict(found)


def judged_subjects(
    projects: Mapping[str, Collection[str]], held: Collection[str]
) -> list[Judged]:
    """A query for each subject with at least one of the projects that the site holds.

    What the site does not hold cannot be found, and is nobody's mistake.
    """
    queries = []
    for name in sorted(projects):
        own = sorted(set(projects[name]).intersection(held))
        if own:
            relevant = dict.fromkeys(own, ON_TOPIC)
            queries.append(Judged(name, "sv", relevant, type="project", kind="subject"))
    return queries

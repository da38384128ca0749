"""Judged queries out of Swecris' own file: what projects say that they are about.

Each research subject's Swedish name is a query, and the projects of the subject, or
of one that is narrower, are what answers it. That measures something only if the
site has never seen the subjects: the file must have been imported without them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from projects.importers.swecris.subject_fields import subject_paths
from search.evaluation.judged import Judged

#: The file's name where files of real input are kept.
FILE = "swecris_projects.json.gz"
ON_TOPIC = 1


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

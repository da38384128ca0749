"""Judged queries out of the subjects of Swecris' rows."""

from search.evaluation.judged import Judged
from search.evaluation.subjects import judged_subjects, projects_by_subject

NATURE = "¤¤¤ 1: Naturvetenskap, Natural Sciences"
PHYSICS = f"{NATURE}, 103: Fysik, Physical Sciences"
PLASMA = f"{PHYSICS}, 10303: Fusion och plasma, Fusion, Plasma and Space Physics"
ROWS = [
    {"projectId": "2010-1_VR", "scbs": PLASMA},
    {"projectId": "2010-2_VR", "scbs": PHYSICS + " " + NATURE},
    {"projectId": "2010-3_VR", "scbs": None},
    {"projectId": None, "scbs": PHYSICS},
    "no row",
]


def test_a_subject_has_the_projects_of_what_is_narrower():
    assert projects_by_subject(ROWS) == {
        "Naturvetenskap": {"2010-1_VR", "2010-2_VR"},
        "Fysik": {"2010-1_VR", "2010-2_VR"},
        "Fusion och plasma": {"2010-1_VR"},
    }


def test_what_the_site_does_not_hold_is_not_asked_for():
    projects = projects_by_subject(ROWS)
    assert judged_subjects(projects, {"2010-2_VR", "2019-9_VR"}) == [
        Judged("Fysik", "sv", {"2010-2_VR": 1}, type="project", kind="subject"),
        Judged(
            "Naturvetenskap", "sv", {"2010-2_VR": 1}, type="project", kind="subject"
        ),
    ]
    assert judged_subjects(projects, set()) == []

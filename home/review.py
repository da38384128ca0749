"""The review that an installation starts with: somebody looks at the three aspects."""

from collections.abc import Iterable

from django.contrib.auth.models import Group
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from projects.models import CoverageReviewTask

WORKFLOW = "Granskning av projekt och profiler"
TASK = "Granskning av de tre aspekterna"
GROUP = "Moderators"


def make_first_review(sections: Iterable[Page | None]) -> None:
    """A workflow for what lies below the given pages, unless a review of the aspects
    was ever made: from then on workflows are the administrators'.

    Projects lie in their organisations' sections, so those are where it belongs.
    """
    if CoverageReviewTask.objects.exists():
        return
    task = CoverageReviewTask.objects.create(name=TASK)
    task.groups.set(Group.objects.filter(name=GROUP))
    workflow = Workflow.objects.create(name=WORKFLOW)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for page in filter(None, sections):
        WorkflowPage.objects.get_or_create(page=page, defaults={"workflow": workflow})

"""The step of a review that looks at the three aspects."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import AbstractGroupApprovalTask

from projects.coverage.review_form import CoverageReviewForm

from .pages import ProjectPage


class NotExplained(PermissionDenied):
    """An approval that neither explains what is missing nor says why not."""


def under_review(page) -> ProjectPage | None:
    """The version that would be published, if it is a project's with its facts.

    Translations have no facts of their own, and other pages no coverage: for them
    the task is a plain approval.
    """
    if not isinstance(page.specific, ProjectPage):
        return None
    version = page.specific.get_latest_revision_as_object()
    return version if version.is_source else None


class CoverageReviewTask(AbstractGroupApprovalTask):
    """Approval by groups that asks why an aspect is missing, when that is due."""

    class Meta:
        verbose_name = _("review of the three aspects")
        verbose_name_plural = _("reviews of the three aspects")

    #: Read by the page's own form (:mod:`projects.coverage.approving`).
    asks_for_gaps = True
    #: Of which page the form is: Wagtail's dialog asks for its actions first.
    _page = None

    def get_actions(self, obj, user):
        actions = super().get_actions(obj, user)
        self._page = under_review(obj)
        if CoverageReviewForm(page=self._page).is_due:
            # Only in the dialog: there it is asked.
            return [action for action in actions if action[2]]
        return actions

    def get_form_for_action(self, action):
        if action == "approve":
            return self._approval_form
        return super().get_form_for_action(action)

    def _approval_form(self, *args, **kwargs):
        return CoverageReviewForm(*args, page=self._page, **kwargs)

    def get_template_for_action(self, action):
        return "projects/admin/coverage_review.html" if action == "approve" else ""

    @transaction.atomic
    def on_action(self, task_state, user, action_name, **kwargs):
        """Approve with what the form asked for; raises :class:`NotExplained`."""
        if action_name == "approve":
            kwargs = self._settle(task_state, user, kwargs)
        return super().on_action(task_state, user, action_name, **kwargs)

    def _settle(self, task_state, user, answers: dict) -> dict:
        page = under_review(task_state.workflow_state.content_object)
        # Asked again: the editor's page sends the answers by way of the browser.
        form = CoverageReviewForm(answers, page=page)
        if not form.is_valid():
            raise NotExplained(form.errors.as_text())
        if words := form.explanations():
            self._write(task_state, page, user, words)
        if left := form.is_due and form.unexplained(form.cleaned_data):
            log(
                instance=page,
                action="projects.approved_unexplained",
                user=user,
                revision=task_state.revision,
                data={"aspects": left, "reason": form.cleaned_data["override"]},
            )
        return {"comment": form.cleaned_data["comment"]}

    def _write(self, task_state, page, user, words: dict[str, str]) -> None:
        for field, text in words.items():
            setattr(page, field, text)
        task_state.revision = page.save_revision(
            user=user, clean=False, log_action="projects.gap_explained"
        )
        # It holds the page as it was, and would publish the version before.
        task_state.workflow_state.refresh_from_db()

    @classmethod
    def get_description(cls):
        return _(
            "Members of the chosen groups approve. Of a project they are asked why an "
            "aspect of sustainability is missing, from consultation on."
        )

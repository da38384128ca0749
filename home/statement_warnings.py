"""Reminders about the accessibility statement: a warning, never a wall."""

from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.ui.components import Component

from home.models import AccessibilityStatementPage


class StatementReminder(Component):
    """On the admin's first page, for those who may edit the statement."""

    order = 50
    template_name = "home/admin/statement_reminder.html"

    def __init__(self, pages):
        self.pages = pages

    def get_context_data(self, parent_context):
        return {"pages": [(page, page.warnings()) for page in self.pages]}


def remind(request, panels) -> None:
    """Add the reminder where there is something to remind of."""
    pages = [
        page
        for page in AccessibilityStatementPage.objects.live().select_related("locale")
        if page.warnings() and page.permissions_for_user(request.user).can_edit()
    ]
    if pages:
        panels.append(StatementReminder(pages))


def warn_when_opened(request, page) -> None:
    page = page.specific
    if request.method == "GET" and isinstance(page, AccessibilityStatementPage):
        found = page.get_latest_revision_as_object().warnings()
        if found:
            sentences = " ".join(str(sentence) for sentence in found)
            messages.warning(request, _("The accessibility statement: %s") % sentences)

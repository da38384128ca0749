"""What the admin does with records' pages."""

from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.log_actions import LogFormatter

from .pages import BasePage
from .record_pages import RecordPage


@hooks.register("register_log_actions")
def register_log_actions(actions):
    @actions.register_action("core.publish_refused")
    class PublishRefusedFormatter(LogFormatter):
        label = _("Scheduled publishing refused")

        def format_message(self, log_entry):
            return " ".join(log_entry.data.get("problems", [])) or self.label

        def format_comment(self, log_entry):
            return ""


@hooks.register("before_publish_page")
def keep_a_draft_instead(request, page):
    """The admin's own publish button does not ask the page: so this asks for it.

    The draft is saved by now, so nothing typed is lost.
    """
    if isinstance(page, RecordPage) and (problems := page.publish_problems()):
        messages.error(request, " ".join(str(problem) for problem in problems))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("after_publish_page")
def say_when_the_source_is_not_public(request, page):
    if isinstance(page, RecordPage) and page.hidden_with_source:
        messages.warning(
            request,
            _("This translation becomes public together with the page it translates."),
        )


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_about_gaps(request, page):
    """Warnings, not walls; and not at each automatic saving."""
    if isinstance(page, BasePage) and request.accepts("text/html"):
        found = page.warnings()
        if found:
            messages.warning(request, " ".join(str(sentence) for sentence in found))


class SiteChecker(ContentCheckerItem):
    """Wagtail's checker, with what this site holds itself to: WCAG 2.2 AA, and good
    practice that editors can mend."""

    axe_run_only = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

    def get_axe_rules(self, request):
        practice = (
            "alt-text-quality",
            "empty-heading",
            "empty-meta-description",
            "heading-order",
            "image-redundant-alt",
            "p-as-heading",
        )
        rules = {name: {"enabled": True} for name in practice}
        return {**super().get_axe_rules(request), **rules}


@hooks.register("construct_wagtail_userbar")
def check_with_our_rules(request, items, page):
    items[:] = [
        SiteChecker() if isinstance(item, ContentCheckerItem) else item
        for item in items
    ]

"""What the admin knows of projects."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from taxonomy.models import Aspect

from .listings import project_listing_viewset
from .tagging.views import suggest


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [project_listing_viewset]


@hooks.register("register_admin_urls")
def register_addresses():
    return [path("projects/suggested-tags/", suggest, name="suggested_tags")]


@hooks.register("register_log_actions")
def register_log_actions(actions):
    @actions.register_action("projects.gap_explained")
    class GapExplainedFormatter(LogFormatter):
        label = _("Missing aspect explained in review")
        message = label

    @actions.register_action("projects.approved_unexplained")
    class ApprovedUnexplainedFormatter(LogFormatter):
        label = _("Approved without an explanation")

        def format_message(self, log_entry):
            names = (str(Aspect(a).label) for a in log_entry.data["aspects"])
            return _("Approved without an explanation of: %(aspects)s. %(reason)s") % {
                "aspects": ", ".join(names),
                "reason": log_entry.data["reason"],
            }

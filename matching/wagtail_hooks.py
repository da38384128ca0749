"""Who could help, in the admin: from a project's header, menu and public page."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.userbar import BaseItem
from wagtail.admin.widgets import Button

from matching.staff import WhoCouldHelpView, WishView, may_see
from matching.weight_report import WeightsView
from projects.models import ProjectPage


@hooks.register("register_admin_urls")
def register_addresses():
    return [
        path(
            "projects/<int:page_id>/who-could-help/",
            WhoCouldHelpView.as_view(),
            name="who_could_help",
        ),
        path(
            "projects/<int:page_id>/who-could-help/<str:key>/",
            WishView.as_view(),
            name="who_could_help_with",
        ),
        path(
            "reports/matching-weights/", WeightsView.as_view(), name="matching_weights"
        ),
    ]


def _button(page, user):
    if isinstance(page, ProjectPage) and may_see(user, page):
        yield Button(
            _("Who could help"),
            reverse("who_could_help", args=[page.pk]),
            icon_name="group",
            priority=45,
        )


@hooks.register("register_page_header_buttons")
def header_button(page, user, next_url=None, view_name=None):
    yield from _button(page.specific_deferred, user)


@hooks.register("register_page_listing_more_buttons")
def listing_button(page, user, next_url=None):
    yield from _button(page.specific_deferred, user)


class WhoCouldHelpItem(BaseItem):
    """Leads from a project's page to who could help it."""

    template_name = "matching/admin/userbar_item.html"

    def __init__(self, page: ProjectPage):
        self.page = page

    def get_context_data(self, parent_context):
        return {
            **super().get_context_data(parent_context),
            "address": reverse("who_could_help", args=[self.page.pk]),
        }


@hooks.register("construct_wagtail_userbar")
def userbar_item(request, items, page):
    if isinstance(page, ProjectPage) and may_see(request.user, page):
        items.append(WhoCouldHelpItem(page))


class WeightsMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.is_superuser


@hooks.register("register_reports_menu_item")
def register_report():
    return WeightsMenuItem(
        WeightsView.page_title,
        reverse("matching_weights"),
        name="matching-weights",
        icon_name="list-ol",
        order=1110,
    )

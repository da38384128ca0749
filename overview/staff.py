"""The city's picture for those who plan: all counts, and what is searched for."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from core.languages import Text
from overview.choice import Choice, parse_choice
from overview.export import asked_for, download
from overview.picture import Audience, Picture, city_picture
from overview.showing import shown
from overview.tables import Column, Row, Table
from search.demand.report import LANGUAGE_NAMES, reported
from search.demand.report import PERMISSION as DEMAND_PERMISSION
from search.models import DemandCount

PERMISSION = "overview.see_city_picture"
#: So many queries without an answer are told of; the report has them all.
MOST_QUERIES = 30


class CityPictureView(WagtailAdminTemplateMixin, TemplateView):
    """The choices are in the address, as on the public page; ``?format=`` fetches."""

    template_name = "overview/admin/city_picture.html"
    page_title = gettext_lazy("The city's picture")
    header_icon = "site"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        if asked_for(request):
            return download(request, self._picture(parse_choice(request.GET)).tables)
        return super().get(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        items = [{"url": reverse_lazy("city_picture"), "label": self.page_title}]
        return [*super().get_breadcrumbs_items(), *items]

    def get_context_data(self, **kwargs):
        choice = parse_choice(self.request.GET)
        return super().get_context_data(
            **shown(self._picture(choice), choice, action=reverse("city_picture")),
            **kwargs,
        )

    def _picture(self, choice: Choice) -> Picture:
        picture = city_picture(choice, Audience.STAFF)
        if self.request.user.has_perm(DEMAND_PERMISSION):
            table = unanswered()
            picture.tables[table.key] = table
        return picture


def unanswered() -> Table:
    """What was asked on several days and found nothing the last time."""
    rows = reported(DemandCount.objects.all()).filter(hits_last=0)[:MOST_QUERIES]
    return Table(
        key="unanswered",
        title=_("Searched for and not found"),
        head=_("Query"),
        columns=(
            Column(_("Language"), is_text=True),
            Column(_("Times asked"), shaded=True),
            Column(_("Days")),
        ),
        rows=tuple(
            Row(
                Text(row["text"], row["language"]),
                (
                    str(LANGUAGE_NAMES.get(row["language"], row["language"])),
                    row["total"],
                    row["days"],
                ),
            )
            for row in rows
        ),
        note=_("Of the last 90 days; only what was asked on several days is told."),
    )


class PictureMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)

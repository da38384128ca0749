"""The report for those who plan: what is looked for, and what is not found.

It shows only what was asked on several days, so that nobody's single question can be
read there, and never a name, not even of somebody who got a profile afterwards.
"""

from datetime import timedelta
from urllib.parse import urlencode

import django_filters
from django.contrib.auth import get_permission_codename
from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from core.languages import LANGUAGE_CODES
from search.demand.names import known_names
from search.models import DemandCount

#: A query is reported when it was asked on so many days of the period.
FEWEST_DAYS = 3
PERMISSION = f"search.{get_permission_codename('view', DemandCount._meta)}"
LANGUAGE_NAMES = {"sv": _("Swedish"), "en": _("English")}
PERIODS = [(7, _("The last 7 days")), (30, _("The last 30 days"))]


def reported(counts: QuerySet[DemandCount]) -> QuerySet:
    """The counts of one period, a row for each query and language: ``asked`` in all,
    on how many ``days``, and the ``hits`` of the last time. Most asked first."""
    last = counts.filter(text=OuterRef("text"), language=OuterRef("language"))
    rows = (
        counts.order_by()
        .values("text", "language")
        .annotate(
            total=Sum("asked"),
            days=Count("day", distinct=True),
            hits_last=Subquery(last.order_by("-day").values("hits")[:1]),
        )
        .filter(days__gte=FEWEST_DAYS)
        .order_by("-total", "text", "language")
    )
    names = known_names()
    texts = set(rows.values_list("text", flat=True))
    private = [text for text in texts if names.are_in(text)]
    return rows.exclude(text__in=private) if private else rows


class DemandFilterSet(WagtailFilterSet):
    """``narrowed`` chooses the counts, before they are summed."""

    days = django_filters.ChoiceFilter(
        label=_("Period"),
        choices=PERIODS,
        empty_label=_("The last 90 days"),
        method="within",
    )
    language = django_filters.ChoiceFilter(
        label=_("Language"),
        choices=[(code, LANGUAGE_NAMES[code]) for code in LANGUAGE_CODES],
        empty_label=_("All languages"),
    )
    found = django_filters.ChoiceFilter(
        label=_("Answer"),
        choices=[("nothing", _("Without results"))],
        empty_label=_("With and without results"),
        method="with_answer",
    )

    class Meta:
        model = DemandCount
        fields = []

    def within(self, counts, name, value):
        first = timezone.localdate() - timedelta(days=int(value) - 1)
        return counts.filter(day__gte=first)

    def with_answer(self, counts, name, value):
        return counts  # it is about the sum: see DemandReportView


def _address(row: dict) -> str:
    """The search itself, to see what is found now."""
    with translation.override(row["language"]):
        return f"{reverse('search')}?{urlencode({'q': row['text']})}"


class DemandReportView(ReportView):
    model = DemandCount
    page_title = _("What people look for")
    header_icon = "search"
    index_url_name = "search_demand"
    index_results_url_name = "search_demand_results"
    filterset_class = DemandFilterSet
    any_permission_required = ["view"]
    export_filename = "what-people-look-for"
    list_export = ["text", "language", "total", "days", "hits_last"]
    export_headings = {
        "text": _("Query"),
        "language": _("Language"),
        "total": _("Times asked"),
        "days": _("Days"),
        "hits_last": _("Hits the last time"),
    }
    columns = [
        TitleColumn("text", label=_("Query"), get_url=_address),
        Column(
            "language",
            label=_("Language"),
            accessor=lambda row: LANGUAGE_NAMES.get(row["language"], row["language"]),
        ),
        Column("total", label=_("Times asked")),
        Column("days", label=_("Days")),
        Column("hits_last", label=_("Hits the last time")),
    ]

    def get_queryset(self):
        return DemandCount.objects.all()

    def filter_queryset(self, queryset):
        rows = reported(super().filter_queryset(queryset))
        nothing = self.request.GET.get("found") == "nothing"
        return rows.filter(hits_last=0) if nothing else rows


class DemandMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)

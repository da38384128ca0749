"""The admin's list of projects."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from people.listings import SourcePagesFilterSet, with_records
from people.models import Organisation
from taxonomy.models import Aspect

from .coverage import State
from .models import ProjectPage, Status

SHORT_WORDS = {
    State.COVERED: _("covered"),
    State.CLAIMED: _("claimed"),
    State.NOT_APPLICABLE: _("does not apply"),
    State.MISSING: _("missing"),
}


def coverage_words(page) -> str:
    if not page.is_source:
        return _("See the source page")
    return ", ".join(
        f"{Aspect(aspect).label}: {SHORT_WORDS[state]}"
        for aspect, state in page.coverage.items()
    )


class ProjectFilterSet(SourcePagesFilterSet):
    organisation = None
    coordinator = django_filters.ModelChoiceFilter(
        label=_("Coordinator"), queryset=Organisation.objects.all()
    )
    status = django_filters.ChoiceFilter(label=_("Status"), choices=Status.choices)

    class Meta:
        model = ProjectPage
        fields = []


class ProjectIndexView(IndexView):
    def get_base_queryset(self):
        return (
            super()
            .get_base_queryset()
            .select_related("coordinator")
            .prefetch_related("claims__tag", "exemptions")
        )

    def paginate_queryset(self, queryset, page_size):
        paginated = super().paginate_queryset(queryset, page_size)
        with_records(paginated[2])
        return paginated


class ProjectListingViewSet(PageListingViewSet):
    name = "projects"
    model = ProjectPage
    icon = "folder-open-inverse"
    menu_label = _("Projects")
    menu_order = 200
    add_to_admin_menu = True
    index_view_class = ProjectIndexView
    columns = [
        *IndexView.base_columns[:2],
        Column("coordinator", label=_("Coordinator"), accessor="coordinator"),
        Column("coverage", label=_("Coverage"), accessor=coverage_words),
        *IndexView.base_columns[3:],
    ]
    filterset_class = ProjectFilterSet


project_listing_viewset = ProjectListingViewSet()

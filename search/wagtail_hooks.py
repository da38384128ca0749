"""What the admin knows of search: what people look for, and what they need."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from wagtail import hooks

from search.demand.report import DemandMenuItem, DemandReportView
from search.explaining import ExplainMenuItem, ExplainView
from search.models import DemandCount
from search.needs import need_viewset
from search.pins import pin_viewset


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [need_viewset, pin_viewset]


@hooks.register("register_admin_urls")
def register_report_addresses():
    view = DemandReportView
    return [
        path("reports/search-demand/", view.as_view(), name="search_demand"),
        path(
            "reports/search-demand/results/",
            view.as_view(results_only=True),
            name="search_demand_results",
        ),
        path("search/explain/", ExplainView.as_view(), name="search_explain"),
    ]


@hooks.register("register_reports_menu_item")
def register_report():
    return DemandMenuItem(
        DemandReportView.page_title,
        reverse("search_demand"),
        name="search-demand",
        icon_name="search",
        order=1200,
    )


@hooks.register("register_reports_menu_item")
def register_explanation():
    return ExplainMenuItem(
        ExplainView.page_title,
        reverse("search_explain"),
        name="search-explain",
        icon_name="view",
        order=1210,
    )


@hooks.register("register_permissions")
def register_permissions():
    return Permission.objects.filter(
        content_type__app_label="search",
        content_type__model=DemandCount._meta.model_name,
        codename__startswith="view_",
    )

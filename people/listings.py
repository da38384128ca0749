"""Lists and choosers of the admin: experts, organisations, people to choose."""

from functools import reduce
from operator import or_

import django_filters
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Locale
from wagtail.snippets.views.chooser import ChooseResultsView as SnippetResultsView
from wagtail.snippets.views.chooser import ChooseView as SnippetChooseView
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import LegalBasis, Organisation, PersonPage, PersonRecord


class NameFilterForm(BaseFilterForm):
    """A search box over the fields named in ``names``; no search index is asked."""

    names: tuple[str, ...] = ()
    q = forms.CharField(
        label=_("Search"),
        widget=forms.TextInput(attrs={"placeholder": _("Search")}),
        required=False,
    )

    def filter(self, objects):
        objects = super().filter(objects)
        if query := self.cleaned_data.get("q"):
            self.is_searching, self.search_query = True, query
            matching = (Q(**{f"{name}__icontains": query}) for name in self.names)
            objects = objects.filter(reduce(or_, matching))
        return objects


class PersonNameForm(NameFilterForm):
    names = ("label",)


class ChoosePersonView(chooser.ChooseView):
    filter_form_class = PersonNameForm


class ChoosePersonResultsView(chooser.ChooseResultsView):
    filter_form_class = PersonNameForm


class PersonChooserViewSet(ChooserViewSet):
    """For a project's team: the record, whatever language its pages are in."""

    model = PersonRecord
    icon = "user"
    choose_one_text = _("Choose a person")
    choose_another_text = _("Choose another person")
    edit_item_text = _("Edit this person's rights")
    choose_view_class = ChoosePersonView
    choose_results_view_class = ChoosePersonResultsView


person_chooser_viewset = PersonChooserViewSet("person_chooser")


class OrganisationNameForm(NameFilterForm):
    names = ("name_sv", "name_en", "other_names")


class ChooseOrganisationView(SnippetChooseView):
    filter_form_class = OrganisationNameForm


class ChooseOrganisationResultsView(SnippetResultsView):
    filter_form_class = OrganisationNameForm


class OrganisationChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ChooseOrganisationView
    choose_results_view_class = ChooseOrganisationResultsView


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    menu_order = 220
    add_to_admin_menu = True
    chooser_viewset_class = OrganisationChooserViewSet
    list_display = [
        "name_sv",
        Column("sector", label=_("Sector"), accessor="get_sector_display"),
        Column("parent", label=_("Part of"), accessor="parent"),
        Column("uses", label=_("Projects and people"), accessor="use_count"),
    ]
    list_filter = ["sector"]
    search_fields = ["name_sv", "name_en", "other_names", "number"]
    search_backend_name = None
    list_per_page = 50

    def get_queryset(self, request):
        return Organisation.objects.with_use_count().select_related("parent")


class SourcePagesFilterSet(PageFilterSet):
    """Filters of pages by what their record's source page says."""

    organisation = django_filters.ModelChoiceFilter(
        label=_("Organisation"), queryset=Organisation.objects.all()
    )
    locale = django_filters.ModelChoiceFilter(
        label=_("Language"), queryset=Locale.objects.all()
    )


class PersonFilterSet(SourcePagesFilterSet):
    legal_basis = django_filters.ChoiceFilter(
        label=_("Legal basis"),
        choices=[*LegalBasis.choices, ("none", _("Not recorded"))],
        method="with_basis",
    )

    class Meta:
        model = PersonPage
        fields = []

    def with_basis(self, pages, name, value):
        basis = "" if value == "none" else value
        keys = PersonRecord.objects.filter(legal_basis=basis).values("pk")
        return pages.filter(translation_key__in=keys)


class PersonIndexView(IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("organisation")

    def paginate_queryset(self, queryset, page_size):
        paginated = super().paginate_queryset(queryset, page_size)
        with_records(paginated[2])
        return paginated


def with_records(pages):
    """Give each page its record, in one query for all."""
    pages = list(pages)
    if pages:
        keys = {page.translation_key for page in pages}
        records = pages[0].record_model.objects.in_bulk(keys)
        for page in pages:
            page.record = records.get(page.translation_key)
    return pages


def basis_words(page) -> str:
    record = page.record
    if record is None or not record.legal_basis:
        return _("Not recorded")
    if record.withdrawn_on:
        return _("Withdrawn")
    return record.get_legal_basis_display()


class PersonListingViewSet(PageListingViewSet):
    name = "experts"
    model = PersonPage
    icon = "user"
    menu_label = _("Experts")
    menu_order = 210
    add_to_admin_menu = True
    index_view_class = PersonIndexView
    columns = [
        *IndexView.base_columns[:2],
        Column("organisation", label=_("Organisation"), accessor="organisation"),
        Column("basis", label=_("Legal basis"), accessor=basis_words),
        *IndexView.base_columns[3:],
    ]
    filterset_class = PersonFilterSet


person_listing_viewset = PersonListingViewSet()

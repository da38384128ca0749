"""The dialog in which an editor chooses a concept."""

from dataclasses import dataclass

from django import forms
from django.core.paginator import InvalidPage
from django.db.models import ForeignKey
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import chooser as views
from wagtail.admin.viewsets.chooser import ChooserViewSet

from .index import ConceptIndex, IndexedConcept
from .models import Concept
from .queries import concept_index
from .widgets import AdminConceptChooser, widget_for_field


@dataclass(frozen=True)
class Row:
    concept: IndexedConcept
    depth: int
    choosable: bool
    #: Where it stands, for a result list that shows no tree.
    above: str

    @property
    def pk(self) -> int:
        return self.concept.id

    def __str__(self) -> str:
        return str(self.concept)


class TreeTitleColumn(TitleColumn):
    """A title that is indented as deep as its concept stands in the tree."""

    cell_template_name = "taxonomy/admin/tree_title_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        context["depth"] = min(instance.depth, 5)
        return context


class ConceptFilterForm(BaseFilterForm):
    q = forms.CharField(
        label=_("Search in all names, Swedish and English"),
        widget=forms.TextInput(attrs={"placeholder": _("Search")}),
        required=False,
    )

    def __init__(self, data, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        self.search_query = (data.get("q") or "").strip()
        self.is_searching = bool(self.search_query)


class ConceptListing(views.BaseChooseView):
    """What the dialog lists: the tree, or what matches a search, from the index."""

    per_page = 100

    filter_form_class = ConceptFilterForm

    @property
    def scheme(self) -> str:
        return self.request.GET.get("scheme", "")

    @property
    def level(self) -> str:
        return self.request.GET.get("level", "")

    def get_results_page(self, request):
        self.paginator = self.paginator_class(self._rows(), per_page=self.per_page)
        try:
            return self.paginator.page(request.GET.get("p", 1))
        except InvalidPage as error:
            raise Http404 from error

    def _rows(self) -> list[Row]:
        index = concept_index()
        if self.filter_form.is_searching:
            found = index.search(self.filter_form.search_query)
            return [self._row(index, c, 0) for c in found if self._may_choose(c)]
        choosable = {c.id for c in index if self._may_choose(c)}
        shown = index.ancestors(choosable)
        return [self._row(index, c, index.depth(c.id)) for c in index if c.id in shown]

    def _may_choose(self, concept: IndexedConcept) -> bool:
        return (
            not concept.deprecated
            and self.scheme in ("", concept.scheme)
            and self.level in ("", concept.level)
        )

    def _row(self, index: ConceptIndex, concept: IndexedConcept, depth: int) -> Row:
        above = index.path(concept.id)[:-1]
        return Row(
            concept=concept,
            depth=depth,
            choosable=self._may_choose(concept),
            above=" › ".join(map(str, above)),
        )

    @property
    def title_column(self):
        if self.is_multiple_choice:
            return TreeTitleColumn(
                "title",
                label=_("Name"),
                accessor=str,
                label_prefix="chooser-modal-select",
            )
        return TreeTitleColumn(
            "title",
            label=_("Name"),
            accessor=str,
            get_url=self._chosen_url,
            link_attrs={"data-chooser-modal-choice": True},
        )

    def _chosen_url(self, row: Row) -> str | None:
        if not row.choosable:
            return None
        return self.append_preserved_url_parameters(
            reverse(self.chosen_url_name, args=[row.pk])
        )

    @property
    def checkbox_column(self):
        return ChoosableCheckboxColumn("select", label=_("Select"), width="1%")

    @property
    def columns(self):
        columns = [
            self.title_column,
            Column("notation", label=_("Identifier"), accessor="concept.notation"),
        ]
        if self.filter_form.is_searching:
            columns.append(Column("above", label=_("Below"), accessor="above"))
        return columns


class ChoosableCheckboxColumn(views.CheckboxSelectColumn):
    cell_template_name = "taxonomy/admin/checkbox_cell.html"

    def get_value(self, instance):
        return instance.pk if instance.choosable else ""


class ChooseConceptView(ConceptListing, views.ChooseView):
    pass


class ChooseConceptResultsView(ConceptListing, views.ChooseResultsView):
    pass


class ChosenConceptView(views.ChosenView):
    """A deprecated concept is not chosen, however its address was made."""

    def get_object(self, pk):
        return self.model_class.objects.active().get(pk=pk)


class ChosenConceptsView(views.ChosenMultipleView):
    def get_objects(self, pks):
        return self.model_class.objects.active().with_labels().filter(pk__in=pks)


class ConceptChooserViewSet(ChooserViewSet):
    model = Concept
    icon = "tag"
    choose_one_text = _("Choose a concept")
    choose_another_text = _("Choose another concept")
    choose_view_class = ChooseConceptView
    choose_results_view_class = ChooseConceptResultsView
    chosen_view_class = ChosenConceptView
    chosen_multiple_view_class = ChosenConceptsView
    preserve_url_parameters = ["multiple", "scheme", "level"]
    base_widget_class = AdminConceptChooser
    register_widget = False  # Ours depends on the field: see below.

    @cached_property
    def widget_class(self):
        return AdminConceptChooser

    def on_register(self):
        super().on_register()
        register_form_field_override(ForeignKey, to=Concept, override=widget_for_field)
        register_form_field_override(ParentalManyToManyField, override=widget_for_field)


concept_chooser_viewset = ConceptChooserViewSet("concept_chooser")

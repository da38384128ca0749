"""The admin's views of concepts."""

from dataclasses import dataclass

import django_filters
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.views.generic.usage import UsageView
from wagtail.admin.widgets.button import Button

from .choosers import TreeTitleColumn
from .index import IndexedConcept
from .models import Concept, Scheme
from .queries import concept_index
from .usage import usage_counts, users_of


@dataclass
class ListedConcept:
    """A line of the list: a concept of the index, and how often it is used."""

    concept: IndexedConcept
    depth: int
    uses: int = 0

    def __str__(self) -> str:
        return str(self.concept)

    def __getattr__(self, name):
        return getattr(self.concept, name)


class ConceptFilterSet(WagtailFilterSet):
    scheme = django_filters.ModelChoiceFilter(
        queryset=Scheme.objects.all(), label=gettext_lazy("Vocabulary")
    )

    class Meta:
        model = Concept
        fields = ["scheme", "level", "aspect", "status"]


class UsesColumn(Column):
    cell_template_name = "taxonomy/admin/uses_cell.html"


class ConceptIndexView(generic.IndexView):
    """The tree of every vocabulary; when searching, what matches best first."""

    is_searchable = True
    filterset_class = ConceptFilterSet
    usage_url_name = None
    deprecate_url_name = None

    @cached_property
    def columns(self):
        title = self._get_title_column_class(TreeTitleColumn)
        return [
            title(
                "name",
                label=_("Name"),
                accessor=str,
                get_url=self.get_edit_url,
            ),
            Column("notation", label=_("Identifier")),
            Column("scheme", label=_("Vocabulary"), accessor="scheme"),
            Column("level", label=_("Level"), accessor="level_name"),
            Column("aspect", label=_("Aspect"), accessor="aspect_name"),
            UsesColumn("uses", label=_("Uses")),
        ]

    def get_queryset(self):
        """All lines, from the index; the database only answers the filters."""
        wanted = set(
            self.filter_queryset(self.get_base_queryset())
            .order_by()
            .values_list("pk", flat=True)
        )
        index = concept_index()
        if self.is_searching:
            found = index.search(self.search_query)
            return [ListedConcept(c, 0) for c in found if c.id in wanted]
        return [ListedConcept(c, index.depth(c.id)) for c in index if c.id in wanted]

    def paginate_queryset(self, queryset, page_size):
        paginator, page, lines, more = super().paginate_queryset(queryset, page_size)
        counts = usage_counts(line.id for line in lines)
        for line in lines:
            line.uses = counts[line.id]
        return paginator, page, lines, more

    def get_usage_url(self, line):
        return reverse(self.usage_url_name, args=[line.id])

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if not instance.deprecated and self.user_has_permission("change"):
            buttons.append(
                Button(
                    _("Deprecate"),
                    url=reverse(self.deprecate_url_name, args=[instance.id]),
                    icon_name="no-view",
                    priority=25,
                )
            )
        return buttons


class ConceptEditView(generic.EditView):
    deprecate_url_name = None

    @cached_property
    def header_more_buttons(self):
        buttons = list(super().header_more_buttons)
        if self.object.status == Concept.Status.ACTIVE:
            buttons.append(
                Button(
                    _("Deprecate"),
                    url=reverse(self.deprecate_url_name, args=[self.object.pk]),
                    icon_name="no-view",
                    priority=15,
                )
            )
        return buttons


class ConceptUsageView(UsageView):
    """What uses a concept, tags included (the reference index has none of them)."""

    def get_queryset(self):
        return users_of(self.object.pk)

    def get_table(self, object_list, **kwargs):
        keys: dict[type, list] = {}
        for model, pk, _labels in object_list:
            keys.setdefault(model, []).append(pk)
        objects = {
            (model, pk): thing
            for model, pks in keys.items()
            for pk, thing in model._base_manager.in_bulk(pks).items()
        }
        return super().get_table(
            [
                (objects[model, pk], labels)
                for model, pk, labels in object_list
                if (model, pk) in objects
            ],
            **kwargs,
        )

    @cached_property
    def columns(self):
        name, *_others = super().columns
        return [
            name,
            Column(
                "content_type",
                label=_("Content type"),
                accessor=lambda row: row["object"]._meta.verbose_name.capitalize(),
            ),
            Column(
                "field",
                label=_("Field"),
                accessor=lambda row: ", ".join(row["references"]),
            ),
        ]

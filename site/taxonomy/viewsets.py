"""The vocabularies in the admin's menu."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from . import admin_views, retiring
from .admin_forms import ConceptForm
from .models import Concept, Scheme
from .widgets import AdminConceptChooser


class ConceptViewSet(ModelViewSet):
    model = Concept
    name = "concepts"
    icon = "tag"
    menu_label = _("Concepts")
    list_per_page = 100
    copy_view_enabled = False  # The identifier would be there twice.
    add_to_reference_index = False  # What points at it is asked in `usage`.
    index_view_class = admin_views.ConceptIndexView
    edit_view_class = admin_views.ConceptEditView
    delete_view_class = retiring.ConceptDeleteView
    usage_view_class = admin_views.ConceptUsageView
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    InlinePanel(
                        "labels",
                        heading=_("Names"),
                        label=_("Name"),
                        help_text=_(
                            "One preferred name in each language. Searching finds "
                            "them all; hidden ones, such as misspellings, are "
                            "never shown."
                        ),
                        panels=[
                            FieldRowPanel(
                                [
                                    FieldPanel("text"),
                                    FieldPanel("language"),
                                    FieldPanel("kind"),
                                ]
                            )
                        ],
                    ),
                    FieldPanel("definition_sv"),
                    FieldPanel("definition_en"),
                ],
                heading=_("Words"),
            ),
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("scheme"), FieldPanel("notation")]),
                    FieldPanel("broader"),
                    FieldRowPanel(
                        [FieldPanel("level"), FieldPanel("aspect"), FieldPanel("order")]
                    ),
                    FieldPanel("uri"),
                    MultiFieldPanel(
                        [
                            FieldPanel("status"),
                            FieldPanel("replaced_by"),
                        ],
                        heading=_("Status"),
                    ),
                ],
                heading=_("Place in the vocabulary"),
            ),
            ObjectList(
                [
                    InlinePanel(
                        "relations",
                        heading=_("Related concepts"),
                        label=_("Related concept"),
                        panels=[
                            FieldPanel("target", widget=AdminConceptChooser()),
                            FieldPanel("kind"),
                        ],
                    ),
                ],
                heading=_("Relations"),
            ),
        ],
        base_form_class=ConceptForm,
    )

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(
            deprecate_url_name=self.get_url_name("deprecate"), **kwargs
        )

    @property
    def deprecate_view(self):
        return self.construct_view(retiring.DeprecateView)

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("deprecate/<int:pk>/", self.deprecate_view, name="deprecate"),
        ]


class SchemeViewSet(ModelViewSet):
    model = Scheme
    name = "vocabularies"
    icon = "list-ul"
    menu_label = _("Vocabularies")
    copy_view_enabled = False
    list_display = ["title_sv", "title_en", "slug"]
    search_fields = ["title_sv", "title_en", "slug"]
    delete_view_class = retiring.SchemeDeleteView
    panels = [
        FieldPanel("title_sv"),
        FieldPanel("title_en"),
        FieldPanel("slug"),
        FieldPanel("uri"),
        FieldPanel("source", read_only=True),
    ]


class VocabularyGroup(ModelViewSetGroup):
    menu_label = _("Vocabularies")
    menu_icon = "tag"
    menu_order = 300
    items = (ConceptViewSet, SchemeViewSet)

"""What an editor of a profile sees, grouped as an editor thinks."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.models import Page

from core.record_forms import FactsInlinePanel, SourceNoticePanel

PROMOTE = [
    MultiFieldPanel(
        [
            FieldPanel("slug"),
            FieldPanel("seo_title"),
            FieldPanel("search_description"),
        ],
        heading=_("Address and search engines"),
        classname="collapsed",
    ),
    *Page.settings_panels,
]


class RightsPanel(Panel):
    """Whether the profile may be public, and where that is decided."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "people/admin/rights_panel.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            record = self.instance.record if self.instance else None
            context["record"] = record
            context["problems"] = record.publish_problems() if record else []
            return context


PERSON_EDIT_HANDLER = TabbedInterface(
    [
        ObjectList(
            [
                SourceNoticePanel(),
                TitleFieldPanel("title", heading=_("Name")),
                FieldPanel("role", help_text=_("Title or task, in a few words.")),
                FieldPanel("summary"),
                FieldPanel("body"),
                FieldPanel("editorial_note", classname="collapsed"),
            ],
            heading=_("Story"),
        ),
        ObjectList(
            [
                MultiFieldPanel(
                    [
                        FieldPanel("family_name"),
                        FieldPanel("organisation"),
                        FieldPanel("photo"),
                        FieldPanel(
                            "orcid", help_text=_("Such as 0000-0002-1825-0097.")
                        ),
                        FieldRowPanel([FieldPanel("born"), FieldPanel("died")]),
                    ],
                    heading=_("Who"),
                ),
                FactsInlinePanel(
                    "competences",
                    heading=_("Competences"),
                    label=_("competence"),
                    help_text=_("What the person can, and what shows it."),
                ),
                MultiFieldPanel(
                    [FieldPanel("offers"), FieldPanel("languages")],
                    heading=_("What the person offers"),
                ),
                FieldPanel("districts"),
                FieldPanel("subjects", classname="collapsed"),
                FactsInlinePanel(
                    "sources",
                    heading=_("Sources"),
                    label=_("source"),
                    classname="collapsed",
                ),
            ],
            heading=_("Facts"),
        ),
        ObjectList([FieldPanel("tags")], heading=_("Sustainability")),
        ObjectList(
            [RightsPanel(heading=_("Rights")), *PROMOTE], heading=_("Publishing")
        ),
    ]
)

"""What an editor of a project sees, grouped as an editor thinks."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)

from core.record_forms import FactsInlinePanel, SourceNoticePanel
from people.panels import PROMOTE

from .coverage import ASPECTS
from .coverage_panel import CoveragePanel
from .tagging.panel import SuggestedTagsPanel

STORY = [
    SourceNoticePanel(),
    TitleFieldPanel("title"),
    FieldPanel("summary"),
    FieldPanel("purpose", help_text=_("Why it is done, and what it wants to reach.")),
    FieldPanel("results", help_text=_("What came out, or is expected to.")),
    FieldPanel("approach", help_text=_("How it is done, and by whom.")),
    FieldPanel("body", classname="collapsed"),
    FieldPanel("editorial_note", classname="collapsed"),
]
FACTS = [
    MultiFieldPanel(
        [
            FieldPanel("coordinator"),
            FieldPanel("image"),
            FieldRowPanel([FieldPanel("status"), FieldPanel("status_as_of")]),
            FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
        ],
        heading=_("Who and when"),
    ),
    FactsInlinePanel(
        "case_numbers",
        heading=_("Case numbers"),
        label=_("case number"),
        panels=[FieldRowPanel([FieldPanel("registry"), FieldPanel("number")])],
        help_text=_("A number belongs to one project in each registry."),
    ),
    FactsInlinePanel(
        "funding",
        heading=_("Funding"),
        label=_("funding"),
        panels=[
            FieldRowPanel([FieldPanel("funder"), FieldPanel("programme")]),
            FieldRowPanel([FieldPanel("amount"), FieldPanel("year")]),
        ],
        classname="collapsed",
    ),
    MultiFieldPanel(
        [
            FieldPanel("citywide"),
            FieldPanel("districts"),
            FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            FieldPanel("place_approximate"),
        ],
        heading=_("Where"),
        classname="collapsed",
    ),
    FieldPanel("subjects", classname="collapsed"),
    FactsInlinePanel(
        "decisions",
        heading=_("Decisions"),
        label=_("decision"),
        panels=[
            FieldRowPanel([FieldPanel("date"), FieldPanel("body")]),
            FieldPanel("title_sv"),
            FieldPanel("title_en"),
            FieldRowPanel([FieldPanel("case_number"), FieldPanel("paragraph")]),
            FieldPanel("url"),
        ],
        classname="collapsed",
    ),
    FactsInlinePanel(
        "documents",
        heading=_("Documents"),
        label=_("document"),
        classname="collapsed",
    ),
    FactsInlinePanel(
        "outputs",
        heading=_("Outputs"),
        label=_("output"),
        classname="collapsed",
    ),
    FactsInlinePanel(
        "sources",
        heading=_("Sources"),
        label=_("source"),
        classname="collapsed",
    ),
]
SUSTAINABILITY = [
    CoveragePanel(heading=_("The three aspects")),
    FactsInlinePanel(
        "claims",
        heading=_("Claims"),
        label=_("claim"),
        panels=[
            FieldPanel("tag"),
            FieldPanel("claim_sv"),
            FieldPanel("claim_en"),
            FieldPanel("evidence"),
        ],
        help_text=_("What the project does for a tag, and what shows it."),
    ),
    FactsInlinePanel(
        "exemptions",
        heading=_("Aspects that do not apply"),
        label=_("aspect"),
        classname="collapsed",
    ),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [FieldPanel(f"gap_{aspect}_sv"), FieldPanel(f"gap_{aspect}_en")]
            )
            for aspect in ASPECTS
        ],
        heading=_("Why an aspect is missing"),
        help_text=_(
            "A sentence or two, shown to everyone while the aspect is missing. From "
            "consultation on, or once the work has begun, the page says “not "
            "explained” where this is empty. Publishing is never stopped."
        ),
    ),
    SuggestedTagsPanel(heading=_("Tags that the text speaks of")),
    FieldPanel("tags"),
]
PEOPLE_AND_NEEDS = [
    FactsInlinePanel(
        "needs",
        heading=_("Needs"),
        label=_("need"),
        panels=[
            FieldPanel("competence"),
            FieldRowPanel([FieldPanel("level"), FieldPanel("importance")]),
            FieldRowPanel([FieldPanel("count"), FieldPanel("until")]),
            FieldPanel("description_sv"),
            FieldPanel("description_en"),
        ],
        help_text=_("Competences that the project looks for."),
    ),
    FactsInlinePanel(
        "team",
        heading=_("Team"),
        label=_("team member"),
        panels=[
            FieldPanel("person"),
            FieldRowPanel([FieldPanel("role_sv"), FieldPanel("role_en")]),
        ],
    ),
    FactsInlinePanel(
        "partners",
        heading=_("Partners"),
        label=_("partner"),
        panels=[
            FieldPanel("organisation"),
            FieldRowPanel([FieldPanel("role_sv"), FieldPanel("role_en")]),
        ],
        classname="collapsed",
    ),
]
PLAN = [
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("procedure"), FieldPanel("plan_case_number")])],
        heading=_("Detailed plan"),
    ),
    FactsInlinePanel(
        "phase_periods",
        heading=_("Phases"),
        label=_("phase"),
        panels=[
            FieldPanel("phase"),
            FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
            FieldPanel("comment_url"),
            FieldPanel("source_url"),
            FieldPanel("checked_on"),
        ],
    ),
]

PROJECT_EDIT_HANDLER = TabbedInterface(
    [
        ObjectList(STORY, heading=_("Story")),
        ObjectList(FACTS, heading=_("Facts")),
        ObjectList(SUSTAINABILITY, heading=_("Sustainability")),
        ObjectList(PEOPLE_AND_NEEDS, heading=_("People and needs")),
        ObjectList(PLAN, heading=_("Plan")),
        ObjectList(PROMOTE, heading=_("Publishing")),
    ]
)

"""The accessibility statement, with what the Act and Digg ask of one.

Sources: the Act (2018:1937) on the accessibility of digital public services, sections
9, 12 and 13; Digg's list of what a statement must hold
(https://www.digg.se/kunskap-och-stod/digital-tillganglighet/skapa-en-tillganglighetsredogorelse);
the model in Commission Implementing Decision (EU) 2018/1523.
"""

from datetime import date, timedelta

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import TranslatableField

from .pages import TextPage

#: How long a review holds ("at least annually", recital 3 of (EU) 2018/1523).
REVIEW_HOLDS = timedelta(days=365)


class Conformance(models.TextChoices):
    """How far the Act is followed; its three words are Digg's."""

    FULL = "full", _("fully compliant")
    PARTIAL = "partial", _("partially compliant")
    NONE = "none", _("not compliant")


class Reason(models.TextChoices):
    """Why something is not accessible: three kinds that a statement keeps apart."""

    NOT_YET = "not_yet", _("Does not meet the requirements yet")
    BURDEN = "burden", _("Would be a disproportionate burden (section 12)")
    OUTSIDE = "outside", _("Not covered by the Act (section 9)")


class Assessment(models.TextChoices):
    SELF = "self", _("Own assessment")
    THIRD_PARTY = "third_party", _("Review by somebody outside")
    BOTH = "both", _("Own assessment and review by somebody outside")


class Shortcoming(blocks.StructBlock):
    """Something that not everybody can use, and why."""

    description = blocks.TextBlock(label=_("What does not work"), max_length=600)
    criterion = blocks.CharBlock(
        label=_("Requirement"),
        required=False,
        max_length=120,
        help_text=_("Number and name in WCAG, such as 1.1.1 Non-text Content."),
    )
    reason = blocks.ChoiceBlock(label=_("Kind"), choices=Reason.choices)
    why = blocks.TextBlock(
        label=_("Why"),
        required=False,
        max_length=600,
        help_text=_("A disproportionate burden must be explained."),
    )
    planned = blocks.DateBlock(label=_("To be mended by"), required=False)

    class Meta:
        icon = "warning"
        label = _("Shortcoming")
        description = _("Something that not everybody can use, and why.")
        preview_value = {
            "description": _("Older documents lack headings."),
            "criterion": _("1.3.1 Info and Relationships"),
            "reason": Reason.NOT_YET,
        }


class AccessibilityStatementPage(TextPage):
    """How accessible the site is, what is not, and whom to turn to.

    The body comes last: what the authority wants to say besides.
    """

    public_body = models.CharField(
        _("who answers for the website"),
        max_length=200,
        blank=True,
        help_text=_("The name of the public body."),
    )
    service = models.CharField(_("name of the website"), max_length=200)
    conformance = models.CharField(
        _("compliance with the Act"), max_length=8, choices=Conformance.choices
    )
    shortcomings = StreamField(
        [("shortcoming", Shortcoming())], verbose_name=_("shortcomings"), blank=True
    )
    assessment = models.CharField(
        _("how it was assessed"), max_length=12, choices=Assessment.choices
    )
    assessed_on = models.DateField(_("assessed on"))
    method = RichTextField(_("what was tested"), features=["ul", "link"], blank=True)
    not_tested = RichTextField(
        _("what has not been tested"), features=["ul", "link"], blank=True
    )
    published_on = models.DateField(_("published on"), default=timezone.localdate)
    reviewed_on = models.DateField(_("last reviewed on"))

    contact_page = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("contact page"),
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone number"), max_length=40, blank=True)
    answer_days = models.PositiveSmallIntegerField(
        _("answers within days"), null=True, blank=True
    )
    supervisor = models.CharField(
        _("supervisory authority"),
        max_length=120,
        default="Myndigheten för digital förvaltning (Digg)",
    )
    supervisor_url = models.URLField(
        _("where to complain"), default="https://www.digg.se/tdosanmalan"
    )

    text_fields = (
        *TextPage.text_fields,
        "public_body",
        "service",
        "shortcomings",
        "method",
        "not_tested",
        "supervisor",
    )
    translatable_fields = [TranslatableField(name) for name in text_fields]
    content_panels = [
        *TextPage.content_panels[:-1],
        MultiFieldPanel(
            [
                FieldPanel("public_body"),
                FieldPanel("service"),
                FieldPanel("conformance"),
            ],
            heading=_("The website"),
        ),
        FieldPanel("shortcomings"),
        MultiFieldPanel(
            [
                FieldPanel("assessment"),
                FieldPanel("assessed_on"),
                FieldPanel("method"),
                FieldPanel("not_tested"),
            ],
            heading=_("How it was tested"),
        ),
        MultiFieldPanel(
            [FieldPanel("published_on"), FieldPanel("reviewed_on")],
            heading=_("The statement"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("contact_page"),
                FieldPanel("email"),
                FieldPanel("phone"),
                FieldPanel("answer_days"),
            ],
            heading=_("Whom readers turn to"),
        ),
        MultiFieldPanel(
            [FieldPanel("supervisor"), FieldPanel("supervisor_url")],
            heading=_("Supervision"),
        ),
        TextPage.content_panels[-1],
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = []
    template = "pages/statement.html"

    class Meta:
        verbose_name = _("accessibility statement")

    def shortcomings_by_reason(self) -> list[tuple[Promise, list]]:
        """(kind, its shortcomings) in the order of :class:`Reason`, none empty."""
        found = {
            reason: [
                block.value
                for block in self.shortcomings
                if block.value["reason"] == reason
            ]
            for reason in Reason
        }
        return [(reason.label, rows) for reason, rows in found.items() if rows]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        contact = self.contact_page and self.contact_page.localized
        context["contact_url"] = (
            contact.get_url(request) if contact and contact.live else ""
        )
        return context

    def warnings(self, today: date | None = None) -> list[Promise]:
        """What an editor should see to, in sentences; none of it hinders."""
        today = today or timezone.localdate()
        planned = [block.value["planned"] for block in self.shortcomings]
        unexplained = [
            block
            for block in self.shortcomings
            if block.value["reason"] == Reason.BURDEN and not block.value["why"]
        ]
        found = [
            (
                not self.public_body,
                _("It is not said which public body answers for it."),
            ),
            (
                today - self.reviewed_on > REVIEW_HOLDS,
                _("It was last reviewed more than a year ago."),
            ),
            (
                any(day and day < today for day in planned),
                _("A day on which something was to be mended has passed."),
            ),
            (unexplained, _("A disproportionate burden is not explained.")),
            (
                self.conformance != Conformance.FULL and not self.shortcomings,
                _("It says that not all works, but not what."),
            ),
            (
                not (self.contact_page_id or self.email or self.phone),
                _("It names no way to report a shortcoming."),
            ),
        ]
        return [sentence for holds, sentence in found if holds]

"""The planning process of a detailed plan (PBL 2010:900, chapters 4 and 5)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class Procedure(models.TextChoices):
    STANDARD = "standard", _("Standard procedure")
    EXTENDED = "extended", _("Extended procedure")
    LIMITED = "limited", _("Limited procedure")
    COORDINATED = "coordinated", _("Coordinated procedure")


class PhasePeriod(Orderable):
    """When a phase runs, where to comment, and when somebody last checked it."""

    page = ParentalKey("projects.ProjectPage", related_name="phase_periods")
    phase = models.ForeignKey(
        "taxonomy.Concept",
        models.PROTECT,
        related_name="phase_periods",
        verbose_name=_("phase"),
        limit_choices_to={"scheme__slug": "phases"},
    )
    starts = models.DateField(_("starts"), null=True, blank=True)
    ends = models.DateField(_("ends"), null=True, blank=True, help_text=_("Last day."))
    comment_url = models.URLField(
        _("official address for comments"),
        blank=True,
        max_length=500,
        help_text=_("Comments go to the planning authority, never to this platform."),
    )
    source_url = models.URLField(_("source"), blank=True, max_length=500)
    checked_on = models.DateField(
        _("checked on"),
        null=True,
        blank=True,
        help_text=_("The day somebody compared the dates with the source."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("phase")
        verbose_name_plural = _("phases")

    def __str__(self):
        return str(self.phase)

    def clean(self):
        if self.starts and self.ends and self.ends < self.starts:
            raise ValidationError({"ends": _("The last day is before the first.")})

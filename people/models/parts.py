"""The inline parts of a profile."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from core.languages import Bilingual


class Level(models.IntegerChoices):
    """How well something is known, or must be."""

    BASIC = 1, _("Basic")
    EXPERIENCED = 2, _("Experienced")
    ADVANCED = 3, _("Advanced")
    LEADING = 4, _("Leading")


class PersonCompetence(Orderable):
    """A competence with its level and what shows it."""

    page = ParentalKey("people.PersonPage", related_name="competences")
    concept = models.ForeignKey(
        "taxonomy.Concept",
        models.PROTECT,
        related_name="person_competences",
        verbose_name=_("competence"),
        limit_choices_to={"scheme__slug": "competences"},
    )
    level = models.PositiveSmallIntegerField(
        _("level"), choices=Level.choices, default=Level.EXPERIENCED
    )
    evidence_sv = models.CharField(_("evidence (Swedish)"), max_length=300, blank=True)
    evidence_en = models.CharField(_("evidence (English)"), max_length=300, blank=True)
    source_url = models.URLField(_("link to the evidence"), blank=True, max_length=500)

    evidence = Bilingual()

    panels = [
        FieldRowPanel([FieldPanel("concept"), FieldPanel("level")]),
        FieldPanel("evidence_sv"),
        FieldPanel("evidence_en"),
        FieldPanel("source_url"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("competence")
        verbose_name_plural = _("competences")

    def __str__(self):
        return str(self.concept)


class PersonSource(Orderable):
    """Where a statement about the person can be checked."""

    page = ParentalKey("people.PersonPage", related_name="sources")
    title = models.CharField(_("title"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    url = models.URLField(_("address"), blank=True, max_length=500)

    class Meta(Orderable.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self):
        return self.title

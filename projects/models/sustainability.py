"""How a project meets the three aspects: claims with evidence, or why not."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Orderable

from core.languages import Bilingual
from taxonomy.models import Aspect

COUNTED_ASPECTS = (Aspect.SOCIOCULTURAL, Aspect.ENVIRONMENTAL, Aspect.ECONOMIC)


class EvidenceBlock(blocks.StructBlock):
    """What shows that a claim holds: a document, a measurement, a decision."""

    title = blocks.CharBlock(label=_("Title"), max_length=300)
    publisher = blocks.CharBlock(label=_("Publisher"), max_length=200, required=False)
    year = blocks.IntegerBlock(
        label=_("Year"), min_value=1000, max_value=2200, required=False
    )
    url = blocks.URLBlock(label=_("Address"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("Evidence")


class AspectClaim(Orderable):
    """What the project says it does for a sustainability tag, and what shows it."""

    page = ParentalKey("projects.ProjectPage", related_name="claims")
    tag = models.ForeignKey(
        "taxonomy.Concept",
        models.PROTECT,
        related_name="claims",
        verbose_name=_("sustainability tag"),
        limit_choices_to={"scheme__slug": "sustainability"},
    )
    claim_sv = models.TextField(
        _("what is claimed (Swedish)"), max_length=600, blank=True
    )
    claim_en = models.TextField(
        _("what is claimed (English)"), max_length=600, blank=True
    )
    evidence = StreamField(
        [("evidence", EvidenceBlock())], verbose_name=_("evidence"), blank=True
    )

    claim = Bilingual()

    class Meta(Orderable.Meta):
        verbose_name = _("claim")
        verbose_name_plural = _("claims")

    def __str__(self):
        return str(self.tag)

    @property
    def aspect(self) -> str:
        return self.tag.aspect


class AspectExemption(Orderable):
    """Why an aspect does not apply to the project."""

    page = ParentalKey("projects.ProjectPage", related_name="exemptions")
    aspect = models.CharField(
        _("aspect"),
        max_length=16,
        choices=[(aspect.value, aspect.label) for aspect in COUNTED_ASPECTS],
    )
    reason_sv = models.CharField(_("reason (Swedish)"), max_length=400, blank=True)
    reason_en = models.CharField(_("reason (English)"), max_length=400, blank=True)

    reason = Bilingual()

    class Meta(Orderable.Meta):
        verbose_name = _("aspect that does not apply")
        verbose_name_plural = _("aspects that do not apply")

    def __str__(self):
        return self.get_aspect_display()

"""Organisations, and the section pages under which their projects and people lie."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail_localize.fields import TranslatableField

from core.languages import Bilingual
from core.pages import BasePage


class Sector(models.TextChoices):
    """The sector that "cross-sector" is computed from."""

    CITY = "city", _("City")
    MUSEUM = "museum", _("Museum")
    UNIVERSITY = "university", _("University")
    REGION_STATE = "region_state", _("Region and state")
    COMPANY = "company", _("Company")
    CIVIL_SOCIETY = "civil_society", _("Civil society")


class OrganisationQuerySet(models.QuerySet):
    def with_use_count(self):
        """Annotate ``use_count``: people here, and projects led, joined or funded.

        Distinct subqueries, so that joins do not multiply each other.
        """
        relations = ("people", "coordinated_projects", "partnerships", "fundings")
        total = models.Value(0)
        for relation in relations:
            field = self.model._meta.get_field(relation).field
            count = (
                field.model.objects.filter(**{field.name: models.OuterRef("pk")})
                .order_by()
                .values(field.name)
                .annotate(total=models.Count("pk"))
                .values("total")
            )
            total = total + Coalesce(models.Subquery(count), 0)
        return self.annotate(use_count=total)


class Organisation(models.Model):
    """An organisation that coordinates, takes part, funds or employs."""

    name_sv = models.CharField(_("name (Swedish)"), max_length=200)
    name_en = models.CharField(_("name (English)"), max_length=200, blank=True)
    other_names = models.TextField(
        _("other names"),
        blank=True,
        help_text=_("One on each line: abbreviations, former names."),
    )
    sector = models.CharField(_("sector"), max_length=16, choices=Sector.choices)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="parts",
        null=True,
        blank=True,
        verbose_name=_("part of"),
    )
    number = models.CharField(
        _("organisation number"), max_length=40, blank=True, db_index=True
    )
    url = models.URLField(_("website"), blank=True)

    name = Bilingual()

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["name_sv"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self):
        return self.name.text

    def clean(self):
        node = self.parent
        while node is not None:
            if node.pk == self.pk:
                raise ValidationError(
                    {"parent": _("An organisation cannot be a part of itself.")}
                )
            node = node.parent


class OrganisationIndexPage(BasePage):
    """The list of organisations; their sections lie below it."""

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1
    template = "pages/organisation_index.html"

    class Meta:
        verbose_name = _("organisations")


class OrganisationPage(BasePage):
    """An organisation's section: its public page, and the parent of its pages.

    Wagtail's permissions follow the tree, so "an organisation's editors" are those
    who may edit below this page.
    """

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="section_pages"
    )
    body = RichTextField(_("text"), blank=True)

    text_fields = (*BasePage.text_fields, "body")
    translatable_fields = [TranslatableField(name) for name in text_fields]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("organisation"),
        FieldPanel("body"),
    ]
    kind_in_lists = "organisation"
    parent_page_types = ["people.OrganisationIndexPage"]
    template = "pages/organisation.html"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["structured_data"] = self.structured_data(
            context,
            {
                "@type": "Organization",
                "@id": f"{self.full_url}#organisation",
                "name": self.organisation.name.text,
                "description": self.summary,
                "url": self.organisation.url or self.full_url,
            },
        )
        return context

    class Meta:
        verbose_name = _("organisation page")

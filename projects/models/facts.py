"""The inline facts of a project: who, what, how much, where it was decided."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from core.dates import PartialDateField
from core.languages import Bilingual
from people.models import Organisation, PersonRecord
from projects.case_numbers import normalise_case_number, normalise_registry


class CaseNumber(Orderable):
    """A number in the diary of a funder or an authority."""

    page = ParentalKey("projects.ProjectPage", related_name="case_numbers")
    registry = models.CharField(
        _("registry"),
        max_length=120,
        help_text=_("The funder or authority whose number it is, such as Vinnova."),
    )
    number = models.CharField(_("case number"), max_length=60)
    registry_key = models.CharField(max_length=120, editable=False)
    normalised = models.CharField(max_length=60, editable=False, db_index=True)

    class Meta(Orderable.Meta):
        verbose_name = _("case number")
        verbose_name_plural = _("case numbers")
        constraints = [
            models.UniqueConstraint(
                fields=["registry_key", "normalised"],
                name="case_number_once_per_registry",
            )
        ]

    def __str__(self):
        return f"{self.registry} {self.number}"

    @property
    def identifier(self) -> str:
        """As Swecris writes its keys: ``2013-01747_Vinnova``."""
        return f"{self.number}_{self.registry}"

    def normalise(self):
        self.number = self.number.strip()
        self.registry = self.registry.strip()
        self.normalised = normalise_case_number(self.number)
        self.registry_key = normalise_registry(self.registry)

    def clean(self):
        self.normalise()
        if not self.normalised:
            raise ValidationError({"number": _("Write the number itself.")})

    def save(self, *args, **kwargs):
        self.normalise()
        super().save(*args, **kwargs)


def find_duplicates(
    rows: Iterable[CaseNumber], *, page_id: int | None
) -> list[tuple[CaseNumber, str]]:
    """Rows whose number stands twice, or at another project, and a sentence on each.

    ``page_id`` is the page that the rows belong to (``None``: not saved yet). One
    query, whatever the number of rows.
    """
    rows = list(rows)
    for row in rows:
        row.normalise()
    taken = {
        (other.registry_key, other.normalised): other.page.title
        for other in CaseNumber.objects.filter(
            normalised__in={row.normalised for row in rows}
        )
        .exclude(page_id=page_id)
        .select_related("page")
    }
    found, seen = [], set()
    for row in rows:
        key = (row.registry_key, row.normalised)
        if key in seen:
            message = _("%(number)s stands twice. Remove one of the rows.")
            found.append((row, message % {"number": row}))
        elif key in taken:
            message = _("%(number)s already belongs to the project “%(title)s”.")
            found.append((row, message % {"number": row, "title": taken[key]}))
        seen.add(key)
    return found


class Partner(Orderable):
    page = ParentalKey("projects.ProjectPage", related_name="partners")
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="partnerships",
        verbose_name=_("organisation"),
    )
    role_sv = models.CharField(_("role (Swedish)"), max_length=200, blank=True)
    role_en = models.CharField(_("role (English)"), max_length=200, blank=True)

    role = Bilingual()

    class Meta(Orderable.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def __str__(self):
        return str(self.organisation)


class Funding(Orderable):
    page = ParentalKey("projects.ProjectPage", related_name="funding")
    funder = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="fundings",
        verbose_name=_("funder"),
    )
    programme = models.CharField(_("programme"), max_length=200, blank=True)
    amount = models.PositiveBigIntegerField(
        _("amount (SEK)"), null=True, blank=True, help_text=_("Whole kronor.")
    )
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("funding")
        verbose_name_plural = _("funding")

    def __str__(self):
        return str(self.funder)


class TeamMember(Orderable):
    page = ParentalKey("projects.ProjectPage", related_name="team")
    person = models.ForeignKey(
        PersonRecord,
        models.CASCADE,
        related_name="memberships",
        verbose_name=_("person"),
    )
    role_sv = models.CharField(_("role (Swedish)"), max_length=200, blank=True)
    role_en = models.CharField(_("role (English)"), max_length=200, blank=True)

    role = Bilingual()

    class Meta(Orderable.Meta):
        verbose_name = _("team member")
        verbose_name_plural = _("team")

    def __str__(self):
        return str(self.person)


class Decision(Orderable):
    page = ParentalKey("projects.ProjectPage", related_name="decisions")
    date = PartialDateField(_("date"), blank=False)
    body = models.CharField(
        _("decided by"), max_length=200, help_text=_("The council, board or office.")
    )
    title_sv = models.CharField(_("title (Swedish)"), max_length=300)
    title_en = models.CharField(_("title (English)"), max_length=300, blank=True)
    case_number = models.CharField(_("case number"), max_length=60, blank=True)
    paragraph = models.CharField(_("section (§)"), max_length=20, blank=True)
    url = models.URLField(_("link"), blank=True, max_length=500)

    title = Bilingual()

    class Meta(Orderable.Meta):
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")

    def __str__(self):
        return self.title.text


class ProjectDocument(Orderable):
    page = ParentalKey("projects.ProjectPage", related_name="documents")
    document = models.ForeignKey(
        "wagtaildocs.Document", models.CASCADE, related_name="+", verbose_name=_("file")
    )
    title_sv = models.CharField(_("title (Swedish)"), max_length=200, blank=True)
    title_en = models.CharField(_("title (English)"), max_length=200, blank=True)

    title = Bilingual()

    class Meta(Orderable.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self):
        return self.title.text or str(self.document)


class Output(Orderable):
    """What came out: a report, a method, an application for funding."""

    class Kind(models.TextChoices):
        REPORT = "report", _("Report")
        METHOD = "method", _("Method")
        EXHIBITION = "exhibition", _("Exhibition")
        APPLICATION = "application", _("Funding application")
        DATA = "data", _("Data")
        OTHER = "other", _("Other")

    page = ParentalKey("projects.ProjectPage", related_name="outputs")
    kind = models.CharField(
        _("kind"), max_length=12, choices=Kind.choices, default=Kind.REPORT
    )
    title_sv = models.CharField(_("title (Swedish)"), max_length=300)
    title_en = models.CharField(_("title (English)"), max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    url = models.URLField(_("link"), blank=True, max_length=500)

    title = Bilingual()

    class Meta(Orderable.Meta):
        verbose_name = _("output")
        verbose_name_plural = _("outputs")

    def __str__(self):
        return self.title.text


class ProjectSource(Orderable):
    """Where a statement about the project can be checked."""

    page = ParentalKey("projects.ProjectPage", related_name="sources")
    title = models.CharField(_("title"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    url = models.URLField(_("address"), blank=True, max_length=500)

    class Meta(Orderable.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self):
        return self.title

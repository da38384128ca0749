"""A project's page, and the list of projects."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import RichTextField
from wagtail_localize.fields import TranslatableField

from core.dates import PartialDateField
from core.page_card import shared_picture
from core.pages import BasePage
from core.record_pages import RecordPage
from core.triad import words
from people.models import Organisation
from projects.coverage import Claim, Coverage, coverage_of
from projects.coverage.due import is_explanation_due
from projects.coverage.explaining import unexplained
from projects.forms import ProjectPageForm
from projects.panels import PROJECT_EDIT_HANDLER
from projects.presentation import project_context
from projects.structured_data import project_node
from taxonomy.models import Aspect
from taxonomy.queries import concept_index

from .facts import find_duplicates
from .gaps import Gaps
from .history import CoverageChange
from .plan import Procedure
from .records import ProjectRecord


class Status(models.TextChoices):
    PLANNED = "planned", _("Planned")
    ONGOING = "ongoing", _("Ongoing")
    COMPLETED = "completed", _("Completed")
    CANCELLED = "cancelled", _("Cancelled")


class ProjectIndexPage(BasePage):
    """The list of projects: search with the type preset."""

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    template = "pages/project_index.html"

    class Meta:
        verbose_name = _("projects")


class ProjectPage(Gaps, RecordPage):
    """A project, with Vinnova's three headings and the city's facts."""

    record_model = ProjectRecord
    base_form_class = ProjectPageForm
    edit_handler = PROJECT_EDIT_HANDLER

    purpose = RichTextField(_("purpose and goals"), blank=True)
    results = RichTextField(_("results and expected effects"), blank=True)
    approach = RichTextField(_("approach and implementation"), blank=True)
    body = RichTextField(_("more to read"), blank=True)
    editorial_note = models.TextField(
        _("editorial note"),
        blank=True,
        help_text=_("Said plainly on the page, such as what is an editorial reading."),
    )

    coordinator = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="coordinated_projects",
        null=True,
        blank=True,
        verbose_name=_("coordinator"),
    )
    image = models.ForeignKey(
        "pictures.Picture",
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("picture"),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, blank=True
    )
    status_as_of = PartialDateField(
        _("status as of"), help_text=_("When the status was last known.")
    )
    start = PartialDateField(_("start"), help_text=_("2013, 2013-09 or 2013-09-01."))
    end = PartialDateField(_("end"), help_text=_("Empty while it goes on."))
    tags = ParentalManyToManyField(
        "taxonomy.Concept",
        related_name="tagged_projects",
        blank=True,
        verbose_name=_("sustainability tags"),
        limit_choices_to={"scheme__slug": "sustainability"},
    )
    subjects = ParentalManyToManyField(
        "taxonomy.Concept",
        related_name="projects_in_subject",
        blank=True,
        verbose_name=_("research subjects"),
        limit_choices_to={"scheme__slug": "subjects"},
    )
    districts = ParentalManyToManyField(
        "taxonomy.Concept",
        related_name="projects_in_district",
        blank=True,
        verbose_name=_("districts"),
        limit_choices_to={"scheme__slug": "districts"},
    )
    citywide = models.BooleanField(_("concerns the whole city"), default=False)
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("WGS 84, such as 59.31951."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("WGS 84, such as 18.07182."),
    )
    place_approximate = models.BooleanField(_("the place is approximate"), default=True)
    procedure = models.CharField(
        _("procedure"),
        max_length=12,
        choices=Procedure.choices,
        blank=True,
        help_text=_("Only for detailed plans."),
    )
    plan_case_number = models.CharField(
        _("plan case number"), max_length=60, blank=True
    )

    text_fields = (
        *BasePage.text_fields,
        "purpose",
        "results",
        "approach",
        "body",
        "editorial_note",
    )
    translatable_fields = [TranslatableField(name) for name in text_fields]
    exclude_fields_in_copy = ["case_numbers"]
    kind_in_lists = "project"
    parent_page_types = ["people.OrganisationPage"]
    subpage_types = []
    template = "pages/project.html"

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    @transaction.atomic
    def save(self, *args, **kwargs):
        result = super().save(*args, **kwargs)
        # A draft's saving names the fields that it touches: it is no publication.
        if self.live and self.is_source and kwargs.get("update_fields") is None:
            self.__dict__.pop("coverage", None)
            CoverageChange.objects.note(self.translation_key, self.coverage)
        return result

    def clean(self):
        super().clean()
        if self.start and self.end and self.end < self.start[: len(self.end)]:
            raise ValidationError({"end": _("The project ends before it starts.")})
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError(
                {"longitude": _("Write both latitude and longitude, or neither.")}
            )

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(project_context(self))
        context["structured_data"] = self.structured_data(
            context, project_node(self, context)
        )
        context["og_type"] = "article"
        # Its card has the triad, too.
        context["shared_picture"] = shared_picture(
            request,
            reverse("share-card", args=[self.translation_key]),
            f"{self.title}. {words(context['coverage'])}.",
        )
        return context

    def duplicate_case_numbers(self) -> list[str]:
        """Sentences about numbers that stand twice here or at another project."""
        rows = self.case_numbers.all()
        return [text for _row, text in self.duplicates_among(rows)]

    def duplicates_among(self, rows):
        """Of the given rows, as they would stand on this page."""
        return find_duplicates(rows, page_id=self.pk)

    def publish_problems(self):
        return [*super().publish_problems(), *self.duplicate_case_numbers()]

    def warnings(self):
        gaps = self.unexplained()
        if not gaps:
            return super().warnings()
        text = _(
            "Nothing is said of: %(aspects)s. Claim it or say why it does not apply."
        )
        if is_explanation_due(self.facts, concept_index()):
            text = _(
                "The page says “not explained” of: %(aspects)s. Say briefly why it is "
                "missing, claim it, or say why it does not apply."
            )
        names = ", ".join(str(Aspect(aspect).label) for aspect in gaps)
        return [*super().warnings(), text % {"aspects": names}]

    def unexplained(self) -> tuple[str, ...]:
        """The aspects that are missing, and of which no explanation is given."""
        return unexplained(self.coverage, self.facts.explained)

    @property
    def is_ongoing(self) -> bool:
        return self.status == Status.ONGOING

    @cached_property
    def coverage(self) -> Coverage:
        """Of the facts' claims, as they stand in this version of the page."""
        claims = list(self.facts.claims.all())
        prefetch_related_objects(claims, "tag")  # One query, whatever their number.
        return coverage_of(
            [Claim(claim.aspect, bool(claim.evidence)) for claim in claims],
            [exemption.aspect for exemption in self.facts.exemptions.all()],
        )

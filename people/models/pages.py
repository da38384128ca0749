"""A person's public profile, and the list of experts."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import RichTextField
from wagtail_localize.fields import TranslatableField

from core.pages import BasePage
from core.record_pages import RecordPage
from people.choices import OFFERS, SPOKEN
from people.forms import PersonPageForm
from people.orcid import normalise_orcid, validate_orcid
from people.panels import PERSON_EDIT_HANDLER
from people.presentation import person_context
from people.structured_data import profile_node

from .organisations import Organisation
from .records import PersonRecord


def _known(values, allowed, message):
    if not isinstance(values, list) or any(value not in allowed for value in values):
        raise ValidationError(message)


def validate_offers(values):
    _known(values, OFFERS, _("Choose among the offers in the list."))


def validate_languages(values):
    _known(values, SPOKEN, _("Choose among the languages in the list."))


class PersonIndexPage(BasePage):
    """The list of experts: search with the type preset."""

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    template = "pages/person_index.html"

    class Meta:
        verbose_name = _("experts")


class PersonPage(RecordPage):
    """A profile. The title is the person's name; role, summary and body are text."""

    record_model = PersonRecord
    base_form_class = PersonPageForm
    edit_handler = PERSON_EDIT_HANDLER

    role = models.CharField(_("role"), max_length=160, blank=True)
    body = RichTextField(_("about"), blank=True)
    editorial_note = models.TextField(
        _("editorial note"),
        blank=True,
        help_text=_("Said plainly on the page, such as what is an editorial reading."),
    )

    family_name = models.CharField(
        _("family name"),
        max_length=120,
        blank=True,
        help_text=_("What the profile is sorted by. Empty: the last word of the name."),
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="people",
        null=True,
        blank=True,
        verbose_name=_("organisation"),
    )
    photo = models.ForeignKey(
        "pictures.Picture",
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("photo"),
    )
    orcid = models.CharField(
        _("ORCID"), max_length=40, blank=True, validators=[validate_orcid]
    )
    born = models.PositiveSmallIntegerField(_("born (year)"), null=True, blank=True)
    died = models.PositiveSmallIntegerField(_("died (year)"), null=True, blank=True)
    languages = models.JSONField(
        _("languages"), default=list, blank=True, validators=[validate_languages]
    )
    offers = models.JSONField(
        _("offers"), default=list, blank=True, validators=[validate_offers]
    )
    tags = ParentalManyToManyField(
        "taxonomy.Concept",
        related_name="tagged_people",
        blank=True,
        verbose_name=_("sustainability tags"),
        limit_choices_to={"scheme__slug": "sustainability"},
    )
    subjects = ParentalManyToManyField(
        "taxonomy.Concept",
        related_name="people_in_subject",
        blank=True,
        verbose_name=_("research subjects"),
        limit_choices_to={"scheme__slug": "subjects"},
    )
    districts = ParentalManyToManyField(
        "taxonomy.Concept",
        related_name="people_in_district",
        blank=True,
        verbose_name=_("districts"),
        limit_choices_to={"scheme__slug": "districts"},
    )

    text_fields = (*BasePage.text_fields, "role", "body", "editorial_note")
    translatable_fields = [TranslatableField(name) for name in text_fields]
    kind_in_lists = "person"
    parent_page_types = ["people.OrganisationPage"]
    subpage_types = []
    template = "pages/person.html"

    class Meta:
        verbose_name = _("expert")
        verbose_name_plural = _("experts")

    def clean(self):
        super().clean()
        if self.orcid:
            self.orcid = normalise_orcid(self.orcid)
        if self.born and self.died and self.died < self.born:
            raise ValidationError({"died": _("Nobody dies before being born.")})

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(person_context(self))
        context["structured_data"] = self.structured_data(
            context, profile_node(self, context)
        )
        context["og_type"] = "profile"
        return context

    @property
    def offer_names(self) -> list[str]:
        return [str(OFFERS[offer]) for offer in self.offers if offer in OFFERS]

    @property
    def language_names(self) -> list[str]:
        return [str(SPOKEN[code]) for code in self.languages if code in SPOKEN]

    @property
    def sort_name(self) -> str:
        """What lists sort by: family name first, then the whole name."""
        family = self.family_name or self.title.rsplit(" ", 1)[-1]
        return f"{family} {self.title}"

    def shows(self, field: str) -> bool:
        """Whether the person shows this fact (a key of ``PersonRecord.HIDEABLE``)."""
        return self.record is None or field not in self.record.hidden_fields

    def shown_competences(self):
        """The competences that may be public, in the editor's order."""
        facts = self.facts
        hidden = (
            {row.concept_id for row in facts.record.hidden_competences.all()}
            if facts.record
            else set()
        )
        return [row for row in facts.competences.all() if row.concept_id not in hidden]

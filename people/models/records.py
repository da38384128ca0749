"""A person's identity, rights and contact card: never in a revision."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.records import Record


class LegalBasis(models.TextChoices):
    """Why a profile may be public (GDPR art. 6; recital 27 for the deceased)."""

    PUBLIC_TASK = "public_task", _("Task in the public interest")
    CONSENT = "consent", _("Consent")
    DECEASED = "deceased", _("Deceased")


class PersonRecord(Record):
    """Who may see what of a person, and on what legal basis."""

    legal_basis = models.CharField(
        _("legal basis"), max_length=12, choices=LegalBasis.choices, blank=True
    )
    basis_version = models.CharField(
        _("version of the information given"), max_length=40, blank=True
    )
    basis_given_on = models.DateField(_("recorded on"), null=True, blank=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    reconfirm_by = models.DateField(_("reconfirm by"), null=True, blank=True)
    informed_on = models.DateField(
        _("informed on"),
        null=True,
        blank=True,
        help_text=_("The day the person was told of the profile (GDPR art. 14)."),
    )
    hidden_fields = models.JSONField(_("hidden fields"), default=list, blank=True)
    verified_by = models.CharField(_("verified by"), max_length=120, blank=True)
    verified_on = models.DateField(_("verified on"), null=True, blank=True)
    open_to_introductions = models.BooleanField(
        _("open to introductions"), default=False
    )
    paused_until = models.DateField(_("paused until"), null=True, blank=True)

    page_model = "people.PersonPage"

    #: Facts that a person may keep from the public page, list and index.
    HIDEABLE = {
        "photo": _("Photo"),
        "orcid": _("ORCID"),
        "languages": _("Languages"),
        "offers": _("Offers"),
        "districts": _("Districts"),
        "organisation": _("Organisation"),
        "role": _("Role"),
    }

    class Meta(Record.Meta):
        verbose_name = _("rights of a profile")
        verbose_name_plural = _("rights of profiles")

    @property
    def has_basis(self) -> bool:
        return bool(self.legal_basis) and self.withdrawn_on is None

    @property
    def hidden_labels(self) -> list[str]:
        """What is kept from the public, in words."""
        return [
            *(
                label
                for key, label in self.HIDEABLE.items()
                if key in self.hidden_fields
            ),
            *(str(row.concept) for row in self.hidden_competences.all()),
        ]

    def publish_problems(self):
        if not self.legal_basis:
            return [
                _(
                    "A profile is a draft until a legal basis is recorded. "
                    "Record it under the profile's rights, then publish."
                )
            ]
        if self.withdrawn_on is not None:
            return [
                _(
                    "The legal basis was withdrawn on %(date)s. "
                    "The profile cannot be published."
                )
                % {"date": self.withdrawn_on}
            ]
        return []

    def save(self, *args, **kwargs):
        if self.legal_basis and self.basis_given_on is None:
            self.basis_given_on = timezone.localdate()
        # Withdrawn rights act on every language at once, in one transaction.
        with transaction.atomic():
            super().save(*args, **kwargs)
            if not self.has_basis:
                for page in self.pages.filter(live=True):
                    page.unpublish(log_action="wagtail.unpublish")

    def source_deleted(self):
        # Nobody is to be reached through a profile that is gone.
        ContactCard.objects.filter(record=self).delete()
        type(self).objects.filter(pk=self.pk).update(open_to_introductions=False)


class HiddenCompetence(models.Model):
    """A competence that the person does not show."""

    record = models.ForeignKey(
        PersonRecord, models.CASCADE, related_name="hidden_competences"
    )
    concept = models.ForeignKey("taxonomy.Concept", models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("hidden competence")
        verbose_name_plural = _("hidden competences")
        constraints = [
            models.UniqueConstraint(
                fields=["record", "concept"], name="competence_hidden_once"
            )
        ]

    def __str__(self):
        return str(self.concept)


class ContactCard(models.Model):
    """How to reach a person. Stored, and rendered nowhere before both said yes."""

    record = models.OneToOneField(
        PersonRecord, models.CASCADE, related_name="contact_card"
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    note = models.CharField(_("note"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("contact card")
        verbose_name_plural = _("contact cards")

    def __str__(self):
        return str(self.record)

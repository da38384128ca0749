"""Which competences a project needs, and how it goes with each need."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from core.languages import Bilingual
from people.models import Level, PersonRecord

from .records import ProjectRecord


class Importance(models.TextChoices):
    REQUIRED = "required", _("Required")
    USEFUL = "useful", _("Useful")


class Need(Orderable):
    """A competence that the project looks for.

    ``key`` is what others refer to, together with the record: inline rows get new
    ids as revisions come and go. It never changes, and a copied page gets new ones.
    """

    page = ParentalKey("projects.ProjectPage", related_name="needs")
    key = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    competence = models.ForeignKey(
        "taxonomy.Concept",
        models.PROTECT,
        related_name="needs",
        verbose_name=_("competence"),
        limit_choices_to={"scheme__slug": "competences"},
    )
    level = models.PositiveSmallIntegerField(
        _("level"), choices=Level.choices, default=Level.EXPERIENCED
    )
    importance = models.CharField(
        _("importance"),
        max_length=8,
        choices=Importance.choices,
        default=Importance.REQUIRED,
    )
    count = models.PositiveSmallIntegerField(_("how many people"), default=1)
    until = models.DateField(_("needed until"), null=True, blank=True)
    description_sv = models.CharField(
        _("description (Swedish)"), max_length=300, blank=True
    )
    description_en = models.CharField(
        _("description (English)"), max_length=300, blank=True
    )

    description = Bilingual()

    class Meta(Orderable.Meta):
        verbose_name = _("need")
        verbose_name_plural = _("needs")

    def __str__(self):
        return str(self.competence)

    def save(self, *args, **kwargs):
        """Keep the key for life, and never share it with another page.

        A page copy and its copied revisions carry the original's keys in; an old
        revision may carry an outdated one. The row in the database is right.
        """
        if self.pk:
            saved = Need.objects.filter(pk=self.pk).only("key").first()
            self.key = saved.key if saved else self.key
        if Need.objects.exclude(page_id=self.page_id).filter(key=self.key).exists():
            self.key = uuid.uuid4()
        super().save(*args, **kwargs)


class NeedState(models.Model):
    """How it goes with a need. No row means: open. Outside every revision."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        FILLED = "filled", _("Filled")
        CLOSED = "closed", _("Closed")

    record = models.ForeignKey(
        ProjectRecord, models.CASCADE, related_name="need_states"
    )
    need_key = models.UUIDField()
    state = models.CharField(
        _("state"), max_length=6, choices=State.choices, default=State.OPEN
    )
    filled_by = models.ForeignKey(
        PersonRecord,
        models.SET_NULL,
        related_name="filled_needs",
        null=True,
        blank=True,
        verbose_name=_("filled by"),
    )
    changed_at = models.DateTimeField(_("changed"), default=timezone.now)

    class Meta:
        verbose_name = _("state of a need")
        verbose_name_plural = _("states of needs")
        constraints = [
            models.UniqueConstraint(
                fields=["record", "need_key"], name="one_state_a_need"
            )
        ]

    def __str__(self):
        return f"{self.need_key}: {self.state}"

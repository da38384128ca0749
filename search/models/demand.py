"""What people look for: counts without identity, and needs that staff register."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.languages import LANGUAGE_CODES
from people.models import Organisation
from search.wording import QUERY_CHARS


class DemandCount(models.Model):
    """How often a query was asked on one day, and how much it found.

    ``text`` is normalised (see :func:`search.wording.normalised`). Nothing
    says who asked: no address, no session, no time of day. ``hits`` is the number
    of hits when it was last asked that day.
    """

    text = models.CharField(_("query"), max_length=QUERY_CHARS)
    language = models.CharField(
        _("language"), max_length=5, choices=[(code, code) for code in LANGUAGE_CODES]
    )
    day = models.DateField(_("day"))
    asked = models.PositiveIntegerField(_("times asked"), default=1)
    hits = models.PositiveIntegerField(_("hits"))

    class Meta:
        verbose_name = _("count of a query")
        verbose_name_plural = _("counts of queries")
        constraints = [
            models.UniqueConstraint(
                fields=("text", "language", "day"), name="one_count_a_day"
            )
        ]
        indexes = [models.Index(fields=("day",), name="demand_by_day")]

    def __str__(self):
        return f"{self.text} ({self.language}, {self.day})"


class RegisteredNeed(models.Model):
    """Something that was looked for and not found, told by somebody who works here."""

    class State(models.TextChoices):
        NEW = "new", _("New")
        LOOKING = "looking", _("Being looked into")
        MET = "met", _("Met")
        CLOSED = "closed", _("Closed without being met")

    query = models.CharField(_("query"), max_length=200)
    language = models.CharField(
        _("language"), max_length=5, choices=settings.LANGUAGES, default="sv"
    )
    description = models.TextField(
        _("what is needed"),
        max_length=2000,
        help_text=_(
            "Which knowledge or which project, for what, and by when. Write nothing "
            "about private persons."
        ),
    )
    organisation = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("for the organisation"),
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        editable=False,
        verbose_name=_("asked by"),
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.NEW
    )
    answer = models.TextField(_("what was done"), max_length=2000, blank=True)
    created_at = models.DateTimeField(_("registered"), auto_now_add=True)

    class Meta:
        verbose_name = _("registered need")
        verbose_name_plural = _("registered needs")
        ordering = ("-created_at", "-pk")

    def __str__(self):
        return self.query

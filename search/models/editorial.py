"""What editors say about queries: which pages come first."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable, Page

from search.wording import QUERY_CHARS, normalised


class Pin(ClusterableModel):
    """For this query, these pages come first, in this order.

    A pinned page is still hidden by the reader's choices, and shown only if it is
    public. ``wording`` is the query as queries are compared.
    """

    query = models.CharField(
        _("query"),
        max_length=QUERY_CHARS,
        help_text=_("As people write it. Capitals and signs do not matter."),
    )
    wording = models.CharField(max_length=QUERY_CHARS, unique=True, editable=False)
    reason = models.TextField(
        _("why"),
        blank=True,
        max_length=500,
        help_text=_("For those who edit after you. Readers do not see it."),
    )

    class Meta:
        verbose_name = _("pinned result")
        verbose_name_plural = _("pinned results")
        ordering = ("query",)

    def __str__(self):
        return self.query

    def clean(self):
        wording = normalised(self.query)
        if not wording:
            raise ValidationError({"query": _("Write at least one word.")})
        if type(self).objects.filter(wording=wording).exclude(pk=self.pk).exists():
            raise ValidationError(
                {"query": _("This query has its pages already: change them there.")}
            )

    def save(self, *args, **kwargs):
        self.wording = normalised(self.query)
        super().save(*args, **kwargs)


class PinnedPage(Orderable):
    pin = ParentalKey(Pin, related_name="pages")
    page = models.ForeignKey(
        Page, models.CASCADE, related_name="+", verbose_name=_("page")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("pinned page")
        verbose_name_plural = _("pinned pages")
        constraints = [
            models.UniqueConstraint(fields=("pin", "page"), name="pinned_once")
        ]

    def __str__(self):
        return str(self.page)

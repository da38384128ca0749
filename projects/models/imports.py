"""What was imported from where: the memory that makes an import repeatable."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ImportedItem(models.Model):
    """One thing of a source, the record it became, and what it said then.

    An item outlives its record: a project or a person that was deleted here does
    not come back with the next import.
    """

    source = models.CharField(_("source"), max_length=40)
    key = models.CharField(_("key in the source"), max_length=200)
    record = models.UUIDField(_("record"), db_index=True)
    #: Of what was imported; empty: the page is not the import's to change.
    digest = models.CharField(max_length=64, blank=True)
    imported_at = models.DateTimeField(_("imported"), default=timezone.now)

    class Meta:
        ordering = ["source", "key"]
        verbose_name = _("imported item")
        verbose_name_plural = _("imported items")
        constraints = [
            models.UniqueConstraint(
                fields=["source", "key"], name="imported_once_per_source"
            )
        ]

    def __str__(self):
        return f"{self.source} {self.key}"

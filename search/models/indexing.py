"""How far the indexes have come in the log of changes."""

from django.db import models
from django.utils import timezone


class Change(models.Model):
    """Something that an index has to hear of: a document's key, and nothing else.

    A log: rows are written in the transaction that changes the thing, and each
    index reads them in order from where its :class:`Cursor` stands. ``withhold``
    says that the change may have taken something from public view, so the key is
    kept out of every answer until the index knows.
    """

    key = models.CharField(max_length=80)
    withhold = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "change to be indexed"
        verbose_name_plural = "changes to be indexed"

    def __str__(self):
        return f"{self.pk} {self.key}"


class Cursor(models.Model):
    """How far an index has read in the log of changes, and how it goes."""

    index = models.CharField(primary_key=True, max_length=40)
    last_id = models.BigIntegerField(default=0)
    failures = models.PositiveIntegerField(default=0)
    retry_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = "place in the log of changes"
        verbose_name_plural = "places in the log of changes"

    def __str__(self):
        return f"{self.index}: {self.last_id}"


class EmbeddedIndex(models.Model):
    """Which generation of the embedded index is live (one row)."""

    live = models.PositiveIntegerField(null=True)
    newest = models.PositiveIntegerField(default=0)
    #: Another one after every write to the live generation.
    stamp = models.CharField(max_length=32, default="")

    class Meta:
        verbose_name = "embedded index"
        verbose_name_plural = "embedded indexes"

    def __str__(self):
        return f"generation {self.live}"


class LearntWords(models.Model):
    """What a rebuild learnt of the site's texts (one row): see search.translations."""

    words = models.JSONField(default=dict)
    stamp = models.CharField(max_length=32, default="")

    class Meta:
        verbose_name = "learnt words"
        verbose_name_plural = "learnt words"

    def __str__(self):
        return self.stamp

"""What a loader has put here, so that it can tell its own work from an editor's."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LoadedContent(models.Model):
    """One thing that a loader made: which, from which facts, and in what state.

    A thing is the loader's as long as its ``mark`` (a page's latest revision, an
    organisation's own digest) is what the loader left. Otherwise somebody has
    worked on it since, and it is theirs.
    """

    key = models.UUIDField()
    language = models.CharField(max_length=2, blank=True)
    #: The primary key of what was made.
    object_id = models.CharField(max_length=64)
    #: SHA-256 of the facts that it was made from.
    digest = models.CharField(max_length=64)
    mark = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("loaded content")
        verbose_name_plural = _("loaded content")
        constraints = [
            models.UniqueConstraint(
                fields=["key", "language"], name="loaded_once_per_language"
            )
        ]

    def __str__(self):
        return f"{self.key} {self.language}".strip()

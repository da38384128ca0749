"""The version of the vocabularies: what an in-process cache may trust.

Whatever writes through the models makes a new version: saving and deleting by
signals, bulk operations by :class:`VersionedQuerySet`.
"""

import uuid

from django.db import models
from django.dispatch import Signal
from django.utils.translation import gettext_lazy as _

#: Sent in the process that made a new version, when it has made it.
version_bumped = Signal()


class VocabularyVersion(models.Model):
    """One row whose stamp changes whenever any vocabulary does.

    The stamp is random and not a counter: a counter that a rolled back
    transaction raised would come again and mean something else.
    """

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    stamp = models.UUIDField(default=uuid.uuid4)

    class Meta:
        verbose_name = _("version of the vocabularies")
        verbose_name_plural = _("versions of the vocabularies")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id=1), name="one_vocabulary_version"
            ),
        ]

    def __str__(self):
        return str(self.stamp)

    @classmethod
    def bump(cls) -> None:
        """Say that the vocabularies changed; every process sees it on commit."""
        cls.objects.bulk_create(
            [cls()],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["stamp"],
        )
        version_bumped.send(sender=cls)

    @classmethod
    def current(cls) -> uuid.UUID | None:
        """The stamp as the database has it now (one query by primary key)."""
        return cls.objects.filter(pk=cls.ONLY).values_list("stamp", flat=True).first()


class VersionedQuerySet(models.QuerySet):
    """Bulk operations send no signals: here they make a new version themselves."""

    def bulk_create(self, objs, *args, **kwargs):
        created = super().bulk_create(objs, *args, **kwargs)
        if created:
            VocabularyVersion.bump()
        return created

    def update(self, **kwargs):  # ``bulk_update`` comes here too
        rows = super().update(**kwargs)
        VocabularyVersion.bump()
        return rows

    update.alters_data = True


def vocabulary_changed(sender, **kwargs):
    """Receives ``post_save`` and ``post_delete`` of every part of a vocabulary."""
    VocabularyVersion.bump()

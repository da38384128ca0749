"""The version of the vocabularies: what an in-process cache may trust."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


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
        """Say that the vocabularies changed; every process sees it on commit.

        Saving and deleting does this by itself; call it after bulk operations.
        """
        cls.objects.update_or_create(pk=cls.ONLY, defaults={"stamp": uuid.uuid4()})

    @classmethod
    def current(cls) -> uuid.UUID | None:
        """The stamp as the database has it now (one query by primary key)."""
        return cls.objects.filter(pk=cls.ONLY).values_list("stamp", flat=True).first()


def vocabulary_changed(sender, **kwargs):
    """Receives ``post_save`` and ``post_delete`` of every part of a vocabulary."""
    VocabularyVersion.bump()

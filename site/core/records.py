"""Records: what a page in two languages is one page *of*.

The record's primary key is its pages' ``translation_key``. Everything that must
survive revisions - rights, consent, state - lives on the record or beside it,
never in a page's fields: an old draft published later would overwrite it there.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


class Record(models.Model):
    """The identity that search, matching, logs and imports refer to.

    ``source_locale`` is the language it was first written in: the page in that
    language carries the facts (see :mod:`core.record_pages`).
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source_locale = models.ForeignKey(Locale, models.PROTECT, editable=False)
    #: What the source page is called; so that a chooser needs no join.
    label = models.CharField(_("name"), max_length=255, editable=False)
    created_at = models.DateTimeField(
        _("created"), default=timezone.now, editable=False
    )
    updated_at = models.DateTimeField(_("updated"), auto_now=True, editable=False)

    #: The page model of this record; set by the concrete class.
    page_model: str

    class Meta:
        abstract = True
        ordering = ["label"]

    def __str__(self):
        return self.label

    @classmethod
    def pages_queryset(cls):
        return cls.page_class().objects.all()

    @classmethod
    def page_class(cls):
        return cls._meta.apps.get_model(cls.page_model)

    @property
    def pages(self):
        """The record's pages in every language."""
        return self.pages_queryset().filter(translation_key=self.key)

    @cached_property
    def source(self):
        """The source page as it is in the database, or ``None`` when deleted."""
        return self.pages.filter(locale=self.source_locale_id).first()

    def publish_problems(self) -> list[str]:
        """Sentences that say why the record may not be public (empty: it may)."""
        return []

    def source_deleted(self) -> None:
        """Called when the source page and all its translations are gone."""

"""Pages of a record: one source page with the facts, translations with text only.

*Tried* and rejected: wagtail-localize's ``SynchronizedField`` for facts. Unique
numbers refuse translation, children get new ids at each sync, a cleared
many-to-many never clears, and publishing does not sync until a button is pressed.
See ``docs/decisions/0002``.
"""

import logging

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Page, PageViewRestriction

from .pages import BasePage

logger = logging.getLogger(__name__)


class PublishRefused(PermissionDenied):
    """Publishing would break a rule; ``problems`` says which, in sentences."""

    def __init__(self, problems):
        self.problems = [str(problem) for problem in problems]
        super().__init__(" ".join(self.problems))


class RecordPage(BasePage):
    """A page of a :class:`core.records.Record`, in one language.

    A concrete class names its ``record_model`` and its ``text_fields``; whatever
    else it defines - fields, many-to-many, inline children - is a fact and exists
    on the source page only.
    """

    hidden_with_source = models.BooleanField(
        default=False,
        editable=False,
        help_text=_("Taken down with its source page; comes back with it."),
    )

    record_model: type[models.Model]

    class Meta:
        abstract = True

    # --- facts and text -----------------------------------------------------------

    @classmethod
    def fact_names(cls) -> tuple[str, ...]:
        """Names of the fields and child relations that translations must not hold."""
        inherited = {field.name for field in Page._meta.get_fields()}
        names = []
        for field in cls._meta.get_fields():
            if field.name in inherited or field.name in cls.text_fields:
                continue
            if field.name == "hidden_with_source":
                continue
            if field.auto_created:
                is_child = field.one_to_many and isinstance(
                    field.remote_field, ParentalKey
                )
                if not is_child:
                    continue
            names.append(field.name)
        return tuple(names)

    @cached_property
    def record(self):
        """The record, or ``None`` before the page is first saved."""
        return self.record_model.objects.filter(pk=self.translation_key).first()

    @property
    def is_source(self) -> bool:
        return self.record is None or self.record.source_locale_id == self.locale_id

    @cached_property
    def facts(self):
        """The page that carries the facts: this one, or the live source page."""
        return self if self.is_source else self.record.source

    def copy_for_translation(
        self, locale, copy_parents=False, alias=False, exclude_fields=None
    ):
        # Never an alias: an alias would be a second holder of the facts.
        return super().copy_for_translation(
            locale,
            copy_parents=copy_parents,
            alias=False,
            exclude_fields=[*(exclude_fields or []), *self.fact_names()],
        )

    # --- one visibility for all languages -----------------------------------------

    @property
    def siblings(self):
        """The same record's pages in the other languages."""
        return (
            type(self)
            .objects.filter(translation_key=self.translation_key)
            .exclude(pk=self.pk)
        )

    @transaction.atomic
    def save(self, *args, **kwargs):
        self.__dict__.pop("record", None)
        if self.locale_id is None:
            self.locale = self.get_default_locale()
        record = self._ensure_record()
        source = record.source_locale_id == self.locale_id
        if not source and self.live:
            owner = record.source
            if owner is None or not owner.live:
                self.live = False
                self.hidden_with_source = True
        result = super().save(*args, **kwargs)
        if source:
            self._carry_visibility()
        return result

    def _ensure_record(self):
        record, created = self.record_model.objects.get_or_create(
            pk=self.translation_key,
            defaults={"source_locale_id": self.locale_id, "label": self.title[:255]},
        )
        if (
            not created
            and record.source_locale_id == self.locale_id
            and record.label != self.title[:255]
        ):
            record.label = self.title[:255]
            record.save(update_fields=["label", "updated_at"])
        self.record = record
        return record

    def _carry_visibility(self):
        """A translation is public when, and only when, its source is."""
        if self.live:
            self.siblings.filter(hidden_with_source=True).update(
                live=True, expired=False, hidden_with_source=False
            )
        else:
            self.siblings.filter(live=True).update(live=False, hidden_with_source=True)

    def get_view_restrictions(self):
        restrictions = super().get_view_restrictions()
        if self.is_source or self.facts is None:
            return restrictions
        # Ids, not `|`: the union must stay a plain queryset.
        ids = [
            *restrictions.values_list("pk", flat=True),
            *self.facts.get_view_restrictions().values_list("pk", flat=True),
        ]
        return PageViewRestriction.objects.filter(pk__in=ids)

    def route(self, request, path_components):
        translated = not path_components and not self.is_source
        if translated and (self.facts is None or not self.facts.live):
            raise Http404
        return super().route(request, path_components)

    def get_sitemap_urls(self, request=None):
        if self.get_view_restrictions().exists():
            return []
        return super().get_sitemap_urls(request)

    # --- publishing ------------------------------------------------------------------

    def publish_problems(self) -> list[str]:
        """Sentences that say why this version may not be published."""
        record = self.record
        return record.publish_problems() if record else []

    def publish(self, revision, user=None, changed=True, log_action=True, **kwargs):
        """Publish a revision, or raise :class:`PublishRefused`.

        A scheduled revision that may not go live is unscheduled and logged, so
        that one such page never stops the others.
        """
        problems = revision.as_object().publish_problems()
        if problems and log_action == "wagtail.publish.scheduled":
            revision.approved_go_live_at = None
            revision.save(update_fields=["approved_go_live_at"])
            logger.warning("Not published as scheduled: %s: %s", self, problems)
            return None
        if problems:
            raise PublishRefused(problems)
        return super().publish(
            revision, user=user, changed=changed, log_action=log_action, **kwargs
        )

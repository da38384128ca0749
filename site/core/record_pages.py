"""Pages of a record: one source page with the facts, translations with text only.

*Tried* and rejected: wagtail-localize's ``SynchronizedField`` for facts. Unique
numbers refuse translation, children get new ids at each sync, a cleared
many-to-many never clears, and publishing does not sync until a button is pressed.
See ``docs/decisions/0002``.
"""

import logging

from django.db import models, transaction
from django.http import Http404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.log_actions import log
from wagtail.models import Page, PageViewRestriction

from .pages import BasePage
from .record_forms import RecordPageForm
from .refusals import AliasRefused, PublishRefused

logger = logging.getLogger(__name__)

#: Settings of one page, neither text nor fact: each language page has its own.
OWN_FIELDS = ("hidden_with_source",)


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
    base_form_class = RecordPageForm

    class Meta:
        abstract = True

    # --- facts and text -----------------------------------------------------------

    @classmethod
    def fact_names(cls) -> tuple[str, ...]:
        """Names of the fields and child relations that translations must not hold."""
        inherited = {field.name for field in Page._meta.get_fields()}
        names = []
        for field in cls._meta.get_fields():
            if field.name in inherited or field.name in (*cls.text_fields, *OWN_FIELDS):
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
        if self.is_source:
            return self
        source = self.record.source
        if source is not None:
            source.record = self.record  # One record: it is not read twice.
        return source

    def copy_for_translation(
        self, locale, copy_parents=False, alias=False, exclude_fields=None
    ):
        # Never an alias: an alias would be a second holder of the facts. The
        # source's dates rule its translations already; copied, they would go stale.
        return super().copy_for_translation(
            locale,
            copy_parents=copy_parents,
            alias=False,
            exclude_fields=[
                *(exclude_fields or []),
                *self.fact_names(),
                *OWN_FIELDS,
                "go_live_at",
                "expire_at",
                "expired",
            ],
        )

    def with_content_json(self, content):
        page = super().with_content_json(content)
        for name in OWN_FIELDS:  # State of the page, not of a version of it.
            setattr(page, name, getattr(self, name))
        return page

    # --- one visibility for all languages -----------------------------------------

    @property
    def siblings(self):
        """The same record's pages in the other languages."""
        return (
            type(self)
            .objects.filter(translation_key=self.translation_key)
            .exclude(pk=self.pk)
        )

    @property
    def is_public(self) -> bool:
        """Live and not past its end, and its source page too.

        View restrictions are another question: :meth:`get_view_restrictions`. The
        end counts from its minute, not from when ``publish_scheduled`` next runs.
        """
        now = timezone.now()
        return self.facts is not None and all(
            page.live and (page.expire_at is None or page.expire_at > now)
            for page in (self, self.facts)
        )

    @transaction.atomic
    def save(self, *args, **kwargs):
        if self.alias_of_id:
            raise AliasRefused(
                [_("Projects and profiles cannot be mirrored. Make a copy instead.")]
            )
        self.__dict__.pop("record", None)
        self.__dict__.pop("facts", None)
        if self.locale_id is None:
            self.locale = self.get_default_locale()
        fields = kwargs.get("update_fields")
        record = self._ensure_record(renamed=fields is None or "title" in fields)
        source = record.source_locale_id == self.locale_id
        if source:
            # However it comes to be live - a copy that stays live, an import - no
            # page outruns its record's rights.
            self.live = self.live and not record.publish_problems()
            self.hidden_with_source = False
        elif self.live:
            self.hidden_with_source = record.source is None or not record.source.live
            self.live = not self.hidden_with_source
        result = super().save(*args, **kwargs)
        if source:
            self.carry_visibility()
        return result

    def _ensure_record(self, *, renamed: bool = True):
        label = self.title[:255]
        record, created = self.record_model.objects.get_or_create(
            pk=self.translation_key,
            defaults={"source_locale_id": self.locale_id, "label": label},
        )
        if (
            renamed
            and not created
            and record.source_locale_id == self.locale_id
            and record.label != label
        ):
            record.label, record.updated_at = label, timezone.now()
            # Not save(): a new name is no occasion for the record's own rules.
            self.record_model.objects.filter(pk=record.pk).update(
                label=label, updated_at=record.updated_at
            )
        self.record = record
        return record

    def carry_visibility(self):
        """A translation is public when, and only when, its source is."""
        if self.live:
            self.siblings.filter(hidden_with_source=True).update(
                live=True, expired=False, hidden_with_source=False
            )
        else:
            self.siblings.filter(live=True).update(live=False, hidden_with_source=True)

    def get_view_restrictions(self):
        if self.is_source or self.facts is None:
            return super().get_view_restrictions()
        if not PageViewRestriction.objects.exists():
            return PageViewRestriction.objects.none()
        # Ids, not `|`: the union must stay a plain queryset.
        ids = [
            *super().get_view_restrictions().values_list("pk", flat=True),
            *self.facts.get_view_restrictions().values_list("pk", flat=True),
        ]
        return PageViewRestriction.objects.filter(pk__in=ids)

    def route(self, request, path_components):
        if not path_components and not self.is_public:
            raise Http404
        return super().route(request, path_components)

    def get_sitemap_urls(self, request=None):
        if not self.is_public or self.get_view_restrictions().exists():
            return []
        return super().get_sitemap_urls(request)

    # --- what an editor is told -----------------------------------------------------

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
            log(
                instance=self,
                action="core.publish_refused",
                revision=revision,
                data={"problems": [str(problem) for problem in problems]},
            )
            logger.warning("Not published as scheduled: page %s", self.pk)
            return None
        if problems:
            raise PublishRefused(problems)
        return super().publish(
            revision, user=user, changed=changed, log_action=log_action, **kwargs
        )

"""Which pages the public may see. One rule, for every place that links to a record."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from wagtail.models import Page

from .languages import current_language
from .records import Record


def public_now() -> Q:
    """Live, and not past its expiry (the clock may be ahead of the worker)."""
    return Q(live=True) & (Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now()))


def visible_to_all() -> Q:
    """Public now, and under no restriction: a password, a group, signed in.

    Reading the restrictions is a query; a page that asks for several things hands
    the answer on (``visible``).
    """
    return public_now() & ~Page.objects.all().private_q()


def with_source_locale(record_model: type[Record]) -> QuerySet:
    """The record's pages, each with the locale of its record's source."""
    locale = record_model.objects.filter(pk=OuterRef("translation_key"))
    return record_model.pages_queryset().annotate(
        source_locale_id=Subquery(locale.values("source_locale")[:1])
    )


def public_pages(
    record_model: type[Record],
    keys: Iterable[UUID] | QuerySet,
    *,
    lang: str | None = None,
    visible: Q | None = None,
) -> dict:
    """Record key → the page to link to, for the records that are public.

    The reader's language where there is such a page, else the source page. A
    record whose source is not public is absent, whatever its translations say.
    One query for any number of keys, and one for ``visible`` where it is not given.
    """
    if not isinstance(keys, QuerySet):
        keys = set(keys)
        if not keys:
            return {}
    lang = lang or current_language()
    pages = (
        with_source_locale(record_model)
        .filter(visible or visible_to_all(), translation_key__in=keys)
        .annotate(language_code=F("locale__language_code"))
    )
    chosen, allowed = {}, set()
    for page in pages:
        key = page.translation_key
        is_source = page.locale_id == page.source_locale_id
        if is_source:
            allowed.add(key)
        if page.language_code == lang or (is_source and key not in chosen):
            chosen[key] = page
    return {key: page for key, page in chosen.items() if key in allowed}

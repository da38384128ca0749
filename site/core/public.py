"""Which pages the public may see. One rule, for every place that links to a record."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, Q
from django.utils import timezone

from .languages import current_language
from .records import Record


def public_now() -> Q:
    """Live, and not past its expiry (the clock may be ahead of the worker)."""
    return Q(live=True) & (Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now()))


def public_pages(
    record_model: type[Record], keys: Iterable[UUID], *, lang: str | None = None
) -> dict:
    """Record key → the page to link to, for the records that are public.

    The reader's language where there is such a page, else the source page. A
    record whose source is not public is absent, whatever its translations say.
    Three queries for any number of keys.
    """
    keys = set(keys)
    if not keys:
        return {}
    lang = lang or current_language()
    model = record_model.page_class()
    sources = dict(
        record_model.objects.filter(pk__in=keys).values_list("pk", "source_locale")
    )
    pages = (
        model.objects.filter(public_now(), translation_key__in=keys)
        .public()
        .annotate(language_code=F("locale__language_code"))
    )
    chosen, allowed = {}, set()
    for page in pages:
        key = page.translation_key
        is_source = page.locale_id == sources.get(key)
        if is_source:
            allowed.add(key)
        if page.language_code == lang or (is_source and key not in chosen):
            chosen[key] = page
    return {key: page for key, page in chosen.items() if key in allowed}

"""Documents of all other pages: one for each page, in its languages."""

import uuid
from collections import defaultdict

from django.apps import apps

from core.pages import BasePage
from core.record_pages import RecordPage
from people.models import OrganisationPage
from search.documents import parts
from search.documents.document import SearchDocument
from search.documents.visibility import Visibility

#: Texts that are addresses, or that a document has in fields of their own.
_NOT_BODY = ("title", "slug", "seo_title", "search_description", "summary")


def page_models() -> list[type[BasePage]]:
    """The page types that are neither records nor organisations."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, BasePage)
        and not issubclass(model, (RecordPage, OrganisationPage))
    ]


def build(keys: list[uuid.UUID], visibility: Visibility) -> list[SearchDocument]:
    """One query for each page type."""
    pages = defaultdict(list)
    for model in page_models():
        for page in (
            model.objects.filter(translation_key__in=keys)
            .select_related("locale")
            .order_by("pk")
        ):
            pages[page.translation_key].append(page)
    return [
        _document(key, public)
        for key, own in pages.items()
        if (public := visibility.public(own))
    ]


def _document(key: uuid.UUID, pages: dict[str, BasePage]) -> SearchDocument:
    texts = {}
    for lang, page in pages.items():
        names = [name for name in page.text_fields if name not in _NOT_BODY]
        texts[lang] = parts.text_of(page, parts.joined(parts.field_texts(page, names)))
    page = next(iter(pages.values()))
    return SearchDocument(
        key=f"page:{key}",
        type="page",
        identifier=str(key),
        texts=texts,
        facets={"type": ("page",)},
        sort_titles=parts.sort_titles(texts),
        updated=parts.latest_change(pages.values()),
        visible_until=page.expire_at,
        extra={"kind": page._meta.model_name},
    )

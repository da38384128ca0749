"""Documents of organisations: those that have a public page."""

from collections import defaultdict

from people.models import Organisation, OrganisationPage
from search.documents import parts
from search.documents.document import SearchDocument
from search.documents.keys import organisation_key
from search.documents.visibility import Visibility


def build(keys: list[int], visibility: Visibility) -> list[SearchDocument]:
    """Two queries, however many organisations."""
    organisations = Organisation.objects.in_bulk(keys)
    pages = defaultdict(list)
    for page in (
        OrganisationPage.objects.filter(organisation__in=list(organisations))
        .select_related("locale")
        .order_by("pk")
    ):
        pages[page.organisation_id].append(page)
    return [
        _document(organisations[pk], public)
        for pk, own in pages.items()
        if (public := visibility.public(own))
    ]


def _document(
    organisation: Organisation, pages: dict[str, OrganisationPage]
) -> SearchDocument:
    texts = {
        lang: parts.text_of(
            page,
            parts.plain(page.body),
            title=getattr(organisation, f"name_{lang}") or organisation.name_sv,
        )
        for lang, page in pages.items()
    }
    page = next(iter(pages.values()))
    return SearchDocument(
        key=organisation_key(organisation.pk),
        type="organisation",
        identifier=str(page.translation_key),
        texts=texts,
        keywords=parts.merged_words(parts.organisation_names(organisation)),
        facets={
            "type": ("organisation",),
            "sector": (organisation.sector,),
            "organisation": (str(organisation.pk),),
        },
        sort_titles=parts.sort_titles(texts),
        updated=parts.latest_change(pages.values()),
        visible_until=page.expire_at,
        extra={"sector": organisation.sector},
    )

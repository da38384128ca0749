"""What a profile's page shows, read with a constant number of queries."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from core.public import public_pages
from taxonomy.models import Aspect

from .models.organisations import OrganisationPage
from .models.records import LegalBasis

PREFETCH = (
    "competences__concept__labels",
    "competences__concept__scheme",
    "tags__labels",
    "tags__scheme",
    "districts__labels",
    "districts__scheme",
    "sources",
)


@dataclass(frozen=True, slots=True)
class Membership:
    """A public project that the person takes part in."""

    row: object
    page: object


def memberships(page) -> list[Membership]:
    """The person's public projects, newest first.

    Through the reverse relation: people do not know what a project is.
    """
    record = page.record
    if record is None:
        return []
    rows = list(record.memberships.select_related("page"))
    if not rows:
        return []
    record_model = type(rows[0].page).record_model
    pages = public_pages(record_model, [row.page.translation_key for row in rows])
    shown = {
        # The row of the project's source page in the database is the live fact.
        row.page.translation_key: Membership(row, pages[row.page.translation_key])
        for row in rows
        if row.page.translation_key in pages
    }
    return sorted(
        shown.values(), key=lambda item: item.row.page.start or "", reverse=True
    )


def carried_aspects(page, competences) -> list[tuple[str, str]]:
    """(aspect, its name) for what the person's shown knowledge bears on."""
    carried = {row.concept.aspect for row in competences}
    carried |= {tag.aspect for tag in page.facts.tags.all()}
    return [
        (aspect.value, aspect.label)
        for aspect in Aspect
        if aspect in carried and aspect != Aspect.CROSSCUTTING
    ]


def shown(page, field: str) -> bool:
    record = page.record
    return record is None or field not in record.hidden_fields


def organisation_url(page) -> str | None:
    section = (
        OrganisationPage.objects.live()
        .public()
        .filter(organisation_id=page.facts.organisation_id, locale_id=page.locale_id)
        .first()
    )
    return section.url if section else None


def person_context(page) -> dict:
    """Everything ``pages/person.html`` needs beside the page itself.

    A hidden field is not in the context at all: no template can show it by
    mistake.
    """
    facts = page.facts
    if facts.pk:
        prefetch_related_objects([facts], *PREFETCH)
    if page.record is not None:
        prefetch_related_objects([page.record], "hidden_competences")
    competences = page.shown_competences()
    organisation = facts.organisation if shown(page, "organisation") else None
    return {
        "facts": facts,
        "competences": competences,
        "aspects": carried_aspects(page, competences),
        "tags": list(facts.tags.all()),
        "sources": list(facts.sources.all()),
        "memberships": memberships(page),
        "organisation": organisation,
        "organisation_url": organisation_url(page) if organisation else None,
        "role": page.role if shown(page, "role") else "",
        "photo": facts.photo if shown(page, "photo") else None,
        "orcid": facts.orcid if shown(page, "orcid") else "",
        "districts": list(facts.districts.all()) if shown(page, "districts") else [],
        "languages": facts.language_names if shown(page, "languages") else [],
        "offers": facts.offer_names if shown(page, "offers") else [],
        "is_historical": page.record is not None
        and page.record.legal_basis == LegalBasis.DECEASED,
    }

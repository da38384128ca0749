"""Organisations as pages name them: with a link where they have a public page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from core.languages import Text

from .models.organisations import Organisation, OrganisationPage


@dataclass(frozen=True, slots=True)
class ShownOrganisation:
    """An organisation, and its public page in the reader's language."""

    organisation: Organisation
    url: str

    @property
    def name(self) -> Text:
        return self.organisation.name


def shown_organisations(
    ids: Iterable[int | None], *, visible: Q, locale_id: int
) -> dict[int, ShownOrganisation]:
    """By id. One query, and another if some of them have no public page."""
    ids = set(ids) - {None}
    if not ids:
        return {}
    sections = OrganisationPage.objects.filter(
        visible, organisation_id__in=ids, locale_id=locale_id
    ).select_related("organisation")
    shown = {
        section.organisation_id: ShownOrganisation(section.organisation, section.url)
        for section in sections
    }
    if without := ids - set(shown):
        for organisation in Organisation.objects.filter(pk__in=without):
            shown[organisation.pk] = ShownOrganisation(organisation, "")
    return shown


def organisation_context(page: OrganisationPage) -> dict:
    """What an organisation's page shows beside its text and its list."""
    organisation = page.organisation
    parts = Organisation.objects.filter(parent=organisation).values_list(
        "pk", flat=True
    )
    shown = shown_organisations(
        [organisation.parent_id, *parts], visible=page.visible, locale_id=page.locale_id
    )
    parent = shown.pop(organisation.parent_id, None)
    return {
        "organisation": organisation,
        "parent": parent,
        "parts": sorted(shown.values(), key=lambda part: part.name.text.casefold()),
    }

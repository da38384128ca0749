"""The index's own names for things: a type and what the database calls the thing."""

import uuid

from wagtail.models import Page

from people.models import Organisation, OrganisationPage, PersonPage, PersonRecord
from projects.models import ProjectPage, ProjectRecord
from taxonomy.models import Concept


def project_key(key: uuid.UUID | str) -> str:
    return f"project:{key}"


def person_key(key: uuid.UUID | str) -> str:
    return f"person:{key}"


def organisation_key(pk: int) -> str:
    return f"organisation:{pk}"


def concept_key(pk: int) -> str:
    return f"concept:{pk}"


def key_of(instance) -> str | None:
    """The key of the document that is *about* this page, record or thing.

    A page that is known by its base class only costs a query for its own class.
    """
    match instance:
        case ProjectRecord():
            return project_key(instance.pk)
        case PersonRecord():
            return person_key(instance.pk)
        case Organisation():
            return organisation_key(instance.pk)
        case Concept():
            return concept_key(instance.pk)
        case Page():
            return _page_key(instance)
    return None


def _page_key(page: Page) -> str | None:
    model = page.specific_class
    if model is None or page.is_root():
        return None
    if issubclass(model, ProjectPage):
        return project_key(page.translation_key)
    if issubclass(model, PersonPage):
        return person_key(page.translation_key)
    if issubclass(model, OrganisationPage):
        number = (
            page.organisation_id
            if isinstance(page, OrganisationPage)
            else OrganisationPage.objects.filter(pk=page.pk)
            .values_list("organisation_id", flat=True)
            .first()
        )
        return organisation_key(number) if number else None
    return f"page:{page.translation_key}"


def uuids(names: list[str]) -> list[uuid.UUID]:
    """The names that are UUIDs; a key from outside may be anything."""
    found = []
    for name in names:
        try:
            found.append(uuid.UUID(name))
        except ValueError:
            continue
    return found


def numbers(names: list[str]) -> list[int]:
    return [int(name) for name in names if name.isascii() and name.isdigit()]

"""Reading public people."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from core.public import visible_to_all

from .models import PersonPage, PersonRecord


def public_people(visible: Q | None = None) -> QuerySet[PersonPage]:
    """Profiles that anybody may see and that have a legal basis: their source pages,
    so that each person is there once.

    ``visible``: what :func:`core.public.visible_to_all` said, where it is at hand.
    """
    record = PersonRecord.objects.filter(
        pk=OuterRef("translation_key"),
        source_locale=OuterRef("locale"),
        withdrawn_on=None,
    ).exclude(legal_basis="")
    return PersonPage.objects.filter(visible or visible_to_all(), Exists(record))

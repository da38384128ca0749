"""Where concepts are used, found through every relation that points at them.

Wagtail's reference index knows no many-to-many relations, and tags are those;
so the models are asked, one query for each relation whatever the number of rows.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from django.db import models
from modelcluster.fields import ParentalKey

from .models import Concept


@dataclass(frozen=True)
class Use:
    """A field of a model outside this app that points at concepts."""

    #: The model to query: the field's own, or the table of a many-to-many.
    model: type[models.Model]
    #: Lookup from that model to the concept's id.
    concept: str
    #: Lookup from that model to the id of what an editor opens: a page, mostly.
    owner: str
    owner_model: type[models.Model]
    #: What the field is called.
    label: str


@cache
def uses() -> tuple[Use, ...]:
    return tuple(_find_uses())


def _find_uses() -> Iterator[Use]:
    for relation in Concept._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete or not relation.is_relation:
            continue
        model, field = relation.related_model, relation.field
        # The table behind a many-to-many is reached through the field itself.
        if model._meta.app_label == "taxonomy" or model._meta.auto_created:
            continue
        if relation.many_to_many:
            yield Use(
                model=field.remote_field.through,
                concept=f"{field.m2m_reverse_field_name()}_id",
                owner=f"{field.m2m_field_name()}_id",
                owner_model=model,
                label=str(field.verbose_name),
            )
        elif field.remote_field.on_delete is not models.CASCADE:
            # What goes with its concept is a note about it, not a use of it.
            parent = next(
                (f for f in model._meta.fields if isinstance(f, ParentalKey)), None
            )
            yield Use(
                model=model,
                concept=field.attname,
                owner=parent.attname if parent else "pk",
                owner_model=parent.related_model if parent else model,
                label=str(field.verbose_name),
            )


def usage_counts(concept_ids: Iterable[int]) -> Counter[int]:
    """How many things use each concept, by id (absent: none).

    A thing that uses a concept in two fields counts twice.
    """
    ids = list(concept_ids)
    counts: Counter[int] = Counter()
    for use in uses():
        rows = (
            use.model._base_manager.filter(**{f"{use.concept}__in": ids})
            .order_by()
            .values_list(use.concept)
            .annotate(number=models.Count(use.owner, distinct=True))
        )
        for concept_id, number in rows:
            counts[concept_id] += number
    return counts


def users_of(concept_id: int) -> list[tuple[type[models.Model], object, list[str]]]:
    """What uses a concept: (model, primary key, the fields that do)."""
    found: dict[tuple, list[str]] = defaultdict(list)
    for use in uses():
        owners = (
            use.model._base_manager.filter(**{use.concept: concept_id})
            .order_by(use.owner)
            .values_list(use.owner, flat=True)
            .distinct()
        )
        for pk in owners:
            found[use.owner_model, pk].append(use.label)
    return [(model, pk, labels) for (model, pk), labels in found.items()]

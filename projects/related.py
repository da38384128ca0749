"""Which projects are closest to one: those that share the rarest subjects."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from django.db.models import Q

from .models.pages import ProjectPage
from .queries import public_sources


def closest(shared: Iterable[tuple[int, int]], *, limit: int) -> list[int]:
    """The pages that share most, best first. Pure.

    ``shared``: (page, concept) for each concept that a page has in common. What few
    share says more than what many do: a concept counts for one divided by the number
    of pages that share it. Equals stand in the order of their ids, newest first.
    """
    shared = set(shared)
    spread = Counter(concept for _page, concept in shared)
    scores = defaultdict(float)
    for page, concept in shared:
        scores[page] += 1 / spread[concept]
    return sorted(scores, key=lambda page: (-round(scores[page], 9), -page))[:limit]


def related_projects(
    page_id: int, concept_ids: dict[str, Iterable[int]], *, visible: Q, limit: int = 4
) -> list[int]:
    """Ids of the source pages closest to one, in one query.

    ``concept_ids``: the project's own, by relation (``tags``, ``subjects``,
    ``districts``).
    """
    sources = public_sources(visible).exclude(pk=page_id).values("pk")
    parts = []
    for name, ids in concept_ids.items():
        if ids:
            through = ProjectPage._meta.get_field(name).remote_field.through
            parts.append(
                through.objects.filter(
                    concept_id__in=list(ids), projectpage_id__in=sources
                ).values_list("projectpage_id", "concept_id")
            )
    if not parts:
        return []
    first, *others = parts
    return closest(first.union(*others) if others else first, limit=limit)

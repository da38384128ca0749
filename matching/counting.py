"""How many could help with each of many needs, without finding who."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from matching.facts import Kinship
from matching.finding import THE_VERY_THING, Setting
from matching.reading import competences_of, teams_of
from people.models import PersonPage
from projects.models import Need


@dataclass(frozen=True, slots=True)
class Helpers:
    """People who know something of it, and those of them who know the very thing."""

    total: int = 0
    knowing: int = 0


def helpers_of(needs: Iterable[Need], setting: Setting) -> dict[UUID, Helpers]:
    """Need's key → the numbers of :func:`matching.finding.find`; six queries."""
    needs = list(needs)
    if not needs:
        return {}
    fits = {
        need.competence_id: setting.vocabulary.near(need.competence_id)
        for need in needs
    }
    nearer = defaultdict(set)
    wanted = {
        concept
        for near in fits.values()
        for concept, fit in near.items()
        if fit.kinship is not Kinship.TAGGED
    }
    people = setting.askable().values("pk")
    for pk, concept, *_level in competences_of(people).filter(concept__in=wanted):
        nearer[concept].add(pk)
    tagged = defaultdict(set)
    tags = {concept for near in fits.values() for concept in near} - wanted
    for pk, tag in (
        PersonPage.tags.through.objects.filter(concept__in=tags, personpage__in=people)
        .order_by()
        .values_list("personpage_id", "concept_id")
    ):
        tagged[tag].add(pk)
    inside = _inside(needs)
    counted = {}
    for need in needs:
        know, near = set(), set()
        for concept, fit in fits[need.competence_id].items():
            if fit.kinship is Kinship.TAGGED:
                near |= tagged[concept]
            else:
                near |= nearer[concept]
                if fit.kinship in THE_VERY_THING:
                    know |= nearer[concept]
        members = inside[need.page_id]
        counted[need.key] = Helpers(len(near - members), len(know - members))
    return counted


def _inside(needs: list[Need]) -> dict[int, set[int]]:
    """Project's source page → the pages of those who are in it already."""
    teams = teams_of({need.page.translation_key: need.page_id for need in needs})
    pages = PersonPage.objects.filter(
        translation_key__in=set().union(*teams.values())
    ).values_list("translation_key", "pk")
    ids = defaultdict(set)
    for key, pk in pages:
        ids[key].add(pk)
    return {
        need.page_id: set().union(*(ids[key] for key in teams[need.page_id]))
        for need in needs
    }

"""What the public pages tell of who could help, and of who needs what somebody knows.

Nobody is named or counted who may not be proposed: such people have public profiles,
and everything that is counted of them stands there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from core.public import public_pages
from matching.eligibility import barriers
from matching.facts import Kinship, ProjectFacts
from matching.finding import Setting, find
from matching.reading import read_projects
from matching.rules import Match
from matching.wishes import Vocabulary
from people.models import PersonPage, PersonRecord
from projects.models import Need, ProjectPage, ProjectRecord
from projects.sought import NeedChoice, sought_needs
from taxonomy.index import IndexedConcept
from taxonomy.queries import concept_index

NAMED = 3
#: Of all needs that somebody could fill, the newest so many are compared.
COMPARED = 200


@dataclass(frozen=True, slots=True)
class Help:
    """How many could help, and the pages of the best of those who know the very
    thing."""

    total: int
    knowing: int
    people: list


@dataclass(frozen=True, slots=True)
class ShownNeed:
    """An open need, and the page of its project to link to."""

    need: Need
    competence: IndexedConcept
    project: object
    match: Match | None = None


def setting_for(visible: Q) -> Setting:
    return Setting.now(visible, Vocabulary(concept_index()))


def help_for(
    facts: ProjectFacts, needs: Sequence[Need], setting: Setting
) -> dict[str, Help]:
    """Need's key, or a missing aspect's, → who could help a public project."""
    vocabulary = setting.vocabulary
    wishes = [
        vocabulary.wish_for(str(need.key), need.competence_id, need.level)
        for need in needs
    ]
    wishes += [
        vocabulary.wish_for_aspect(aspect)
        for aspect in sorted(facts.missing | facts.claimed)
    ]
    if not wishes:
        return {}
    found = find(wishes, facts, setting, most=NAMED)
    keys = {one.person.key for each in found for one in each.matches}
    pages = public_pages(PersonRecord, keys, visible=setting.visible)
    return {
        each.wish.key: Help(
            each.total,
            each.knowing,
            [
                pages[one.person.key]
                for one in each.matches[: each.knowing]
                if one.person.key in pages
            ],
        )
        for each in found
    }


def needs_for(person: PersonPage, visible: Q, *, most: int = 5) -> list[ShownNeed]:
    """Open needs that a person could fill, the best first: by the same rules as the
    person is proposed. None for who may not be proposed."""
    setting = setting_for(visible)
    vocabulary = setting.vocabulary
    if not setting.askable().filter(pk=person.pk).exists():
        return []
    facts = setting.read([person.pk])[person.pk]
    known = {one.concept for one in facts.knows}
    needs = sought_needs(NeedChoice(), vocabulary.concepts, visible=visible)
    sought = set(needs.order_by().values_list("competence_id", flat=True).distinct())
    wanted = [pk for pk in sought if _is_known(vocabulary, pk, known)]
    rows = list(needs.filter(competence__in=wanted)[:COMPARED])
    sources = ProjectPage.objects.filter(pk__in={need.page_id for need in rows})
    projects = read_projects(sources, vocabulary)
    matches = []
    for need in rows:
        project = projects[need.page_id]
        if barriers(project, facts, today=setting.today, historical=setting.historical):
            continue
        wish = vocabulary.wish_for(str(need.key), need.competence_id, need.level)
        one = setting.match(wish, project, facts)
        if one is not None:
            matches.append((one, need))
    matches.sort(key=lambda pair: (-pair[0].score, str(pair[1].key)))
    best = {str(need.key): one for one, need in matches[:most]}
    shown = shown_needs([need for _one, need in matches[:most]], visible)
    return [
        ShownNeed(row.need, row.competence, row.project, best[str(row.need.key)])
        for row in shown
    ]


def _is_known(vocabulary: Vocabulary, competence: int, known: set[int]) -> bool:
    near = vocabulary.near(competence)
    return any(
        concept in near and near[concept].kinship is not Kinship.TAGGED
        for concept in known
    )


def shown_needs(needs: Sequence[Need], visible: Q) -> list[ShownNeed]:
    """In the order given; one query for all their projects' pages."""
    concepts = concept_index()
    keys = {need.page.translation_key for need in needs}
    pages = public_pages(ProjectRecord, keys, visible=visible)
    return [
        ShownNeed(need, concepts[need.competence_id], pages[key])
        for need in needs
        if (key := need.page.translation_key) in pages
    ]

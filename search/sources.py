"""Which documents show a thing, and so have to be made again when it changes."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Model, QuerySet
from wagtail.models import Page, PageViewRestriction

from people.models import (
    HiddenCompetence,
    Organisation,
    OrganisationPage,
    PersonPage,
    PersonRecord,
)
from projects.models import NeedState, ProjectPage, ProjectRecord, TeamMember
from search.documents.keys import (
    concept_key,
    key_of,
    organisation_key,
    person_key,
    project_key,
)
from taxonomy.models import Concept, Label, Relation, Scheme


class Affected(NamedTuple):
    """Keys of documents. ``about`` are about the thing itself, and are withheld
    until the index has heard of the change; ``showing`` only mention it."""

    about: set[str] = frozenset()
    showing: set[str] = frozenset()


def affected_by(instance: Model) -> Affected | None:
    """The documents to make again, or ``None`` when no document reads the model."""
    match instance:
        case PersonPage():
            return _person(instance.translation_key)
        case PersonRecord():
            return _person(instance.pk)
        case HiddenCompetence():
            return Affected({person_key(instance.record_id)})
        case ProjectRecord():
            return Affected({project_key(instance.pk)})
        case NeedState():
            return Affected({project_key(instance.record_id)})
        case Page():
            key = key_of(instance)
            return Affected({key}) if key else None
        case PageViewRestriction():
            return subtree(instance.page)
        case Organisation():
            return Affected({organisation_key(instance.pk)}, _with(instance))
        case Scheme():
            return Affected(showing=_concept_keys(instance.concepts.all()))
        case Concept():
            branch = _branch(instance.pk)
            return Affected({concept_key(instance.pk)}, _tagged(branch))
        case Label():
            return Affected(showing=_tagged(_branch(instance.concept_id, depth=1)))
        case Relation():
            return Affected(showing=_tagged(_branch(instance.source_id)))
    return None


def subtree(page: Page) -> Affected:
    """Everything that lies on the page or below it, in a constant number of queries."""
    pages = Page.objects.filter(path__startswith=page.path)
    people = set(_keys(PersonPage, pages))
    about = {
        *map(project_key, _keys(ProjectPage, pages)),
        *map(person_key, people),
        *(
            organisation_key(pk)
            for pk in OrganisationPage.objects.filter(pk__in=pages)
            .values_list("organisation", flat=True)
            .distinct()
        ),
        *(
            f"page:{key}"
            for key in pages.not_type(ProjectPage, PersonPage, OrganisationPage)
            .filter(depth__gt=1)
            .values_list("translation_key", flat=True)
        ),
    }
    return Affected(about, _teams(people))


def _keys(model: type[Page], pages: QuerySet) -> QuerySet:
    return model.objects.filter(pk__in=pages).values_list("translation_key", flat=True)


def _person(key) -> Affected:
    return Affected({person_key(key)}, _teams([key]))


def _teams(people: Iterable) -> set[str]:
    """The projects that name any of the people."""
    rows = TeamMember.objects.filter(person__in=list(people))
    return set(map(project_key, rows.values_list("page__translation_key", flat=True)))


def _with(organisation: Organisation) -> set[str]:
    projects = ProjectPage.objects.values_list("translation_key", flat=True)
    people = PersonPage.objects.values_list("translation_key", flat=True)
    return {
        *map(project_key, projects.filter(coordinator=organisation)),
        *map(project_key, projects.filter(partners__organisation=organisation)),
        *map(project_key, projects.filter(funding__funder=organisation)),
        *map(person_key, people.filter(organisation=organisation)),
    }


def _branch(pk: int, depth: int = 10) -> set[int]:
    """The concept and what is narrower, ``depth`` steps down."""
    branch, edge = {pk}, {pk}
    for _step in range(depth):
        rows = Concept.objects.filter(broader__in=edge).values_list("pk", flat=True)
        edge = set(rows) - branch
        if not edge:
            break
        branch |= edge
    return branch


def _concept_keys(concepts: QuerySet) -> set[str]:
    return set(map(concept_key, concepts.values_list("pk", flat=True)))


def _tagged(concepts: set[int]) -> set[str]:
    """The concepts' own documents, and those of what is tagged with them."""
    projects = ProjectPage.objects.values_list("translation_key", flat=True)
    people = PersonPage.objects.values_list("translation_key", flat=True)
    keys = set(map(concept_key, concepts))
    for path in (
        "tags",
        "subjects",
        "districts",
        "claims__tag",
        "needs__competence",
    ):
        found = projects.filter(**{f"{path}__in": concepts}).distinct()
        keys.update(map(project_key, found))
    for path in ("tags", "subjects", "districts", "competences__concept"):
        found = people.filter(**{f"{path}__in": concepts}).distinct()
        keys.update(map(person_key, found))
    return keys

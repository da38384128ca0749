"""Facts of people and projects, read with a constant number of queries.

What a person hides is left out here, so that no rule and no page can tell it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import (
    BooleanField,
    Case,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from matching.facts import Known, PersonFacts, ProjectFacts, Standing
from matching.wishes import Vocabulary
from people.models import (
    HiddenCompetence,
    LegalBasis,
    PersonCompetence,
    PersonPage,
    PersonRecord,
)
from people.queries import public_people
from projects.coverage import State
from projects.models import (
    AspectClaim,
    NeedState,
    Partner,
    ProjectPage,
    Status,
    TeamMember,
)
from projects.queries import coverage_of_projects, public_sources


def askable_people(
    visible: Q, *, today: date, historical: bool
) -> QuerySet[PersonPage]:
    """The source pages of everybody who may be proposed to somebody: the database's
    wording of :func:`matching.eligibility.standing_barriers`."""
    living = Q(open_to_introductions=True) & ~Q(legal_basis=LegalBasis.DECEASED)
    record = PersonRecord.objects.filter(
        living | Q(legal_basis=LegalBasis.DECEASED) if historical else living,
        Q(paused_until=None) | Q(paused_until__lt=today),
        Q(reconfirm_by=None) | Q(reconfirm_by__gte=today),
        pk=OuterRef("translation_key"),
    )
    return public_people(visible).filter(Exists(record))


def competences_of(pages: QuerySet | Iterable[int]) -> QuerySet[PersonCompetence]:
    """The competences that the people of these source pages show, as tuples: page,
    concept, level, whether it is told what shows it, whether there is a link."""
    hidden = HiddenCompetence.objects.filter(
        record=OuterRef("page__translation_key"), concept=OuterRef("concept")
    )
    return (
        PersonCompetence.objects.filter(~Exists(hidden), page__in=pages)
        .order_by()
        .values_list(
            "page_id",
            "concept_id",
            "level",
            _true_where(~Q(evidence_sv="") | ~Q(evidence_en="")),
            _true_where(~Q(source_url="")),
        )
    )


def read_people(
    ids: Iterable[int], vocabulary: Vocabulary, *, visible: Q
) -> dict[int, PersonFacts]:
    """Source page's id → facts, of anybody; seven queries."""
    ids = list(ids)
    rows = list(
        PersonPage.objects.filter(pk__in=ids).values_list(
            "pk", "translation_key", "organisation__sector", _true_where(visible)
        )
    )
    keys = [key for _pk, key, _sector, _public in rows]
    records = PersonRecord.objects.in_bulk(keys)
    knows = defaultdict(list)
    for pk, *known in competences_of(ids):
        knows[pk].append(Known(*known))
    tags = _linked(PersonPage.tags, ids)
    districts = _linked(PersonPage.districts, ids)
    load = _load(keys)
    found = {}
    for pk, key, sector, is_public in rows:
        record = records.get(key) or PersonRecord(key=key)
        concepts = [*(known.concept for known in knows[pk]), *tags[pk]]
        hidden = record.hidden_fields
        found[pk] = PersonFacts(
            key=key,
            knows=tuple(knows[pk]),
            tags=frozenset(tags[pk]),
            aspects=frozenset(filter(None, map(vocabulary.aspect, concepts))),
            goals=frozenset().union(*map(vocabulary.goals, concepts)),
            sector="" if "organisation" in hidden else sector or "",
            districts=frozenset(() if "districts" in hidden else districts[pk]),
            verified_on=record.verified_on,
            load=load[key],
            standing=_standing(record, is_public=is_public),
        )
    return found


def _standing(record: PersonRecord, *, is_public: bool) -> Standing:
    return Standing(
        is_public=is_public,
        has_basis=record.has_basis,
        is_open=record.open_to_introductions,
        is_deceased=record.legal_basis == LegalBasis.DECEASED,
        paused_until=record.paused_until,
        confirm_by=record.reconfirm_by,
    )


def _load(keys: list[UUID]) -> Counter:
    """Person's key → public projects that go on with the person in the team."""
    ongoing = public_sources().filter(status=Status.ONGOING).values("pk")
    return Counter(
        TeamMember.objects.filter(person__in=keys, page__in=ongoing)
        .order_by()
        .values_list("person_id", flat=True)
    )


def read_projects(
    pages: Iterable[ProjectPage], vocabulary: Vocabulary
) -> dict[int, ProjectFacts]:
    """Source page's id → facts; eight queries.

    Nobody has said no to anything yet: introductions are to come.
    """
    pages = {page.pk: page for page in pages}
    ids = list(pages)
    coverage = coverage_of_projects(ids)
    tags = _linked(ProjectPage.tags, ids)
    for pk, tag in AspectClaim.objects.filter(page__in=ids).values_list(
        "page_id", "tag_id"
    ):
        tags[pk].append(tag)
    districts = _linked(ProjectPage.districts, ids)
    sectors, team = defaultdict(set), defaultdict(set)
    partners = Partner.objects.filter(page__in=ids).order_by()
    coordinators = ProjectPage.objects.filter(pk__in=ids).order_by()
    for pk, sector in partners.values_list("page_id", "organisation__sector").union(
        coordinators.values_list("pk", "coordinator__sector")
    ):
        sectors[pk].add(sector)
    for pk, person in TeamMember.objects.filter(page__in=ids).values_list(
        "page_id", "person_id"
    ):
        team[pk].add(person)
    keys = {page.translation_key: pk for pk, page in pages.items()}
    for key, person in NeedState.objects.filter(
        record__in=list(keys), filled_by__isnull=False
    ).values_list("record_id", "filled_by_id"):
        team[keys[key]].add(person)
    return {
        pk: ProjectFacts(
            key=page.translation_key,
            missing=frozenset(coverage[pk].missing),
            claimed=frozenset(coverage[pk].in_state(State.CLAIMED)),
            goals=frozenset().union(*map(vocabulary.goals, tags[pk])),
            sectors=frozenset(filter(None, sectors[pk])),
            districts=frozenset(districts[pk]),
            team=frozenset(team[pk]),
        )
        for pk, page in pages.items()
    }


def _true_where(condition: Q) -> Case:
    return Case(
        When(condition, then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )


def _linked(relation, ids: list[int]) -> defaultdict[int, list[int]]:
    """Page's id → ids of the concepts that it is tied to."""
    through = relation.through
    page = relation.field.m2m_column_name()
    other = relation.field.m2m_reverse_name()
    found = defaultdict(list)
    for pk, concept in (
        through.objects.filter(**{f"{page}__in": ids})
        .order_by()
        .values_list(page, other)
    ):
        found[pk].append(concept)
    return found

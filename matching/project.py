"""A project as its editors see it now: its facts and what it wishes for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from core.languages import Text, current_language
from matching.facts import ProjectFacts, Wish
from matching.wishes import Vocabulary
from projects.coverage import State
from projects.models import Need, NeedState, ProjectPage
from projects.models.needs import Importance
from taxonomy.models import Aspect


@dataclass(frozen=True, slots=True)
class ShownWish:
    """A wish and how it is shown: an open need, or an aspect that is missing."""

    wish: Wish
    name: Text
    aspect: str
    need: Need | None = None

    @property
    def key(self) -> str:
        return self.wish.key

    @property
    def is_required(self) -> bool:
        return self.need is None or self.need.importance == Importance.REQUIRED


def facts_of(page: ProjectPage, vocabulary: Vocabulary) -> ProjectFacts:
    """The facts of a source page as it is in memory: a draft has its own rows."""
    coverage = page.coverage
    tags = [tag.pk for tag in page.tags.all()] + [
        claim.tag_id for claim in page.claims.all()
    ]
    organisations = [row.organisation for row in page.partners.all()]
    if page.coordinator is not None:
        organisations.append(page.coordinator)
    filled = NeedState.objects.filter(
        record=page.translation_key, filled_by__isnull=False
    )
    return ProjectFacts(
        key=page.translation_key,
        missing=frozenset(coverage.missing),
        claimed=frozenset(coverage.in_state(State.CLAIMED)),
        goals=frozenset().union(*map(vocabulary.goals, tags)),
        sectors=frozenset(one.sector for one in organisations if one.sector),
        districts=frozenset(district.pk for district in page.districts.all()),
        team=frozenset(
            [
                *(row.person_id for row in page.team.all()),
                *filled.values_list("filled_by_id", flat=True),
            ]
        ),
    )


def facts_shown(context: dict, vocabulary: Vocabulary) -> ProjectFacts:
    """As :func:`facts_of`, from what ``projects.presentation.project_context`` has
    read already: no query. The needs that are closed tell of nobody."""
    page, linked = context["facts"], context["concept_ids"]
    coverage, organisations = context["coverage"], context["organisations"]
    tags = [*linked["tags"], *(claim.tag_id for claim in page.claims.all())]
    members = {
        page.coordinator_id,
        *(row.organisation_id for row in page.partners.all()),
    }
    return ProjectFacts(
        key=page.translation_key,
        missing=frozenset(coverage.missing),
        claimed=frozenset(coverage.in_state(State.CLAIMED)),
        goals=frozenset().union(*map(vocabulary.goals, tags)),
        sectors=frozenset(
            organisations[pk].organisation.sector
            for pk in members
            if pk in organisations
        ),
        districts=frozenset(linked["districts"]),
        team=frozenset(
            [
                *(row.person_id for row in page.team.all()),
                *(need.filled_by for need in context["needs"] if need.filled_by),
            ]
        ),
    )


def wishes_of(
    page: ProjectPage, project: ProjectFacts, vocabulary: Vocabulary, today: date
) -> Sequence[ShownWish]:
    """The open needs in their order, then the missing aspects, then those that are
    claimed without evidence."""
    settled = set(
        NeedState.objects.filter(record=page.translation_key)
        .exclude(state=NeedState.State.OPEN)
        .values_list("need_key", flat=True)
    )
    wishes = [
        ShownWish(
            vocabulary.wish_for(str(need.key), need.competence_id, need.level),
            competence.name,
            competence.aspect,
            need,
        )
        for need in page.needs.all()
        if need.key not in settled
        and (need.until is None or need.until >= today)
        and (competence := vocabulary.concepts.get(need.competence_id)) is not None
    ]
    for aspects, wording in (
        (project.missing, _("Missing: %(aspect)s")),
        (project.claimed, _("Claimed without evidence: %(aspect)s")),
    ):
        wishes += (
            ShownWish(
                vocabulary.wish_for_aspect(aspect.value),
                Text(
                    wording % {"aspect": str(aspect.label).lower()},
                    current_language(),
                ),
                aspect.value,
            )
            for aspect in Aspect
            if aspect in aspects
        )
    return wishes

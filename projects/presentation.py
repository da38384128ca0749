"""What a project's page shows, read with a constant number of queries."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from core.public import public_pages
from people.models import OrganisationPage, PersonRecord
from taxonomy.models import Aspect

from .coverage import ASPECTS, State
from .models.needs import NeedState
from .plan_process import CommentWindow, Period, Step, comment_window, steps

PREFETCH = (
    "case_numbers",
    "partners__organisation",
    "funding__funder",
    "team__person",
    "decisions",
    "documents__document",
    "outputs",
    "sources",
    "needs__competence__labels",
    "phase_periods__phase__labels",
    "claims__tag__labels",
    "exemptions",
    "tags__labels",
    "tags__scheme",
    "subjects__labels",
    "subjects__scheme",
    "districts__labels",
    "districts__scheme",
)


@dataclass(frozen=True, slots=True)
class AspectPart:
    """One aspect of the large triad: its state, claims, or why it does not apply."""

    aspect: str
    name: str
    state: State
    claims: list
    exemption: object | None


@dataclass(frozen=True, slots=True)
class ShownNeed:
    need: object
    state: str

    @property
    def is_open(self) -> bool:
        return self.state == NeedState.State.OPEN


@dataclass(frozen=True, slots=True)
class Member:
    """A team member whose profile is public, or one in a draft preview."""

    row: object
    page: object


@dataclass(frozen=True, slots=True)
class Plan:
    steps: list[Step]
    window: CommentWindow


def read_facts(page):
    """The page that carries the facts, with everything the template reads."""
    facts = page.facts
    if facts is not None and facts.pk:
        prefetch_related_objects([facts], *PREFETCH)
    return facts


def aspect_parts(page) -> list[AspectPart]:
    facts, parts = page.facts, []
    for aspect in ASPECTS:
        claims = [claim for claim in facts.claims.all() if claim.tag.aspect == aspect]
        exemption = next(
            (row for row in facts.exemptions.all() if row.aspect == aspect), None
        )
        parts.append(
            AspectPart(
                aspect, Aspect(aspect).label, page.coverage[aspect], claims, exemption
            )
        )
    return parts


def shown_needs(page) -> list[ShownNeed]:
    states = dict(
        NeedState.objects.filter(record_id=page.translation_key).values_list(
            "need_key", "state"
        )
    )
    needs = [
        ShownNeed(need, states.get(need.key, NeedState.State.OPEN))
        for need in page.facts.needs.all()
    ]
    return [need for need in needs if need.state != NeedState.State.CLOSED]


def shown_team(page) -> list[Member]:
    rows = list(page.facts.team.all())
    pages = public_pages(PersonRecord, [row.person_id for row in rows])
    return [Member(row, pages[row.person_id]) for row in rows if row.person_id in pages]


def plan_of(page) -> Plan | None:
    facts = page.facts
    rows = list(facts.phase_periods.all())
    if not facts.procedure and not rows:
        return None
    periods = []
    for row in rows:
        name = row.phase.name
        periods.append(
            Period(
                phase=row.phase.notation,
                order=row.phase.order,
                name=name.text,
                lang=name.lang,
                public_input=bool(row.phase.details.get("public_input")),
                starts=row.starts,
                ends=row.ends,
                checked_on=row.checked_on,
                comment_url=row.comment_url,
                source_url=row.source_url,
            )
        )
    today = timezone.localdate()
    return Plan(steps(periods, today), comment_window(periods, today))


def organisation_links(page) -> dict[int, str]:
    """Organisation id → address of its public page in the reader's language."""
    facts = page.facts
    ids = {
        facts.coordinator_id,
        *(row.organisation_id for row in facts.partners.all()),
        *(row.funder_id for row in facts.funding.all()),
    } - {None}
    sections = (
        OrganisationPage.objects.live()
        .public()
        .filter(organisation_id__in=ids, locale_id=page.locale_id)
    )
    return {section.organisation_id: section.url for section in sections}


def project_context(page) -> dict:
    """Everything ``pages/project.html`` needs beside the page itself."""
    facts = read_facts(page)
    return {
        "facts": facts,
        "coverage": page.coverage,
        "aspects": aspect_parts(page),
        "needs": shown_needs(page),
        "team": shown_team(page),
        "plan": plan_of(page),
        "organisation_links": organisation_links(page),
        "decisions": sorted(
            facts.decisions.all(), key=lambda row: row.date, reverse=True
        ),
        "texts": [
            (heading, text)
            for heading, text in (
                (_("Purpose and goals"), page.purpose),
                (_("Results and expected effects"), page.results),
                (_("Approach and implementation"), page.approach),
                (_("More to read"), page.body),
            )
            if text
        ],
    }

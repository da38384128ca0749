"""What a project's page shows, read with a constant number of queries."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction

from core.children import load_children
from core.languages import Text
from core.public import public_pages
from people.models import PersonRecord
from people.shown_organisations import ShownOrganisation, shown_organisations
from taxonomy.index import ConceptIndex, IndexedConcept
from taxonomy.models import Aspect
from taxonomy.queries import concept_index

from .coverage import ASPECTS, Claim, Coverage, State, coverage_of
from .coverage.due import is_explanation_due, is_plan, periods_of
from .coverage.history import changes_of_page, history_in
from .models.needs import NeedState
from .place import District, SchematicMap, schematic_map
from .plan_process import CommentWindow, Step, comment_window, steps

ROWS = (
    "case_numbers",
    "partners",
    "funding",
    "team",
    "decisions",
    "documents",
    "outputs",
    "sources",
    "needs",
    "phase_periods",
    "claims",
    "exemptions",
)
LINKS = ("tags", "subjects", "districts")


@dataclass(frozen=True, slots=True)
class AspectPart:
    """One aspect of the large triad: its state, claims, or why it does not apply."""

    aspect: str
    name: str
    state: State
    #: (claim, its tag)
    claims: list[tuple[object, IndexedConcept]]
    exemption: object | None
    #: Competences that the project seeks for this aspect.
    sought: list[IndexedConcept]
    #: Why it is missing, if that is said.
    gap: Text


@dataclass(frozen=True, slots=True)
class ShownNeed:
    need: object
    competence: IndexedConcept
    state: str

    @property
    def is_open(self) -> bool:
        return self.state == NeedState.State.OPEN


@dataclass(frozen=True, slots=True)
class Member:
    """A team member whose profile is public."""

    row: object
    page: object


@dataclass(frozen=True, slots=True)
class Plan:
    steps: list[Step]
    window: CommentWindow
    #: Until when comments keep the right to appeal: ``review`` or ``consultation``.
    #: The Planning and Building Act, chapter 5, section 18, lets the review be left
    #: out where all who were consulted have approved: then no later time to comment
    #: is left (Boverket, PBL kunskapsbanken, "Begränsning av standardförfarande").
    #: Else the review decides (the same place, "Underrättelse"; PBL 13:11).
    appeal_phase: str


def coverage_shown(facts, concepts: ConceptIndex) -> Coverage:
    """As ``ProjectPage.coverage``, from rows and concepts that are read already."""
    return coverage_of(
        [
            Claim(tag.aspect, bool(row.evidence))
            for row in facts.claims.all()
            if (tag := concepts.get(row.tag_id)) is not None
        ],
        [row.aspect for row in facts.exemptions.all()],
    )


def aspect_parts(
    facts, coverage: Coverage, needs: list[ShownNeed], concepts: ConceptIndex
) -> list[AspectPart]:
    parts, exemptions = [], facts.exemptions.all()
    claims = [(row, concepts.get(row.tag_id)) for row in facts.claims.all()]
    for aspect in ASPECTS:
        parts.append(
            AspectPart(
                aspect,
                Aspect(aspect).label,
                coverage[aspect],
                [(row, tag) for row, tag in claims if tag and tag.aspect == aspect],
                next((row for row in exemptions if row.aspect == aspect), None),
                [
                    shown.competence
                    for shown in needs
                    if shown.is_open and shown.competence.aspect == aspect
                ],
                facts.gap(aspect),
            )
        )
    return parts


def shown_needs(page, concepts: ConceptIndex) -> list[ShownNeed]:
    """Open and filled needs; what was closed is no longer said."""
    rows = list(page.facts.needs.all())
    if not rows:
        return []
    states = dict(
        NeedState.objects.filter(record_id=page.translation_key).values_list(
            "need_key", "state"
        )
    )
    shown = [
        ShownNeed(row, competence, states.get(row.key, NeedState.State.OPEN))
        for row in rows
        if (competence := concepts.get(row.competence_id)) is not None
    ]
    return [need for need in shown if need.state != NeedState.State.CLOSED]


def shown_team(page) -> list[Member]:
    rows = list(page.facts.team.all())
    pages = public_pages(
        PersonRecord, [row.person_id for row in rows], visible=page.visible
    )
    return [Member(row, pages[row.person_id]) for row in rows if row.person_id in pages]


def shown_documents(facts) -> list[tuple[object, object]]:
    """(row, document) of those that anyone may fetch."""
    rows = list(facts.documents.all())
    if not rows:
        return []
    restricted = Q(pk=None)
    for restriction in CollectionViewRestriction.objects.select_related("collection"):
        restricted |= Q(collection__path__startswith=restriction.collection.path)
    found = (
        get_document_model()
        .objects.filter(pk__in=[row.document_id for row in rows])
        .exclude(restricted)
        .in_bulk()
    )
    return [(row, found[row.document_id]) for row in rows if row.document_id in found]


def plan_of(page, concepts: ConceptIndex) -> Plan | None:
    facts = page.facts
    if not is_plan(facts):
        return None
    periods = periods_of(facts, concepts)
    today = timezone.localdate()
    return Plan(
        steps(periods, today),
        comment_window(periods, today),
        "consultation" if facts.procedure == "limited" else "review",
    )


def organisations_of(page) -> dict[int, ShownOrganisation]:
    """All that the project names, by id."""
    facts = page.facts
    return shown_organisations(
        [
            facts.coordinator_id,
            *(row.organisation_id for row in facts.partners.all()),
            *(row.funder_id for row in facts.funding.all()),
        ],
        visible=page.visible,
        locale_id=page.locale_id,
    )


def place_of(facts, concepts: ConceptIndex) -> SchematicMap | None:
    """The schematic map, where the project has a point."""
    if facts.latitude is None or facts.longitude is None:
        return None
    districts = [
        # Their own names in every language: translations in brackets have no room.
        District(concept.name_in("sv").text, *map(float, concept.details["point"]))
        for concept in concepts.roots("districts")
        if concept.details.get("point")
    ]
    return schematic_map(
        districts, longitude=float(facts.longitude), latitude=float(facts.latitude)
    )


def project_context(page) -> dict:
    """Everything ``pages/project.html`` needs beside the page itself."""
    facts, concepts = page.facts, concept_index()
    ids = load_children(facts, ROWS, LINKS, also={"history": changes_of_page()})
    linked = {
        name: [concept for concept in concepts if concept.id in set(ids[name])]
        for name in LINKS
    }
    needs = shown_needs(page, concepts)
    coverage = coverage_shown(facts, concepts)
    return {
        "facts": facts,
        "coverage": coverage,
        "history": history_in(ids.pop("history")),
        "concept_ids": ids,
        **linked,
        "aspects": aspect_parts(facts, coverage, needs, concepts),
        "explanation_due": is_explanation_due(facts, concepts),
        "needs": needs,
        "team": shown_team(page),
        "documents": shown_documents(facts),
        "plan": plan_of(page, concepts),
        "place": place_of(facts, concepts),
        "organisations": organisations_of(page),
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

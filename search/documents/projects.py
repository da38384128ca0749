"""Documents of projects."""

import uuid
from collections import defaultdict
from dataclasses import dataclass

from projects.case_numbers import compact_case_number, normalise_case_number
from projects.coverage import Claim, coverage_of
from projects.models import (
    AspectClaim,
    AspectExemption,
    CaseNumber,
    Decision,
    Funding,
    Need,
    NeedState,
    Output,
    Partner,
    PhasePeriod,
    ProjectPage,
    ProjectRecord,
    TeamMember,
)
from search.documents import parts
from search.documents.document import DocumentText, SearchDocument
from search.documents.keys import project_key
from search.documents.people import publicly_known
from search.documents.visibility import Visibility
from search.documents.vocabulary import Vocabulary
from taxonomy.queries import concept_index

#: The years of a period: 2010-2014, 2015-2019 …
PERIOD = 5
_LONGEST = 60  # years; a longer project has a mistyped date


@dataclass(frozen=True, slots=True)
class _Facts:
    """Everything that a batch of source pages says, by page id."""

    rows: dict[type, dict[int, list]]
    tags: dict[int, list[int]]
    subjects: dict[int, list[int]]
    districts: dict[int, list[int]]
    team: dict[uuid.UUID, str]
    settled: dict[uuid.UUID, set[uuid.UUID]]

    def of(self, model: type, page: ProjectPage) -> list:
        return self.rows[model].get(page.pk, [])


def build(keys: list[uuid.UUID], visibility: Visibility) -> list[SearchDocument]:
    """The documents of the records that may be seen; a constant number of queries."""
    sources = dict(
        ProjectRecord.objects.filter(pk__in=keys).values_list("pk", "source_locale_id")
    )
    pages = defaultdict(list)
    for page in (
        ProjectPage.objects.filter(translation_key__in=sources)
        .select_related("locale", "coordinator")
        .order_by("pk")
    ):
        pages[page.translation_key].append(page)
    shown = {
        key: public
        for key, own in pages.items()
        if (public := visibility.of_record(own, sources[key]))
    }
    facts = _facts([next(iter(public.values())) for public in shown.values()])
    vocabulary = Vocabulary()
    return [_document(key, shown[key], facts, vocabulary) for key in shown]


def _facts(pages: list[ProjectPage]) -> _Facts:
    ids = [page.pk for page in pages]
    inline = {
        CaseNumber: (),
        AspectClaim: ("tag",),
        AspectExemption: (),
        Decision: (),
        Output: (),
        Need: (),
        Partner: ("organisation",),
        Funding: ("funder",),
        TeamMember: (),
        PhasePeriod: (),
    }
    rows = {
        model: parts.by_page(
            _joined(model, joins).filter(page__in=ids).order_by("sort_order", "pk")
        )
        for model, joins in inline.items()
    }
    people = {row.person_id for team in rows[TeamMember].values() for row in team}
    settled = defaultdict(set)
    for record, need in (
        NeedState.objects.filter(record__in=[page.translation_key for page in pages])
        .exclude(state=NeedState.State.OPEN)
        .values_list("record_id", "need_key")
    ):
        settled[record].add(need)
    return _Facts(
        rows=rows,
        tags=parts.concepts_by_page(ProjectPage.tags, ids),
        subjects=parts.concepts_by_page(ProjectPage.subjects, ids),
        districts=parts.concepts_by_page(ProjectPage.districts, ids),
        team=publicly_known(people),
        settled=settled,
    )


def _joined(model: type, joins: tuple[str, ...]):
    return model.objects.select_related(*joins) if joins else model.objects.all()


def _concepts(page: ProjectPage, facts: _Facts) -> list[int]:
    concepts = [
        *facts.tags.get(page.pk, ()),
        *(claim.tag_id for claim in facts.of(AspectClaim, page)),
        *facts.subjects.get(page.pk, ()),
        *facts.districts.get(page.pk, ()),
        *(need.competence_id for need in facts.of(Need, page)),
    ]
    return list(dict.fromkeys(concepts))


def _document(
    key: uuid.UUID,
    pages: dict[str, ProjectPage],
    facts: _Facts,
    vocabulary: Vocabulary,
) -> SearchDocument:
    page = next(iter(pages.values()))
    case_numbers = facts.of(CaseNumber, page)
    concepts = _concepts(page, facts)
    coverage = coverage_of(
        [
            Claim(claim.tag.aspect, bool(claim.evidence))
            for claim in facts.of(AspectClaim, page)
        ],
        [exemption.aspect for exemption in facts.of(AspectExemption, page)],
    )
    needs = [
        need.competence_id
        for need in facts.of(Need, page)
        if need.key not in facts.settled[key]
    ]
    organisations = [
        page.coordinator,
        *(partner.organisation for partner in facts.of(Partner, page)),
        *(funding.funder for funding in facts.of(Funding, page)),
    ]
    organisations = [organisation for organisation in organisations if organisation]
    team = [
        facts.team[member.person_id]
        for member in facts.of(TeamMember, page)
        if member.person_id in facts.team
    ]
    texts = {
        lang: _text(own, lang, page, facts, page.gaps_in(lang, coverage))
        for lang, own in pages.items()
    }
    first = case_numbers[0] if case_numbers else None
    return SearchDocument(
        key=project_key(key),
        type="project",
        identifier=first.identifier if first else str(key),
        texts=texts,
        keywords=parts.merged_words(
            vocabulary.words(concepts),
            parts.organisation_names(*organisations),
            dict.fromkeys(("sv", "en"), team),
        ),
        numbers=_numbers(page, case_numbers),
        facets={
            "type": ("project",),
            "aspect": coverage.addressed,
            "missing": coverage.missing,
            **vocabulary.narrowings(concepts),
            "need": tuple(
                concept.identifier for concept in vocabulary.with_broader(needs)
            ),
            "sector": tuple(dict.fromkeys(o.sector for o in organisations)),
            "organisation": tuple(dict.fromkeys(str(o.pk) for o in organisations)),
            "status": (page.status,) if page.status else (),
            "period": periods(page.start, page.end),
        },
        sort_titles=parts.sort_titles(texts),
        date=page.start or page.end,
        updated=parts.latest_change(pages.values()),
        visible_until=page.expire_at,
        coverage={aspect: str(state) for aspect, state in coverage.items()},
        extra={
            "number": first.number if first else "",
            "registry": first.registry if first else "",
            "status": page.status,
            "start": page.start,
            "end": page.end,
            "coordinator": parts.pair(page.coordinator, "name")
            if page.coordinator
            else {},
            "districts": [
                vocabulary.names(pk) for pk in facts.districts.get(page.pk, ())
            ],
            "comment_periods": _comment_periods(facts.of(PhasePeriod, page)),
            "needs": [vocabulary.names(pk) for pk in dict.fromkeys(needs)],
        },
    )


def _text(
    own: ProjectPage, lang: str, source: ProjectPage, facts: _Facts, gaps: list[str]
) -> DocumentText:
    """The page's own texts, and what the facts say in its language."""
    pairs = [
        *((claim, "claim") for claim in facts.of(AspectClaim, source)),
        *((exemption, "reason") for exemption in facts.of(AspectExemption, source)),
        *((need, "description") for need in facts.of(Need, source)),
        *((decision, "title") for decision in facts.of(Decision, source)),
        *((output, "title") for output in facts.of(Output, source)),
    ]
    body = [
        *map(parts.plain, (own.purpose, own.results, own.approach, own.body)),
        *(getattr(row, f"{field}_{lang}") for row, field in pairs),
        *gaps,
    ]
    return parts.text_of(own, parts.joined(body))


def _comment_periods(rows: list[PhasePeriod]) -> list[dict]:
    """The phases that anybody may comment in, with their dates as ISO 8601.

    Dates, not an answer: a hit asks anew each day whether one may comment.
    """
    if not rows:
        return []
    concepts = concept_index()
    phases = [phase.id for phase in concepts.roots("phases")]  # In legal order.
    return [
        {
            "order": phases.index(row.phase_id),
            **{
                name: value.isoformat() if (value := getattr(row, name)) else ""
                for name in ("starts", "ends", "checked_on")
            },
        }
        for row in rows
        if row.phase_id in phases and concepts[row.phase_id].details.get("public_input")
    ]


def _numbers(page: ProjectPage, case_numbers: list[CaseNumber]) -> tuple[str, ...]:
    """Every spelling that leads to the project first, normalised."""
    found = [row.normalised for row in case_numbers]
    found += [normalise_case_number(row.identifier) for row in case_numbers]
    if page.plan_case_number:
        found.append(normalise_case_number(page.plan_case_number))
    found += [compact_case_number(number) for number in found]
    return tuple(dict.fromkeys(number for number in found if number))


def periods(start: str, end: str) -> tuple[str, ...]:
    """The five-year periods that a project touches: ``2010-2014``, ``2015-2019``.

    A project with one date touches the period of that date only.
    """
    first, last = (start or end)[:4], (end or start)[:4]
    if not (first and last) or int(last) < int(first):
        return ()
    low, high = int(first), min(int(last), int(first) + _LONGEST)
    return tuple(
        f"{year}-{year + PERIOD - 1}"
        for year in range(low - low % PERIOD, high + 1, PERIOD)
    )

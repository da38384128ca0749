"""What the front page shows of projects and people, in few queries.

The number of queries is the same however many rows there are; the answer is frozen
dataclasses in the reader's language.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, OuterRef, Q, Subquery, Value
from django.utils import timezone
from wagtail.models import Page

from core.languages import Text, current_language
from core.public import visible_to_all
from people.models import Level, PersonPage, PersonRecord
from projects.coverage import ASPECTS, Coverage, State
from projects.models import Decision, ProjectPage
from projects.queries import coverage_of_projects, open_needs, public_sources
from taxonomy.queries import concept_index


@dataclass(frozen=True, slots=True)
class Link:
    """A public page to go to: its title, address and language."""

    title: str
    url: str
    lang: str


@dataclass(frozen=True, slots=True)
class SoughtCompetence:
    """An open need as its row has it; ``until`` is a date or nothing."""

    competence_id: int
    level: int
    count: int
    until: date | None
    project_key: UUID

    @property
    def level_name(self) -> str:
        return str(Level(self.level).label)


@dataclass(frozen=True, slots=True)
class OpenNeed:
    competence: Text
    #: The aspect that the competence serves; empty when it serves none in particular.
    aspect: str
    need: SoughtCompetence
    project: Link


@dataclass(frozen=True, slots=True)
class LatestDecision:
    #: A partial date: ``2023-06`` is June 2023.
    date: str
    title: Text
    body: str
    url: str
    project: Link


@dataclass(frozen=True, slots=True)
class ListedProject:
    link: Link
    summary: str
    coverage: Coverage
    page: ProjectPage


@dataclass(frozen=True, slots=True)
class ListedPerson:
    link: Link
    role: str
    page: PersonPage


@dataclass(frozen=True, slots=True)
class CityCoverage:
    """How all public projects together cover the three aspects."""

    #: By the source page's primary key, oldest project first.
    by_page: dict[int, Coverage]

    @property
    def projects(self) -> list[Coverage]:
        return list(self.by_page.values())

    @property
    def total(self) -> int:
        return len(self.by_page)

    @property
    def complete(self) -> int:
        """Projects with evidence for all three aspects."""
        return sum(
            len(coverage.in_state(State.COVERED)) == len(ASPECTS)
            for coverage in self.by_page.values()
        )

    def counts(self, aspect: str) -> dict[str, int]:
        """State → number of projects, with every state there."""
        counted = Counter(coverage[aspect] for coverage in self.by_page.values())
        return {state.value: counted[state] for state in State}


@dataclass(frozen=True, slots=True)
class Totals:
    projects: int
    people: int
    needs: int


@dataclass(frozen=True, slots=True)
class FrontPage:
    totals: Totals
    city: CityCoverage
    needs: list[OpenNeed]
    decisions: list[LatestDecision]
    projects: list[ListedProject]
    people: list[ListedPerson]


def front_page(
    *,
    needs: int = 6,
    decisions: int = 5,
    projects: int = 7,
    people: int = 6,
    visible: Q | None = None,
) -> FrontPage:
    """All of it, in a number of queries that no number of rows changes.

    ``visible``: what :func:`core.public.visible_to_all` said, where it is at hand.
    """
    reader = _Reader(visible=visible)
    chosen_needs, open_count = reader.needs(needs)
    chosen_decisions = reader.decisions(decisions)
    newest = reader.ids[: -projects - 1 : -1]
    pages = reader.pages(
        {need.project_key for need in chosen_needs}
        | {row.page.translation_key for row in chosen_decisions}
        | {reader.keys[pk] for pk in newest}
    )
    coverage = coverage_of_projects(reader.ids)
    chosen_people, people_count = reader.people(people)
    concepts = concept_index()
    return FrontPage(
        totals=Totals(len(reader.ids), people_count, open_count),
        city=CityCoverage(coverage),
        needs=[
            OpenNeed(
                concepts[need.competence_id].name,
                concepts[need.competence_id].aspect,
                need,
                _link(pages[need.project_key]),
            )
            for need in chosen_needs
            if need.project_key in pages
        ],
        decisions=[
            LatestDecision(
                row.date,
                row.title,
                row.body,
                row.url,
                _link(pages[row.page.translation_key]),
            )
            for row in chosen_decisions
            if row.page.translation_key in pages
        ],
        projects=_listed(newest, reader.keys, pages, coverage),
        people=chosen_people,
    )


def projects_tagged(concept_ids, *, limit: int = 12) -> list[ListedProject]:
    """Public projects with any of these tags, newest first, in five queries."""
    tagged = ProjectPage.objects.filter(tags__in=list(concept_ids)).values("pk")
    reader = _Reader(tagged)
    newest = reader.ids[: -limit - 1 : -1]
    pages = reader.pages({reader.keys[pk] for pk in newest})
    return _listed(newest, reader.keys, pages, coverage_of_projects(newest))


class _Reader:
    """Reads what is public, and asks for the restrictions only once."""

    def __init__(self, among=None, *, visible: Q | None = None):
        self.visible = visible or visible_to_all()
        self.sources = public_sources(self.visible)
        if among is not None:
            self.sources = self.sources.filter(pk__in=among)
        #: Public projects' source pages and their records, the oldest first.
        self.keys = dict(
            self.sources.order_by("first_published_at", "pk").values_list(
                "pk", "translation_key"
            )
        )
        self.ids = list(self.keys)

    def needs(self, limit: int) -> tuple[list[SoughtCompetence], int]:
        """Open needs, one a project and competence; and how many there are.

        One of each, so that no single project fills the list.
        """
        rows = open_needs(self.sources).exclude(until__lt=timezone.localdate())
        found = list(
            rows.values_list(
                "page_id", "competence_id", "level", "count", "until",
                "page__translation_key",
            )
        )  # fmt: skip
        chosen, projects, competences = [], set(), set()
        for row in found:
            page, competence, *_rest = row
            if len(chosen) < limit and not (
                page in projects or competence in competences
            ):
                projects.add(page)
                competences.add(competence)
                chosen.append(SoughtCompetence(*row[1:]))
        return chosen, len(found)

    def decisions(self, limit: int) -> list[Decision]:
        return list(
            Decision.objects.filter(
                page__in=Page.objects.filter(pk__in=self.sources.values("pk")).values(
                    "pk"
                )
            )
            .select_related("page")
            .order_by("-date", "pk")[:limit]
        )

    def pages(self, keys: set) -> dict:
        """Of public projects: record key → the page in the reader's language."""
        return _in_readers_language(
            ProjectPage.objects.filter(
                self.visible, translation_key__in=keys
            ).select_related("locale")
        )

    def people(self, limit: int) -> tuple[list[ListedPerson], int]:
        """The profiles published last, and how many there are."""
        record = PersonRecord.objects.filter(pk=OuterRef("translation_key"))
        public = PersonPage.objects.filter(self.visible)
        sources = public.filter(locale=Subquery(record.values("source_locale")[:1]))
        latest = sources.order_by("-first_published_at", "-pk")
        count = sources.order_by().values(all=Value(1)).annotate(n=Count("*"))
        rows = list(
            public.filter(translation_key__in=latest.values("translation_key")[:limit])
            .select_related("locale")
            .annotate(
                hidden=Subquery(record.values("hidden_fields")[:1]),
                total=Subquery(count.values("n")),
            )
            .order_by("-first_published_at", "-pk")
        )
        listed = [
            ListedPerson(
                _link(page), "" if "role" in (page.hidden or []) else page.role, page
            )
            for page in _in_readers_language(rows).values()
        ]
        return listed, rows[0].total if rows else 0


def _in_readers_language(pages) -> dict:
    """Record key → its page in the reader's language, else in the other."""
    lang, chosen = current_language(), {}
    for page in pages:
        if page.locale.language_code == lang or page.translation_key not in chosen:
            chosen[page.translation_key] = page
    return chosen


def _listed(ids, keys, pages, coverage) -> list[ListedProject]:
    return [
        ListedProject(_link(page), page.summary, coverage[pk], page)
        for pk, page in ((pk, pages.get(keys[pk])) for pk in ids)
        if page is not None
    ]


def _link(page) -> Link:
    return Link(page.title, page.get_url(), page.locale.language_code)

"""Projects: what is to become of a row, and doing it."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from projects.case_numbers import normalise_case_number, normalise_registry
from projects.importers.report import Outcome
from projects.models import CaseNumber, ProjectPage

from .memory import Memory, digest_of, edited_by_hand
from .organisations import Organisations
from .people import People
from .project_pages import new_page, status_on, write_facts, write_texts
from .rows import ProjectRow
from .sections import Sections, stamp_published
from .subjects import Subjects

SOURCE = "swecris/projects"
KIND = "project"


@dataclass(frozen=True)
class Plan:
    """What a row calls for; ``row`` holds only what this site can take."""

    row: ProjectRow
    outcome: Outcome
    reasons: tuple[str, ...] = ()
    digest: str = ""
    record: UUID | None = None


class Projects:
    """Plans rows without writing, and carries plans out."""

    def __init__(
        self, people: People, sections: Sections, *, today: date, with_subjects: bool
    ):
        self.people = people
        self.sections = sections
        self.today = today
        self.with_subjects = with_subjects
        self.organisations = Organisations()
        self.subjects = Subjects()
        self.memory = Memory(SOURCE)
        self._load_numbers()

    def _load_numbers(self):
        self._numbers = {
            (registry, number): key
            for registry, number, key in CaseNumber.objects.values_list(
                "registry_key", "normalised", "page__translation_key"
            )
        }
        self._planned: set[tuple[str, str]] = set()

    def forget(self):
        """Read all that is kept in memory anew: a write was undone."""
        planned = self._planned
        for part in (
            self.people, self.sections, self.organisations, self.subjects, self.memory,
        ):  # fmt: skip
            part.forget()
        self._load_numbers()
        self._planned = planned

    def plan(self, row: ProjectRow) -> Plan:
        notes = ()
        texts = tuple(t for t in row.texts if t.lang in self.sections.languages)
        if not texts:
            return Plan(row, Outcome.REFUSED, (_no_language(row.texts),))
        if len(texts) < len(row.texts):
            notes = (_no_language(t for t in row.texts if t not in texts),)
        row = replace(row, texts=texts)
        if not self.with_subjects:
            row = replace(row, subjects=())
        number = (normalise_registry(row.registry), normalise_case_number(row.number))
        if number in self._planned:
            return Plan(row, Outcome.REFUSED, (_("The file has this number twice."),))
        self._planned.add(number)
        digest = self._digest(row)
        item = self.memory.get(row.key)
        if item is None:
            if number in self._numbers:
                reason = _("The number belongs to a project that is not from Swecris.")
                return Plan(row, Outcome.REFUSED, (reason,))
            return Plan(row, Outcome.CREATED, notes, digest)
        if item.digest == digest:
            return Plan(row, Outcome.UNCHANGED, notes, digest, item.record)
        pages = ProjectPage.objects.filter(translation_key=item.record)
        if reason := edited_by_hand(pages, live=True):
            return Plan(row, Outcome.REFUSED, (reason,))
        return Plan(row, Outcome.UPDATED, notes, digest, item.record)

    def _digest(self, row: ProjectRow) -> str:
        """Names and ORCIDs of people are the people's own and do not count here."""
        people = tuple(replace(person, name="", orcid="") for person in row.people)
        return digest_of(
            replace(row, people=people),
            status=status_on(row, self.today),
            with_subjects=self.with_subjects,
        )

    # --- writing ---------------------------------------------------------------------

    def carry_out(self, plan: Plan) -> list[ProjectPage]:
        """Write a plan that creates or updates; the pages that were written."""
        row = plan.row
        home = self.organisations.get(row.home)
        related = {
            "coordinator": home if row.coordinator else None,
            "funder": self.organisations.get(row.funder),
            "team": self.people.team(row, home),
            "subjects": self.subjects.concepts(row.subjects)
            if self.with_subjects
            else None,
        }
        if plan.outcome == Outcome.CREATED:
            pages = self._create(row, home, related)
        else:
            pages = self._update(plan, home, related)
        self.memory.remember(row.key, pages[0].translation_key, plan.digest)
        return pages

    def _create(self, row, home, related) -> list[ProjectPage]:
        source, parent = new_page(row, row.texts[0], home, self.sections)
        write_facts(source, row, self.today, **related)
        parent.add_child(instance=source)
        return [source, *self._add_translations(row, source, home, row.texts[1:])]

    def _update(self, plan: Plan, home, related) -> list[ProjectPage]:
        """Facts go to the source page, whatever language the row would now begin with.

        A language that the row no longer has keeps its page as it is.
        """
        row, texts = plan.row, {text.lang: text for text in plan.row.texts}
        pages = list(
            ProjectPage.objects.filter(translation_key=plan.record).select_related(
                "locale"
            )
        )
        pages.sort(key=lambda page: not page.is_source)
        for page in pages:
            if text := texts.pop(page.locale.language_code, None):
                write_texts(page, text)
            if page.is_source:
                write_facts(page, row, self.today, **related)
            if page.live:
                stamp_published(page)
            page.save()
        return [*pages, *self._add_translations(row, pages[0], home, texts.values())]

    def _add_translations(self, row, source, home, texts) -> list[ProjectPage]:
        pages = []
        for text in texts:
            page, parent = new_page(row, text, home, self.sections)
            page.translation_key = source.translation_key
            parent.add_child(instance=page)
            pages.append(page)
        return pages


def _no_language(texts) -> str:
    return _("The site has no organisations' pages in: %(languages)s.") % {
        "languages": ", ".join(text.lang for text in texts)
    }

"""People of the rows: drafts without a legal basis, until somebody was told."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from people.models import Organisation, PersonPage, PersonRecord
from projects.importers.report import Line, Outcome

from .memory import Memory, digest_of, edited_by_hand
from .rows import PersonRow, ProjectRow
from .sections import Sections, stamp_published

SOURCE = "swecris/people"
KIND = "person"
#: Profiles are written in the site's first language; a translation is an editor's.
LANGUAGE = "sv"


@dataclass(frozen=True)
class Publication:
    """That the people are to be published, and the day they were told of it."""

    informed_on: date


class People:
    """Makes, updates and publishes the profiles of an import.

    Several rows name one person: the first name and the first ORCID count. Someone
    with the ORCID of a profile that is already there is that person, whose profile the
    import leaves alone. Someone whose profile was deleted here stays away.
    """

    def __init__(self, rows: list[ProjectRow], sections: Sections):
        self.sections = sections
        self.memory = Memory(SOURCE)
        self.people: dict[str, PersonRow] = {}
        for row in rows:
            for person in row.people:
                known = self.people.setdefault(
                    person.key, replace(person, role_sv="", role_en="")
                )
                if person.orcid and not known.orcid:
                    self.people[person.key] = replace(known, orcid=person.orcid)
        self.language = next(
            lang
            for lang in (LANGUAGE, *sections.languages)
            if lang in sections.languages
        )
        self.forget()

    def forget(self):
        """Read anew from the database."""
        self.memory.forget()
        self._by_orcid = dict(
            PersonPage.objects.exclude(orcid="").values_list("orcid", "translation_key")
        )
        self._records = set(PersonRecord.objects.values_list("pk", flat=True))
        self._with_page = set(
            PersonPage.objects.values_list("translation_key", flat=True)
        )
        self.created: set[str] = set()

    def team(self, row: ProjectRow, organisation: Organisation) -> list[tuple]:
        """The row's people that have a profile, as (person row, record's key)."""
        team = []
        for person in row.people:
            record = self._record(self.people[person.key], organisation)
            if record and record not in [known for _person, known in team]:
                team.append((person, record))
        return team

    def _record(self, person: PersonRow, organisation: Organisation):
        if item := self.memory.get(person.key):
            present = item.record in self._records and item.record in self._with_page
            return item.record if present else None
        record = self._by_orcid.get(person.orcid) if person.orcid else None
        digest = ""
        if record is None:
            record = self._create(person, organisation)
            digest = digest_of(person)
            self.created.add(person.key)
        self.memory.remember(person.key, record, digest)
        return record

    def _create(self, person: PersonRow, organisation: Organisation):
        parent = self.sections.page(organisation, self.language)
        page = PersonPage(
            title=person.name,
            slug=self.sections.free_slug(parent, person.name),
            orcid=person.orcid,
            organisation=organisation,
            locale=self.sections.locales[self.language],
            live=False,
            has_unpublished_changes=True,
        )
        parent.add_child(instance=page)
        self._records.add(page.translation_key)
        self._with_page.add(page.translation_key)
        if person.orcid:
            self._by_orcid[person.orcid] = page.translation_key
        return page.translation_key

    # --- the second pass: one line for each person ------------------------------

    def finish(self, key: str, publication: Publication | None, *, write: bool):
        """Update and publish one person as asked; the line for the report."""
        person, item = self.people[key], self.memory.get(key)
        if item is None:
            return Line(KIND, key, Outcome.CREATED)  # Only in a dry run.
        digest = digest_of(person)
        outcome = Outcome.CREATED if key in self.created else Outcome.UNCHANGED
        if not item.digest:
            reason = _("The ORCID belongs to another profile, which is left alone.")
            return Line(KIND, key, Outcome.UNCHANGED, (reason,))
        changed = item.digest != digest
        if not changed and not publication:
            return Line(KIND, key, outcome)
        pages = PersonPage.objects.filter(translation_key=item.record)
        page = next((page for page in pages if page.is_source), None)
        to_publish = publication and page is not None and not page.live
        if not changed and not to_publish and page is not None:
            return Line(KIND, key, outcome)
        if reason := edited_by_hand(pages, live=False):
            return Line(KIND, key, Outcome.REFUSED, (reason,))
        if to_publish and (reason := _basis_problem(page.record)):
            return Line(KIND, key, Outcome.REFUSED, (reason,))
        if write:
            page.title = page.draft_title = person.name
            page.orcid = person.orcid
            if to_publish:
                _give_basis(page.record, publication)
                stamp_published(page)
            page.save()
            self.memory.remember(key, item.record, digest)
        return Line(KIND, key, outcome if key in self.created else Outcome.UPDATED)


def _basis_problem(record: PersonRecord) -> str:
    if record.withdrawn_on is not None:
        return _("The legal basis was withdrawn; the profile stays a draft.")
    if record.legal_basis:
        return _("The profile was unpublished here.")
    return ""


def _give_basis(record: PersonRecord, publication: Publication) -> None:
    record.legal_basis = "public_task"
    record.informed_on = publication.informed_on
    record.open_to_introductions = False
    record.save()

"""A row as pages: the facts and the first language, and the other language's text."""

from datetime import date

from projects.models import CaseNumber, Funding, ProjectPage, Status, TeamMember

from .rows import ProjectRow, TextRow
from .sections import Sections, stamp_published


def status_on(row: ProjectRow, today: date) -> str:
    """Where the project stands on a day, as far as its dates tell; empty otherwise."""
    now = today.isoformat()
    if row.end and row.end < now[: len(row.end)]:
        return Status.COMPLETED
    if row.start and row.start > now[: len(row.start)]:
        return Status.PLANNED
    return Status.ONGOING if row.start else ""


def write_texts(page: ProjectPage, text: TextRow) -> None:
    """Put the texts on a page that is not yet saved; its address stays."""
    page.title = page.draft_title = text.title
    for name in ("summary", "purpose", "results", "approach", "body", "editorial_note"):
        setattr(page, name, getattr(text, name))


def write_facts(page: ProjectPage, row: ProjectRow, today: date, **related) -> None:
    """Put the facts on a source page that is not yet saved.

    ``related`` is ``coordinator`` (an organisation or ``None``), ``funder``, ``team``
    (pairs of a person's row and record key) and ``subjects`` (concepts, or ``None``
    to leave them as they are).
    """
    page.coordinator = related["coordinator"]
    page.start, page.end = row.start, row.end
    page.status = status_on(row, today)
    page.status_as_of = ""
    if page.status:
        done = page.status == Status.COMPLETED
        page.status_as_of = row.end if done else today.isoformat()
    page.case_numbers = page.case_numbers.all() or [
        CaseNumber(registry=row.registry, number=row.number)
    ]
    page.funding = [
        Funding(
            funder=related["funder"],
            programme=row.award,
            amount=row.amount,
            year=row.year,
        )
    ]
    page.team = [
        TeamMember(
            person_id=record,
            role_sv=person.role_sv,
            role_en=person.role_en,
            sort_order=place,
        )
        for place, (person, record) in enumerate(related["team"])
    ]
    if related["subjects"] is not None:
        page.subjects = related["subjects"]


def new_page(
    row: ProjectRow, text: TextRow, organisation, sections: Sections
) -> tuple[ProjectPage, object]:
    """A published page, not yet saved, and the section that it goes below."""
    parent = sections.page(organisation, text.lang)
    title = text.title[:60].rpartition(" ")[0] if len(text.title) > 60 else text.title
    page = ProjectPage(
        slug=sections.free_slug(parent, f"{title} {row.number} {row.registry}"),
        locale=sections.locales[text.lang],
    )
    write_texts(page, text)
    stamp_published(page)
    return page, parent

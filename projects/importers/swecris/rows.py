"""What a row of Swecris says, in our words. Gender is not among it, on purpose."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation as a row names it.

    ``number`` is the organisation number's ten digits, or empty; a sole trader's is
    a personal identity number and is never kept. ``kind`` is Swecris' own Swedish
    word for the type of organisation.
    """

    name_sv: str
    name_en: str = ""
    number: str = ""
    kind: str = ""


@dataclass(frozen=True)
class PersonRow:
    """Somebody's part in a project. ``key`` is Swecris' id, else the ORCID."""

    key: str
    name: str
    orcid: str = ""
    role_sv: str = ""
    role_en: str = ""


@dataclass(frozen=True)
class SubjectRow:
    """A research subject of SCB's standard: one to five digits, and its names."""

    code: str
    name_sv: str
    name_en: str = ""


@dataclass(frozen=True)
class TextRow:
    """A project's texts in one language; all but title and summary are rich text."""

    lang: str
    title: str
    summary: str = ""
    purpose: str = ""
    results: str = ""
    approach: str = ""
    body: str = ""
    editorial_note: str = ""


@dataclass(frozen=True)
class ProjectRow:
    """A project. ``key`` is Swecris' own, such as ``2013-01747_Vinnova``.

    ``texts`` holds one or two languages, the source language first. Dates are
    partial ISO dates or empty. ``amount`` is in whole kronor. ``subjects`` is a tuple
    of paths, each from the broadest subject to the narrowest.
    """

    key: str
    number: str
    registry: str
    texts: tuple[TextRow, ...]
    start: str = ""
    end: str = ""
    amount: int | None = None
    year: int | None = None
    award: str = ""
    coordinator: OrganisationRow | None = None
    funder: OrganisationRow | None = None
    people: tuple[PersonRow, ...] = ()
    subjects: tuple[tuple[SubjectRow, ...], ...] = ()

    @property
    def home(self) -> OrganisationRow | None:
        """Whose section the page lies in: the coordinator's, else the funder's."""
        return self.coordinator or self.funder


@dataclass(frozen=True)
class ParsedRow:
    """A row that was understood, or the reason why it was not.

    ``notes`` are sentences about what was left out; ``refusal`` is empty when
    ``row`` is there.
    """

    key: str
    row: ProjectRow | None = None
    refusal: str = ""
    notes: tuple[str, ...] = ()

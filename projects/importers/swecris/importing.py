"""The import as a whole: parse everything, plan row by row, write in batches."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from people.models import PersonPage
from projects.importers.report import Line, Outcome, Report
from projects.models import ProjectPage

from .parsing import parse_row
from .people import People, Publication
from .projects import KIND, Plan, Projects
from .rows import ParsedRow
from .sections import Sections

#: Rows a transaction: on SQLite it holds the only write lock, some two seconds.
BATCH = 25
#: What a single row can do wrong. Anything else is wrong with the site: it stops.
ROW_ERRORS = (ValidationError, IntegrityError, DataError)

Progress = Callable[[Iterable, int, str], Iterable]


def no_progress(items: Iterable, total: int, label: str) -> Iterable:
    return items


@dataclass(frozen=True)
class Options:
    dry_run: bool = False
    publication: Publication | None = None
    with_subjects: bool = True
    progress: Progress = no_progress


def import_projects(values: list[Any], report: Report, options: Options) -> None:
    """Import Swecris' rows (JSON values) and report on each.

    Raises :class:`.sections.NoTree` when the site has nowhere to put them. May be
    stopped at any time: whole batches are in, and the next run goes on.
    """
    parsed = _parsed(values, report, options.progress)
    sections = Sections()
    people = People([row.row for _place, row in parsed], sections)
    projects = Projects(
        people,
        sections,
        today=timezone.localdate(),
        with_subjects=options.with_subjects,
    )
    written = _Written()
    with disable_reference_index_auto_update(), _wagtail_says_no_names():
        try:
            _import_rows(parsed, projects, report, options, written)
            _finish_people(parsed, people, report, options, written)
        finally:
            written.index_references(options.progress)


@contextmanager
def _wagtail_says_no_names():
    """Wagtail logs each page's title, and so the names of people who are drafts."""
    logger = logging.getLogger("wagtail")
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)


def _parsed(values, report, progress) -> list[tuple[int, ParsedRow]]:
    """The rows that were understood and are the first of their key, by place."""
    rows, seen = [], {}
    for place, value in enumerate(progress(values, len(values), _("Reading")), 1):
        row = parse_row(value)
        refusal = row.refusal
        if not refusal and row.key in seen:
            refusal = _("The file has this projectId already, in row %(place)d.") % {
                "place": seen[row.key]
            }
        if refusal:
            report.add(Line(KIND, row.key, Outcome.REFUSED, (refusal,), place))
            continue
        seen[row.key] = place
        rows.append((place, row))
    return rows


def _import_rows(parsed, projects, report, options, written) -> None:
    steps = iter(options.progress(parsed, len(parsed), _("Projects")))
    while batch := list(islice(steps, BATCH)):
        plans = [(place, row, projects.plan(row.row)) for place, row in batch]
        if options.dry_run or not any(_writes(plan) for _p, _r, plan in plans):
            lines = [_line(*entry) for entry in plans]
        else:
            with transaction.atomic():
                lines = [_carry_out(projects, written, *entry) for entry in plans]
        # Told only now: had the batch failed, none of it would be true.
        for line in lines:
            report.add(line)


def _writes(plan: Plan) -> bool:
    return plan.outcome in (Outcome.CREATED, Outcome.UPDATED)


def _line(place: int, row: ParsedRow, plan: Plan) -> Line:
    return Line(KIND, row.key, plan.outcome, (*plan.reasons, *row.notes), place)


def _carry_out(projects, written, place: int, row: ParsedRow, plan: Plan) -> Line:
    if not _writes(plan):
        return _line(place, row, plan)
    try:
        with transaction.atomic():
            written.projects.extend(page.pk for page in projects.carry_out(plan))
    except ROW_ERRORS as error:
        projects.forget()
        reasons = tuple(getattr(error, "messages", None) or [str(error)])
        return Line(KIND, row.key, Outcome.REFUSED, reasons, place)
    return _line(place, row, plan)


def _finish_people(parsed, people, report, options, written) -> None:
    refused = {line.key for line in report.lines if line.outcome == Outcome.REFUSED}
    keys = dict.fromkeys(
        person.key
        for _place, row in parsed
        if row.key not in refused
        for person in row.row.people
    )
    steps = iter(options.progress(keys, len(keys), _("People")))
    while batch := list(islice(steps, BATCH)):
        with transaction.atomic():
            lines = [
                people.finish(key, options.publication, write=not options.dry_run)
                for key in batch
            ]
        for line in lines:
            report.add(line)
            if line.outcome in (Outcome.CREATED, Outcome.UPDATED):
                item = people.memory.get(line.key)
                written.people.extend([item.record] if item else [])


class _Written:
    """What was written, for Wagtail's index of what refers to what."""

    def __init__(self):
        self.projects: list[int] = []
        self.people: list[Any] = []

    def pages(self) -> Iterator:
        for start in range(0, len(self.projects), 200):
            yield from ProjectPage.objects.filter(
                pk__in=self.projects[start : start + 200]
            )
        for start in range(0, len(self.people), 200):
            yield from PersonPage.objects.filter(
                translation_key__in=self.people[start : start + 200]
            )

    def index_references(self, progress: Progress) -> None:
        total = len(self.projects) + len(self.people)
        steps = iter(progress(self.pages(), total, _("References")))
        while batch := list(islice(steps, BATCH)):
            with transaction.atomic():
                for page in batch:
                    ReferenceIndex.create_or_update_for_object(page)

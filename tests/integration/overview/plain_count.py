"""The same figures, counted one by one in Python, by another way than the statements.

Reads each page and asks it what it says, as somebody with a pencil would.
"""

from collections import Counter
from datetime import timedelta
from itertools import combinations

from django.utils import timezone

from overview.models import NeedOpened
from people.models import PersonPage, PersonRecord
from projects.models import NeedState, ProjectPage

ALL, CITYWIDE, NOT_STATED = -2, 0, -1


def public_projects():
    return [
        page
        for page in ProjectPage.objects.all()
        if page.is_source and page.is_public and not page.get_view_restrictions()
    ]


def phase_of(page) -> str:
    today = timezone.localdate()
    rows = list(page.phase_periods.all())
    running = [
        row.phase
        for row in rows
        if row.starts
        and row.starts <= today
        and (row.ends is None or row.ends >= today)
    ]
    if running:
        return max(running, key=lambda phase: phase.order).notation
    if rows or page.procedure:
        return "between"
    return page.status or "unknown"


def districts_of(page) -> list[int]:
    ids = [concept.pk for concept in page.districts.all()]
    return ids or ([CITYWIDE] if page.citywide else [NOT_STATED])


def coverage() -> Counter:
    """(phase, district or ALL, three states) → projects."""
    found = Counter()
    for page in public_projects():
        states = tuple(
            page.coverage[aspect] for aspect, _state in page.coverage.items()
        )
        for district in [ALL, *districts_of(page)]:
            found[phase_of(page), district, states] += 1
    return found


def is_open(page, need) -> bool:
    row = NeedState.objects.filter(
        record=page.translation_key, need_key=need.key
    ).first()
    today = timezone.localdate()
    return (row is None or row.state == "open") and (
        need.until is None or need.until >= today
    )


def opened(page, need):
    row = NeedState.objects.filter(
        record=page.translation_key, need_key=need.key
    ).first()
    first = NeedOpened.objects.filter(need_key=need.key).first()
    times = [page.first_published_at]
    times += [first.opened_at] if first else []
    times += [row.changed_at] if row else []
    return max(times)


def needs() -> dict:
    """(competence, district or ALL) → [needs, people, unmet]."""
    found = {}
    month_ago = timezone.now() - timedelta(days=30)
    for page in public_projects():
        for need in page.needs.all():
            if not is_open(page, need):
                continue
            for district in [ALL, *districts_of(page)]:
                row = found.setdefault((need.competence_id, district), [0, 0, 0])
                row[0] += 1
                row[1] += need.count
                row[2] += opened(page, need) < month_ago
    return found


def people() -> dict:
    """(competence or ALL, district or ALL) → [people, available]."""
    found = {}
    today = timezone.localdate()
    for page in PersonPage.objects.all():
        record = PersonRecord.objects.get(pk=page.translation_key)
        if not (page.is_source and page.is_public and record.has_basis):
            continue
        shown = {row.concept_id for row in page.shown_competences()}
        places = [concept.pk for concept in page.districts.all()]
        if not page.shows("districts") or not places:
            places = [NOT_STATED]
        available = (
            record.open_to_introductions
            and record.legal_basis != "deceased"
            and page.died is None
            and (record.paused_until is None or record.paused_until < today)
            and (record.reconfirm_by is None or record.reconfirm_by >= today)
        )
        for competence in [ALL, *shown] if shown else []:
            for district in [ALL, *places]:
                row = found.setdefault((competence, district), [0, 0])
                row[0] += 1
                row[1] += available
    return found


def members_of(page) -> dict:
    rows = [row.organisation for row in page.partners.all()]
    rows += [page.coordinator] if page.coordinator else []
    return {organisation.pk: organisation for organisation in rows}


def sectors() -> Counter:
    found = Counter()
    for page in public_projects():
        there = {organisation.sector for organisation in members_of(page).values()}
        found.update((one, other) for one in there for other in there)
    return found


def ties() -> Counter:
    found = Counter()
    for page in public_projects():
        found.update(combinations(sorted(members_of(page)), 2))
    return found

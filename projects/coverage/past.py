"""The coverage of versions that were public before anybody wrote it down."""

import json
from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from wagtail.models import PageLogEntry, Revision

from projects.models import CoverageChange, ProjectPage
from taxonomy.index import ConceptIndex
from taxonomy.queries import concept_index

from .states import Claim, Coverage, coverage_of


def coverage_in(content: dict, concepts: ConceptIndex) -> Coverage:
    """Of a revision's content, by what its tags mean today."""
    claims = []
    for row in content.get("claims", ()):
        if (tag := concepts.current(row.get("tag"))) is not None:
            claims.append(Claim(tag.aspect, _has_evidence(row.get("evidence"))))
    return coverage_of(claims, [row["aspect"] for row in content.get("exemptions", ())])


def _has_evidence(stored) -> bool:
    """A revision holds a stream as JSON within its JSON."""
    return bool(json.loads(stored) if isinstance(stored, str) and stored else stored)


def published_versions(page: ProjectPage) -> Iterator[tuple[datetime, dict]]:
    """When which content of a source page became public, the oldest first.

    From the page's log, and the live revision for what was published without one.
    Revisions that were purged are left out.
    """
    published = dict(
        PageLogEntry.objects.filter(
            page=page.pk, action="wagtail.publish", revision__isnull=False
        ).values_list("timestamp", "revision_id")
    )
    if page.live_revision_id not in published.values() and page.last_published_at:
        published[page.last_published_at] = page.live_revision_id
    held = Revision.objects.in_bulk({pk for pk in published.values() if pk})
    for at, pk in sorted(published.items()):
        if pk in held:
            yield at, held[pk].content


@transaction.atomic
def fill_in(page: ProjectPage) -> int:
    """Add what was public before the first row that is there; how many rows.

    A second run adds nothing. ``page``: a source page.
    """
    concepts = concept_index()
    own = CoverageChange.objects.filter(record=page.translation_key)
    known = own.order_by("at").first()
    rows, last = [], None
    for at, content in published_versions(page):
        if known is not None and at >= known.at:
            break
        coverage = coverage_in(content, concepts)
        if coverage != last:
            rows.append((at, coverage))
        last = coverage
    if known is not None and last == known.coverage:
        known.delete()  # It was so already: the older row says it.
    CoverageChange.objects.bulk_create(
        CoverageChange(
            record_id=page.translation_key,
            at=at,
            **{aspect: str(state) for aspect, state in coverage.items()},
        )
        for at, coverage in rows
    )
    return len(rows)

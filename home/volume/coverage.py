"""How a generated project's aspects came to be covered, and why some are not."""

from collections.abc import Iterable
from datetime import datetime
from random import Random

from projects.coverage import Claim, Coverage, State, coverage_of
from projects.models import AspectClaim, AspectExemption, CoverageChange, ProjectPage
from projects.models.gaps import LONGEST, gap_fields
from taxonomy.index import IndexedConcept

from .stock import Stock


def covered_by(rows: Iterable, tags: Iterable[IndexedConcept]) -> Coverage:
    """The coverage that a project's rows give it."""
    aspects = {tag.pk: tag.aspect for tag in tags}
    rows = list(rows)
    return coverage_of(
        [
            Claim(aspects[row.tag_id], bool(row.evidence))
            for row in rows
            if isinstance(row, AspectClaim)
        ],
        [row.aspect for row in rows if isinstance(row, AspectExemption)],
    )


def explain(page: ProjectPage, coverage: Coverage, stock: Stock, rng: Random) -> None:
    """Say of every other missing aspect why it is."""
    for aspect in coverage.missing:
        if rng.random() < 0.5:
            for field in gap_fields(aspect):
                writer = stock.writers[field[-2:]]
                setattr(page, field, writer.sentences(rng, (), 1)[:LONGEST])


def history(page: ProjectPage, coverage: Coverage, rng: Random) -> list[CoverageChange]:
    """A published page's changes: at first it was claimed, and shown, of less."""
    if not page.live:
        return []
    at_first = Coverage(**{a: _earlier(state, rng) for a, state in coverage.items()})
    changes = [_change(page, page.first_published_at, at_first)]
    if at_first != coverage:
        changes.append(_change(page, page.last_published_at, coverage))
    return changes


def _earlier(state: State, rng: Random) -> State:
    if state is State.COVERED and rng.random() < 0.4:
        return State.CLAIMED
    if state is not State.MISSING and rng.random() < 0.3:
        return State.MISSING
    return state


def _change(page: ProjectPage, at: datetime, coverage: Coverage) -> CoverageChange:
    return CoverageChange(
        record_id=page.translation_key,
        at=at,
        **{aspect: str(state) for aspect, state in coverage.items()},
    )

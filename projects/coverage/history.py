"""How a project's coverage was, read together with the rest of its page."""

from datetime import UTC, datetime
from operator import itemgetter

from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.utils import timezone

from projects.models.history import CoverageChange

from .states import ASPECTS, Coverage, State
from .timeline import Period, timeline


def changes_of_page() -> QuerySet:
    """A page's changes as JSON, to be read with what else a page has
    (:func:`core.children.load_children`)."""
    return CoverageChange.objects.filter(record=OuterRef("translation_key")).values(
        row=JSONObject(at="at", **{aspect: aspect for aspect in ASPECTS})
    )


def history_in(rows: list[dict]) -> list[Period]:
    """A project's periods, the oldest first, from :func:`changes_of_page`."""
    changes = [
        (
            _moment(row["at"]),
            Coverage(**{aspect: State(row[aspect]) for aspect in ASPECTS}),
        )
        for row in rows
    ]
    changes.sort(key=itemgetter(0))
    return timeline((timezone.localdate(at), coverage) for at, coverage in changes)


def _moment(written: str) -> datetime:
    """As a database writes it in JSON: SQLite's is in UTC, and does not say so."""
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

"""Reading public projects."""

from collections.abc import Iterable

from django.db.models import (
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Length
from wagtail.models import Page

from core.public import visible_to_all

from .coverage import Claim, Coverage, coverage_of
from .models import (
    AspectClaim,
    AspectExemption,
    NeedState,
    ProjectPage,
    ProjectRecord,
)
from .models.needs import Need


def public_sources(visible: Q | None = None) -> QuerySet[ProjectPage]:
    """The source pages of public projects: each project once, with its facts.

    ``visible``: what :func:`core.public.visible_to_all` said, where it is at hand.
    """
    source_locale = ProjectRecord.objects.filter(pk=OuterRef("translation_key")).values(
        "source_locale"
    )
    return ProjectPage.objects.filter(
        visible or visible_to_all(), locale=Subquery(source_locale[:1])
    ).select_related("locale")


def projects_about(concept_ids: Iterable[int]) -> QuerySet[ProjectPage]:
    """Public projects with any of these concepts as tag, subject or district."""
    ids = list(concept_ids)
    tagged = ProjectPage.objects.filter(tags__in=ids).values("pk")
    studied = ProjectPage.objects.filter(subjects__in=ids).values("pk")
    placed = ProjectPage.objects.filter(districts__in=ids).values("pk")
    return public_sources().filter(pk__in=tagged.union(studied, placed))


def open_needs(sources: QuerySet[ProjectPage] | None = None) -> QuerySet[Need]:
    """Needs of public projects that are neither filled nor closed.

    ``sources``: what :func:`public_sources` returned, where it is at hand already.
    """
    if sources is None:
        sources = public_sources()
    state = NeedState.objects.filter(
        record=OuterRef("page__translation_key"), need_key=OuterRef("key")
    ).exclude(state=NeedState.State.OPEN)
    public = Page.objects.filter(pk__in=sources.values("pk"))
    return (
        Need.objects.filter(page__in=public.values("pk"))
        .annotate(settled=Subquery(state.values("pk")[:1]))
        .filter(settled=None)
        .select_related("competence", "page", "page__locale")
        .prefetch_related("competence__labels")
        .order_by("-page__last_published_at", "sort_order", "pk")
    )


def coverage_of_projects(page_ids: Iterable[int]) -> dict[int, Coverage]:
    """Coverage by the ids of source pages, in one query."""
    ids = list(page_ids)
    claimed = (
        AspectClaim.objects.filter(page__in=ids)
        # No evidence is "[]": told by its length, without reading any block.
        .annotate(written=Length(Cast("evidence", TextField())))
        .order_by()
        .values_list("page_id", "tag__aspect", "written")
    )
    exempt = (
        AspectExemption.objects.filter(page__in=ids)
        .annotate(written=Value(_EXEMPT, IntegerField()))
        .order_by()
        .values_list("page_id", "aspect", "written")
    )
    claims: dict[int, list[Claim]] = {pk: [] for pk in ids}
    reasons: dict[int, list[str]] = {pk: [] for pk in ids}
    for pk, aspect, written in claimed.union(exempt, all=True):
        if written == _EXEMPT:
            reasons[pk].append(aspect)
        else:
            claims[pk].append(Claim(aspect, (written or 0) > len("[]")))
    return {pk: coverage_of(claims[pk], reasons[pk]) for pk in ids}


#: No text has this length: the row is a reason why an aspect does not apply.
_EXEMPT = -1

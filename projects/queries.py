"""Reading public projects."""

from collections.abc import Iterable

from django.db.models import OuterRef, QuerySet, Subquery
from wagtail.models import Page

from core.public import public_now

from .models import NeedState, ProjectPage, ProjectRecord
from .models.needs import Need


def public_sources() -> QuerySet[ProjectPage]:
    """The source pages of public projects: each project once, with its facts."""
    source_locale = ProjectRecord.objects.filter(pk=OuterRef("translation_key")).values(
        "source_locale"
    )
    return (
        ProjectPage.objects.filter(public_now(), locale=Subquery(source_locale[:1]))
        .public()
        .select_related("locale")
    )


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

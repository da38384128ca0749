"""Which projects and people are counted."""

from datetime import date

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone

from overview.choice import NO_PHASE_NOW, NO_STATUS, Choice
from projects.models import AspectClaim, Partner, PhasePeriod, ProjectPage
from projects.queries import public_sources


def counted_projects(choice: Choice, visible: Q) -> QuerySet[ProjectPage]:
    """Public projects, each once, with their ``phase`` today.

    All that is chosen narrows them, but for the aspect: that tells of which figures
    are asked for, not of which projects.
    """
    projects = with_phase(public_sources(visible), timezone.localdate())
    if choice.district:
        projects = projects.filter(districts=choice.district.id)
    if choice.phase:
        projects = projects.filter(phase=choice.phase)
    if choice.sector:
        partner = Partner.objects.filter(
            page=OuterRef("pk"), organisation__sector=choice.sector
        )
        projects = projects.filter(
            Q(coordinator__sector=choice.sector) | Exists(partner)
        )
    if choice.years:
        # A project with one date stands in the period of that date only.
        first, last = choice.years
        projects = projects.annotate(
            begins=Coalesce(NullIf("start", Value("")), "end"),
            ends=Coalesce(NullIf("end", Value("")), "start"),
        ).filter(ends__gte=first, begins__gt="", begins__lt=str(int(last) + 1))
    return projects


def with_phase(projects: QuerySet[ProjectPage], today: date) -> QuerySet[ProjectPage]:
    """With ``phase``: of a detailed plan the latest phase in legal order that runs
    today, of another project its status (see :mod:`overview.choice`)."""
    periods = PhasePeriod.objects.filter(page=OuterRef("pk"))
    running = periods.filter(
        Q(ends__isnull=True) | Q(ends__gte=today), starts__lte=today
    ).order_by("-phase__order", "-phase__notation")
    return projects.annotate(
        phase=Coalesce(
            Subquery(running.values("phase__notation")[:1]),
            Case(
                When(~Q(procedure="") | Exists(periods), then=Value(NO_PHASE_NOW)),
                When(status="", then=Value(NO_STATUS)),
                default=F("status"),
                output_field=CharField(),
            ),
        ),
    )


def addressing(projects: QuerySet[ProjectPage], aspect: str) -> QuerySet[ProjectPage]:
    """Those of the projects that claim something of the aspect."""
    claims = AspectClaim.objects.filter(page=OuterRef("pk"), tag__aspect=aspect)
    return projects.filter(Exists(claims))


def first_and_last(visible: Q) -> tuple[str, str]:
    """The first and the last date of all public projects, as they are written."""
    found = (
        public_sources(visible)
        .order_by()
        .annotate(begin=NullIf("start", Value("")), finish=NullIf("end", Value("")))
        .aggregate(a=Min("begin"), b=Min("finish"), c=Max("begin"), d=Max("finish"))
    )
    first = [date for date in (found["a"], found["b"]) if date]
    last = [date for date in (found["c"], found["d"]) if date]
    return min(first, default=""), max(last, default="")

"""Who may be proposed to a project. Pure.

There is one rule for both directions: a person is proposed to a project exactly when
the project is proposed to the person.
"""

from datetime import date, timedelta
from enum import StrEnum

from matching.facts import PersonFacts, ProjectFacts, Standing

#: So long nobody is asked again who said no.
RESPITE = timedelta(days=180)


class Barrier(StrEnum):
    """Why somebody is not proposed."""

    NOT_PUBLIC = "not_public"
    NO_BASIS = "no_basis"
    UNCONFIRMED = "unconfirmed"
    DECEASED = "deceased"
    NOT_OPEN = "not_open"
    PAUSED = "paused"
    IN_TEAM = "in_team"
    DECLINED = "declined"


#: Barriers that anybody can see from the public pages; the rest are the person's own
#: business, and are told only to who may edit the profile.
OPEN_BARRIERS = frozenset({Barrier.IN_TEAM, Barrier.DECEASED})


def standing_barriers(
    standing: Standing, *, today: date, historical: bool
) -> tuple[Barrier, ...]:
    """Why a person is proposed to nobody; nothing if there is no such reason.

    ``historical``: people who have died are proposed, as in the demonstration. They
    have nobody to open or pause anything for them.
    """
    found = []
    if not standing.is_public:
        found.append(Barrier.NOT_PUBLIC)
    if not standing.has_basis:
        found.append(Barrier.NO_BASIS)
    if standing.confirm_by is not None and standing.confirm_by < today:
        found.append(Barrier.UNCONFIRMED)
    if standing.is_deceased:
        if not historical:
            found.append(Barrier.DECEASED)
    elif not standing.is_open:
        found.append(Barrier.NOT_OPEN)
    if standing.paused_until is not None and standing.paused_until >= today:
        found.append(Barrier.PAUSED)
    return tuple(found)


def barriers(
    project: ProjectFacts, person: PersonFacts, *, today: date, historical: bool = False
) -> tuple[Barrier, ...]:
    """Every reason why the two are not proposed to each other."""
    found = list(standing_barriers(person.standing, today=today, historical=historical))
    if person.key in project.team:
        found.append(Barrier.IN_TEAM)
    said_no = project.declined.get(person.key)
    if said_no is not None and today < said_no + RESPITE:
        found.append(Barrier.DECLINED)
    return tuple(found)

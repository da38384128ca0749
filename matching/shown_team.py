"""A proposed team as it is shown: names and sentences for its keys."""

from uuid import UUID

from core.public import public_pages
from matching.finding import Setting
from matching.project import ShownWish
from matching.proposing import Proposal
from people.models import PersonRecord, Sector
from taxonomy.models import Aspect


def shown_team(proposal: Proposal, wishes: list[ShownWish], setting: Setting) -> dict:
    """The context of ``matching/admin/team.html``."""
    team = proposal.team
    pages = public_pages(PersonRecord, proposal.people, visible=setting.visible)
    names = {wish.key: wish.name for wish in wishes}

    def page(key: str):
        return pages.get(UUID(key))

    def alternative(one) -> dict:
        lost = [names[key] for key in one.loses]
        return {"page": page(one.candidate), "points": points(one.score), "lost": lost}

    def points(score: float) -> int:
        return round(score * setting.weights.most)

    return {
        "members": [
            {
                "page": page(member.candidate),
                "sector": _sector(proposal.people[UUID(member.candidate)].sector),
                "places": [
                    {
                        "name": names[place.seat],
                        "points": points(place.score),
                        "alternatives": list(map(alternative, place.alternatives)),
                    }
                    for place in member.places
                ],
                "aspects": [Aspect(aspect).label for aspect in member.aspects],
            }
            for member in team.members
        ],
        "shortfalls": [
            {
                "name": names[one.key],
                "places": one.places,
                "required": one.required,
                "able": [page(key) for key in one.able],
                "nearest": [
                    {"page": page(key), "points": points(score)}
                    for key, score in one.nearest
                ],
            }
            for one in team.shortfalls
        ],
        "proven": team.proven,
        "uncovered": team.uncovered,
        "least_uncovered": team.least_uncovered,
        "least_size": team.least_size,
    }


def _sector(sector: str) -> str:
    return str(Sector(sector).label) if sector else ""

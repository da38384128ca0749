"""A team for a project, from the people who may be proposed to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from matching.facts import PersonFacts, ProjectFacts, Wish
from matching.finding import THE_VERY_THING, Setting, find
from matching.narrowing import Narrowing
from matching.places import Team
from matching.project import ShownWish
from matching.rules import Match
from matching.teams import propose
from matching.wanted import Aspect, Candidate, Seat, Wanted

#: People that are looked at for each wish: more would hardly come into a team.
CANDIDATES = 200
MOST = 8


@dataclass(frozen=True, slots=True)
class Proposal:
    """A team, and what it was chosen for. ``matches``: (wish, person) → match."""

    team: Team
    matches: dict[tuple[str, UUID], Match]
    people: dict[UUID, PersonFacts]


def propose_team(
    wishes: Sequence[ShownWish],
    project: ProjectFacts,
    setting: Setting,
    *,
    most: int = MOST,
    narrowing: Narrowing,
) -> Proposal:
    """The fewest of at most ``most`` people who cover the needs and missing aspects.

    Whoever knows the very thing on the level that is sought can fill a need; whoever
    is found for it and cannot is near.
    """
    aspects = [one for one in wishes if one.need is None and one.key in project.missing]
    needs = [one for one in wishes if one.need is not None]
    found = find(
        [one.wish for one in (*needs, *aspects)],
        project,
        setting,
        most=CANDIDATES,
        narrowing=narrowing,
    )
    people, matches = {}, {}
    for one in found:
        for each in one.matches:
            people[each.person.key] = each.person
            matches[one.wish.key, each.person.key] = each
    seats = [
        Seat(
            shown.key,
            required=shown.is_required,
            how_many=max(1, shown.need.count),
            nearest={
                str(each.person.key): each.score / setting.weights.most
                for each in one.matches
                if not fills(shown.wish, each)
            },
        )
        for shown, one in zip(needs, found, strict=False)
    ]
    team = propose(
        Wanted(
            seats,
            [Aspect(shown.key) for shown in aspects],
            frozenset(map(str, project.districts)),
            most,
        ),
        [
            Candidate(
                str(key),
                {
                    shown.key: match.score / setting.weights.most
                    for shown in needs
                    if (match := matches.get((shown.key, key)))
                    and fills(shown.wish, match)
                },
                person.aspects & project.missing,
                person.sector,
                frozenset(map(str, person.districts)),
                person.load,
            )
            for key, person in people.items()
        ],
    )
    return Proposal(team, matches, people)


def fills(wish: Wish, one: Match) -> bool:
    """Whether the person could fill the need, and does not only come near."""
    return (
        one.fit.kinship in THE_VERY_THING
        and one.known is not None
        and one.known.level >= wish.level
    )

"""How well a person could fill a wish: points in parts that sum to the score. Pure.

All points are whole numbers, so that what is shown adds up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from matching.facts import Fit, Kinship, Known, PersonFacts, ProjectFacts, Wish
from matching.weights import Weights

#: Days after which a verification gives nothing.
VERIFICATION_LASTS = 3 * 365
#: The first so many of a list come from at least so many sectors, where candidates
#: with at least half of the best one's points make it possible.
FIRST, SECTORS = 5, 3


class PartKind(StrEnum):
    """The parts of a score, in the order in which they are told."""

    COMPETENCE = "competence"
    EVIDENCE = "evidence"
    ASPECTS = "aspects"
    SECTOR = "sector"
    GOALS = "goals"
    DISTRICT = "district"
    VERIFIED = "verified"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Part:
    """Points for one thing, of ``most``; ``concepts`` and ``aspects`` are what they
    are for."""

    kind: PartKind
    points: int
    most: int
    concepts: tuple[int, ...] = ()
    aspects: tuple[str, ...] = ()


@dataclass(frozen=True)
class Match:
    """A person who could fill a wish, and why.

    ``known`` is the competence that counts, and ``fit`` how near it is; nothing is
    known where only a tag ties the person to the wish: then it is ``fit.via``.
    """

    person: PersonFacts
    fit: Fit
    known: Known | None
    parts: tuple[Part, ...]

    @cached_property
    def score(self) -> int:
        return sum(part.points for part in self.parts)

    def __getitem__(self, kind: PartKind) -> Part:
        return next(part for part in self.parts if part.kind is kind)


def match(
    wish: Wish,
    project: ProjectFacts,
    person: PersonFacts,
    *,
    weights: Weights,
    today: date,
) -> Match | None:
    """How well the person could fill the wish; nothing if they know nothing of it.

    Does not ask whether they may be proposed: see :mod:`matching.eligibility`.
    """
    best = best_known(wish, person.knows, weights) or _best_tag(wish, person, weights)
    if best is None:
        return None
    fit, known, competence, evidence = best
    return Match(
        person,
        fit,
        known,
        (
            Part(PartKind.COMPETENCE, competence, weights.competence),
            Part(PartKind.EVIDENCE, evidence, weights.told + weights.linked),
            _aspects(project, person, weights),
            Part(
                PartKind.SECTOR,
                weights.sector if _brings_a_sector(project, person) else 0,
                weights.sector,
            ),
            _goals(project, person, weights),
            _district(project, person, weights),
            _verified(person, weights, today),
            Part(PartKind.FREE, round(weights.free / (1 + person.load)), weights.free),
        ),
    )


def ranked(matches: Iterable[Match]) -> list[Match]:
    """The best first; of equals, the one with the lower key. Then :func:`varied`."""
    return varied(sorted(matches, key=lambda one: (-one.score, one.person.key)))


def varied(matches: Sequence[Match]) -> list[Match]:
    """The same, with the first five from at least three sectors where that is possible.

    The best of a new sector takes the place of the last among the first five whose
    sector is there twice (or is not known). Nobody is brought forward who has less than
    half of the best one's points: variety is no reason to propose who does not fit.
    """
    first, rest = list(matches[:FIRST]), list(matches[FIRST:])
    if not first:
        return []
    enough = first[0].score / 2
    while len({one.person.sector for one in first} - {""}) < SECTORS:
        present = {one.person.sector for one in first} | {""}
        newcomer = next(
            (
                one
                for one in rest
                if one.person.sector not in present and one.score >= enough
            ),
            None,
        )
        leaves = _last_of_a_pair(first)
        if newcomer is None or leaves is None:
            break
        first.remove(leaves)
        rest.remove(newcomer)
        first.append(newcomer)
        rest.append(leaves)
    order = {id(one): place for place, one in enumerate(matches)}
    return [
        *sorted(first, key=lambda one: order[id(one)]),
        *sorted(rest, key=lambda one: order[id(one)]),
    ]


def _last_of_a_pair(matches: Sequence[Match]) -> Match | None:
    sectors = [one.person.sector for one in matches]
    for one in reversed(matches):
        if not one.person.sector or sectors.count(one.person.sector) > 1:
            return one
    return None


def best_known(
    wish: Wish, knows: Iterable[Known], weights: Weights
) -> tuple[Fit, Known, int, int] | None:
    """The competence that gives the most, with the points for it and for what shows
    it; of equals, the higher level and the lower id."""
    best = None
    for known in knows:
        fit = wish.fits.get(known.concept)
        if fit is None or fit.kinship is Kinship.TAGGED:
            continue
        short = max(0, wish.level - known.level)
        share = weights.kinship[fit.kinship] * max(0.0, 1 - weights.below * short)
        competence = round(weights.competence * share)
        evidence = weights.told * known.told + weights.linked * known.linked
        order = (competence + evidence, known.level, -known.concept)
        if best is None or order > best[0]:
            best = (order, (fit, known, competence, evidence))
    return best and best[1]


def _best_tag(
    wish: Wish, person: PersonFacts, weights: Weights
) -> tuple[Fit, None, int, int] | None:
    for tag in sorted(person.tags):
        fit = wish.fits.get(tag)
        if fit is not None and fit.kinship is Kinship.TAGGED:
            points = round(weights.competence * weights.kinship[Kinship.TAGGED])
            return Fit(Kinship.TAGGED, tag), None, points, 0
    return None


def _aspects(project: ProjectFacts, person: PersonFacts, weights: Weights) -> Part:
    missing = tuple(sorted(project.missing & person.aspects))
    claimed = tuple(sorted(project.claimed & person.aspects))
    points = (
        len(missing) * weights.missing_aspect + len(claimed) * weights.claimed_aspect
    )
    return Part(
        PartKind.ASPECTS,
        min(points, weights.aspects),
        weights.aspects,
        aspects=(*missing, *claimed),
    )


def _brings_a_sector(project: ProjectFacts, person: PersonFacts) -> bool:
    """A project that says nothing of its own sectors has none to compare with."""
    return bool(
        person.sector and project.sectors and person.sector not in project.sectors
    )


def _goals(project: ProjectFacts, person: PersonFacts, weights: Weights) -> Part:
    common = tuple(sorted(project.goals & person.goals))
    points = min(len(common) * weights.goal, weights.goals)
    return Part(PartKind.GOALS, points, weights.goals, concepts=common)


def _district(project: ProjectFacts, person: PersonFacts, weights: Weights) -> Part:
    common = tuple(sorted(project.districts & person.districts))
    points = weights.district if common else 0
    return Part(PartKind.DISTRICT, points, weights.district, concepts=common)


def _verified(person: PersonFacts, weights: Weights, today: date) -> Part:
    points = 0
    if person.verified_on is not None:
        days = max(0, (today - person.verified_on).days)
        points = round(weights.verified * max(0.0, 1 - days / VERIFICATION_LASTS))
    return Part(PartKind.VERIFIED, points, weights.verified)

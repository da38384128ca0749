"""How much each part of a match may give. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from matching.facts import Kinship


@dataclass(frozen=True, slots=True)
class Weights:
    """Points of a match; a full match has :attr:`most` of them.

    ``competence``: the competence itself, on the wanted level. ``below``: the share of
    it that each level below the wanted one takes; ``kinship``: the share that is given
    for what is near. ``told`` and ``linked``: that it is said what shows the
    competence, and that it can be looked up. ``verified``: that the profile was
    verified today; a year and a half later half of it, after three years nothing.
    ``missing_aspect`` and ``claimed_aspect``: for each aspect that the project misses,
    or claims without evidence, and the person's knowledge bears on; together at most
    ``aspects``. ``goal``: for each of the Global Goals in common, at most ``goals``.
    ``sector``: from a sector that the project does not have. ``district``: knows a
    district of the project. ``free``: for who takes part in nothing else now; with one
    project half of it, with two a third.
    """

    competence: int = 50
    below: float = 0.25
    kinship: Mapping[Kinship, float] = field(
        default_factory=lambda: {
            Kinship.SAME: 1.0,
            Kinship.NARROWER: 0.9,
            Kinship.BEARS: 1.0,
            Kinship.BROADER: 0.5,
            Kinship.RELATED: 0.4,
            Kinship.TAGGED: 0.2,
        }
    )
    told: int = 3
    linked: int = 3
    verified: int = 3
    missing_aspect: int = 8
    claimed_aspect: int = 3
    aspects: int = 16
    goal: int = 2
    goals: int = 6
    sector: int = 10
    district: int = 5
    free: int = 4

    def __post_init__(self) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            values = value.values() if isinstance(value, Mapping) else (value,)
            if any(each < 0 for each in values):
                raise ValueError(f"The weight {one.name} is below zero.")
        if self.below > 1 or any(share > 1 for share in self.kinship.values()):
            raise ValueError("A share of the competence is above 1.")

    @property
    def most(self) -> int:
        """The points of a match in which nothing is left to wish."""
        return self.competence + self.told + self.linked + self.most_beside

    @property
    def most_beside(self) -> int:
        """What a match can have beside the competence and what shows it."""
        return (
            self.verified
            + self.aspects
            + self.goals
            + self.sector
            + self.district
            + self.free
        )

"""What a project wants of a team, and who could be in it: what the caller fills in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite


@dataclass(frozen=True)
class Seat:
    """A need: how many people it wants, and who comes near without covering it.

    ``nearest`` are partial scores by candidate's key; they are only told.
    """

    key: str
    required: bool = True
    how_many: int = 1
    nearest: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.how_many < 1:
            raise ValueError(f"Seat {self.key} wants {self.how_many} people.")


@dataclass(frozen=True)
class Aspect:
    """An aspect that the project misses, and who comes near covering it."""

    key: str
    nearest: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Candidate:
    """Someone who may be asked: only who is eligible belongs here.

    ``covers`` has a score, >= 0, for each seat that they could fill; ``load`` is how
    many already wait for them.
    """

    key: str
    covers: Mapping[str, float]
    aspects: frozenset[str] = frozenset()
    sector: str = ""
    districts: frozenset[str] = frozenset()
    load: int = 0

    def __post_init__(self) -> None:
        if not all(isfinite(score) and score >= 0 for score in self.covers.values()):
            raise ValueError(f"Candidate {self.key} has a score that is no score.")
        if self.load < 0:
            raise ValueError(f"Candidate {self.key} has a negative load.")


@dataclass(frozen=True)
class Wanted:
    """What a project wants of a team of at most ``most`` people."""

    seats: Sequence[Seat]
    aspects: Sequence[Aspect] = ()
    districts: frozenset[str] = frozenset()
    most: int = 8

    def __post_init__(self) -> None:
        if self.most < 1:
            raise ValueError("A team has room for one at least.")
        keys = [*(seat.key for seat in self.seats), *(one.key for one in self.aspects)]
        if len(set(keys)) < len(keys):
            raise ValueError("Two seats or aspects have the same key.")

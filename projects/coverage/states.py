"""How a project covers the three aspects of sustainability. Pure.

*covered*: claimed with evidence; *claimed*: claimed without; *not applicable*: a
reason is given and nothing is claimed; *missing*: neither. Cross-cutting tags do
not count.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

ASPECTS = ("sociocultural", "environmental", "economic")


class State(StrEnum):
    COVERED = "covered"
    CLAIMED = "claimed"
    NOT_APPLICABLE = "not_applicable"
    MISSING = "missing"


class Claim(NamedTuple):
    """One claim: the aspect of its tag, and whether any evidence is given."""

    aspect: str
    has_evidence: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """The state of each aspect."""

    sociocultural: State = State.MISSING
    environmental: State = State.MISSING
    economic: State = State.MISSING

    def __getitem__(self, aspect: str) -> State:
        if aspect not in ASPECTS:
            raise KeyError(aspect)
        return getattr(self, aspect)

    def items(self) -> list[tuple[str, State]]:
        return [(aspect, self[aspect]) for aspect in ASPECTS]

    def in_state(self, *states: State) -> tuple[str, ...]:
        return tuple(aspect for aspect, state in self.items() if state in states)

    @property
    def missing(self) -> tuple[str, ...]:
        return self.in_state(State.MISSING)

    @property
    def addressed(self) -> tuple[str, ...]:
        """Aspects that are claimed, with or without evidence."""
        return self.in_state(State.COVERED, State.CLAIMED)


def coverage_of(claims: Iterable[Claim], exempt: Iterable[str] = ()) -> Coverage:
    """Coverage from claims and from the aspects with a stated reason.

    A claim outweighs a reason: who claims something says that the aspect applies.
    """
    states = dict.fromkeys(ASPECTS, State.MISSING)
    for aspect in exempt:
        if aspect in states:
            states[aspect] = State.NOT_APPLICABLE
    for claim in claims:
        if claim.aspect not in states or states[claim.aspect] is State.COVERED:
            continue
        states[claim.aspect] = State.COVERED if claim.has_evidence else State.CLAIMED
    return Coverage(**states)

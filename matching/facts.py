"""What the rules know of a wish, a project and a person. Pure.

Concepts are ids of ``taxonomy.Concept``; people and projects are their records' keys.
Whoever fills these in leaves out what a person hides: the rules have no way to tell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID


class Kinship(StrEnum):
    """How something known stands to what is wanted, the nearest first."""

    SAME = "same"
    NARROWER = "narrower"
    #: The competence bears on an aspect, and the aspect is what is wanted.
    BEARS = "bears"
    BROADER = "broader"
    #: Both are related to the same sustainability tag.
    RELATED = "related"
    #: The person works with the tag, and says no more of it.
    TAGGED = "tagged"


@dataclass(frozen=True, slots=True)
class Fit:
    """``via``: the tag that ties the two together, where one does."""

    kinship: Kinship
    via: int | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for: a need's competence, or an aspect that is missing.

    ``fits`` says of every concept that comes into question how near it is; ``level``
    (1–4) is the least that is wanted.
    """

    key: str
    fits: Mapping[int, Fit]
    level: int = 2


@dataclass(frozen=True, slots=True)
class Known:
    """A competence that a person shows: its level (1–4), whether it is told in words
    what shows it, and whether there is a link to see it."""

    concept: int
    level: int
    told: bool = False
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a person may be proposed at all: see :mod:`matching.eligibility`."""

    is_public: bool = True
    has_basis: bool = True
    is_open: bool = True
    is_deceased: bool = False
    paused_until: date | None = None
    confirm_by: date | None = None


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What a person shows. Neither name, age, sex nor picture: nothing may hang on it.

    ``load``: in how many projects that go on the person takes part already.
    """

    key: UUID
    knows: tuple[Known, ...] = ()
    tags: frozenset[int] = frozenset()
    aspects: frozenset[str] = frozenset()
    goals: frozenset[int] = frozenset()
    sector: str = ""
    districts: frozenset[int] = frozenset()
    verified_on: date | None = None
    load: int = 0
    standing: Standing = Standing()


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """What a project is and lacks. ``claimed``: aspects that are claimed without
    evidence; ``sectors``: of its coordinator and partners; ``declined``: who said no
    to it, and when."""

    key: UUID
    missing: frozenset[str] = frozenset()
    claimed: frozenset[str] = frozenset()
    goals: frozenset[int] = frozenset()
    sectors: frozenset[str] = frozenset()
    districts: frozenset[int] = frozenset()
    team: frozenset[UUID] = frozenset()
    declined: Mapping[UUID, date] = field(default_factory=dict)

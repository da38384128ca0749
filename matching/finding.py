"""Finds who could fill a project's wishes.

Two queries tell who knows anything that comes into question, and how well; that is
most of the points. All facts are read only of those who may still be among the best.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nlargest

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from matching.eligibility import barriers
from matching.facts import Kinship, Known, PersonFacts, ProjectFacts, Wish
from matching.narrowing import Narrowing
from matching.reading import askable_people, competences_of, read_people
from matching.rules import (
    FIRST,
    SECTORS,
    Match,
    best_known,
    match,
    most_beside,
    ranked,
)
from matching.weights import Weights
from matching.wishes import Vocabulary
from people.models import PersonPage

#: People are read so many at a time.
BATCH = 100
EVERYBODY = Narrowing()
THE_VERY_THING = frozenset({Kinship.SAME, Kinship.NARROWER, Kinship.BEARS})


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for all of one search: who may be seen, the day, and the weights."""

    visible: Q
    vocabulary: Vocabulary
    today: date
    weights: Weights
    historical: bool

    @classmethod
    def now(cls, visible: Q, vocabulary: Vocabulary) -> "Setting":
        return cls(
            visible,
            vocabulary,
            timezone.localdate(),
            settings.MATCHING_WEIGHTS,
            settings.MATCHING_PROPOSES_HISTORICAL_PEOPLE,
        )

    def askable(self) -> QuerySet[PersonPage]:
        return askable_people(
            self.visible, today=self.today, historical=self.historical
        )

    def match(
        self, wish: Wish, project: ProjectFacts, person: PersonFacts
    ) -> Match | None:
        return match(wish, project, person, weights=self.weights, today=self.today)

    def read(self, ids: Iterable[int]) -> dict[int, PersonFacts]:
        return read_people(ids, self.vocabulary, visible=self.visible)


@dataclass(frozen=True, slots=True)
class Found:
    """The best for a wish, in order; how many could help in all, and how many of them
    know the very thing (or something narrower), not something near it."""

    wish: Wish
    matches: Sequence[Match] = ()
    total: int = 0
    knowing: int = 0


class People:
    """Facts of people by their source page's id, each read once."""

    def __init__(self, setting: Setting):
        self._setting = setting
        self._read: dict[int, PersonFacts] = {}

    def facts(self, ids: Iterable[int]) -> list[PersonFacts]:
        """Who is still there, in the order given."""
        ids = list(ids)
        new = [pk for pk in ids if pk not in self._read]
        if new:
            self._read |= self._setting.read(new)
        return [self._read[pk] for pk in ids if pk in self._read]


def find(
    wishes: Sequence[Wish],
    project: ProjectFacts,
    setting: Setting,
    *,
    most: int = 50,
    narrowing: Narrowing = EVERYBODY,
) -> list[Found]:
    """For each wish the ``most`` best people who may be proposed.

    Exactly those: somebody is left unread only when no points for the rest could bring
    them among the best, nor among the first from a new sector (:func:`rules.varied`).
    """
    candidates = _promising(wishes, project, setting, narrowing)
    people = People(setting)
    # The most promising of all wishes at once: mostly nobody else is needed.
    people.facts(dict.fromkeys(pk for one in candidates for pk in one.order[:BATCH]))
    return [
        _best(wish, one, people, project, setting, most)
        for wish, one in zip(wishes, candidates, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Who knows something of a wish: source page's id → points for competence and
    evidence; the most promising first; how many know the very thing."""

    points: Mapping[int, int]
    order: Sequence[int]
    knowing: int


def _promising(
    wishes: Sequence[Wish],
    project: ProjectFacts,
    setting: Setting,
    narrowing: Narrowing,
) -> list[Candidates]:
    people = (
        narrowing.among(setting.askable())
        .exclude(translation_key__in=_turned_away(project, setting.today))
        .values("pk")
    )
    wanted, tags = set(), set()
    for wish in wishes:
        for concept, fit in wish.fits.items():
            (tags if fit.kinship is Kinship.TAGGED else wanted).add(concept)
    knows: dict[int, list[Known]] = defaultdict(list)
    for pk, *known in competences_of(people).filter(concept__in=wanted):
        knows[pk].append(Known(*known))
    tagged: dict[int, set[int]] = defaultdict(set)
    for pk, tag in (
        PersonPage.tags.through.objects.filter(concept__in=tags, personpage__in=people)
        .order_by()
        .values_list("personpage_id", "concept_id")
    ):
        tagged[pk].add(tag)
    return [
        _candidates(wish, knows, tagged, setting.weights, narrowing.level)
        for wish in wishes
    ]


def _turned_away(project: ProjectFacts, today: date) -> list:
    """Who is not proposed to this project, whatever their own standing."""
    known = {*project.team, *project.declined}
    return [key for key in known if barriers(project, PersonFacts(key), today=today)]


def _candidates(
    wish: Wish,
    knows: Mapping[int, list[Known]],
    tagged: Mapping[int, set[int]],
    weights: Weights,
    level: int,
) -> Candidates:
    """Of at least ``level`` in something that fits; who only works with a tag shows
    none."""
    for_a_tag = round(weights.competence * weights.kinship[Kinship.TAGGED])
    points = {
        pk: for_a_tag
        for pk, tags in tagged.items()
        if not level and any(_is_tag(wish, tag) for tag in tags)
    }
    knowing = 0
    for pk, known in knows.items():
        best = best_known(wish, known, weights)
        if best is not None and _reaches(level, wish, known):
            points[pk] = best[2] + best[3]
            knowing += best[0].kinship in THE_VERY_THING
    order = sorted(points, key=lambda pk: (-points[pk], pk))
    return Candidates(points, order, knowing)


def _reaches(level: int, wish: Wish, known: Iterable[Known]) -> bool:
    return any(one.level >= level and one.concept in wish.fits for one in known)


def _is_tag(wish: Wish, concept: int) -> bool:
    fit = wish.fits.get(concept)
    return fit is not None and fit.kinship is Kinship.TAGGED


def _best(
    wish: Wish,
    candidates: Candidates,
    people: People,
    project: ProjectFacts,
    setting: Setting,
    most: int,
) -> Found:
    found: list[Match] = []
    beside = most_beside(project, setting.weights)

    def read(ids: Sequence[int], is_enough: Callable[[int], bool]) -> Sequence[int]:
        """Match people until nobody further can change the list; who is left."""
        for start in range(0, len(ids), BATCH):
            batch = ids[start : start + BATCH]
            if is_enough(candidates.points[batch[0]] + beside):
                return ids[start:]
            for person in people.facts(batch):
                one = setting.match(wish, project, person)
                if one is not None:
                    found.append(one)
        return ()

    rest = read(candidates.order, lambda reachable: _is_settled(found, reachable, most))
    sectors = {one.person.sector for one in ranked(found)[:FIRST]} - {""}
    if rest and len(sectors) < SECTORS:
        best = max(one.score for one in found)
        read(_from_others(rest, sectors), lambda reachable: reachable < best / 2)
    return Found(
        wish, tuple(ranked(found)[:most]), len(candidates.order), candidates.knowing
    )


def _is_settled(found: list[Match], reachable: int, most: int) -> bool:
    """Whether nobody with at most ``reachable`` points can be among the best."""
    if len(found) < most:
        return False
    return reachable < nlargest(most, (one.score for one in found))[-1]


def _from_others(ids: Sequence[int], sectors: Iterable[str]) -> list[int]:
    """Of the people, in their order, those from another sector than these."""
    others = set(
        PersonPage.objects.filter(pk__in=ids, organisation__isnull=False)
        .exclude(organisation__sector__in=[*sectors, ""])
        .values_list("pk", flat=True)
    )
    return [pk for pk in ids if pk in others]

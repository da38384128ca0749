"""Finds who could fill a project's wishes.

Two queries tell who knows anything that comes into question, and how well; that is
most of the points. All facts are read only of those who may still be among the best.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from matching.eligibility import barriers
from matching.facts import Kinship, Known, PersonFacts, ProjectFacts, Wish
from matching.reading import askable_people, competences_of, read_people
from matching.rules import FIRST, SECTORS, Match, best_known, match, ranked
from matching.weights import Weights
from matching.wishes import Vocabulary
from people.models import PersonPage

#: People are read so many at a time.
BATCH = 100
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
    wishes: Sequence[Wish], project: ProjectFacts, setting: Setting, *, most: int = 50
) -> list[Found]:
    """For each wish the ``most`` best people who may be proposed.

    Exactly those: somebody is left unread only when no points for the rest could bring
    them among the best, nor among the first from a new sector (:func:`rules.varied`).
    """
    candidates = _promising(wishes, project, setting)
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
    wishes: Sequence[Wish], project: ProjectFacts, setting: Setting
) -> list[Candidates]:
    people = (
        setting.askable()
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
    return [_candidates(wish, knows, tagged, setting.weights) for wish in wishes]


def _turned_away(project: ProjectFacts, today: date) -> list:
    """Who is not proposed to this project, whatever their own standing."""
    known = {*project.team, *project.declined}
    return [key for key in known if barriers(project, PersonFacts(key), today=today)]


def _candidates(
    wish: Wish,
    knows: Mapping[int, list[Known]],
    tagged: Mapping[int, set[int]],
    weights: Weights,
) -> Candidates:
    for_a_tag = round(weights.competence * weights.kinship[Kinship.TAGGED])
    points = {
        pk: for_a_tag
        for pk, tags in tagged.items()
        if any(_is_tag(wish, tag) for tag in tags)
    }
    knowing = 0
    for pk, known in knows.items():
        best = best_known(wish, known, weights)
        if best is not None:
            points[pk] = best[2] + best[3]
            knowing += best[0].kinship in THE_VERY_THING
    order = sorted(points, key=lambda pk: (-points[pk], pk))
    return Candidates(points, order, knowing)


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
    for start in range(0, len(candidates.order), BATCH):
        batch = candidates.order[start : start + BATCH]
        reachable = candidates.points[batch[0]] + setting.weights.most_beside
        if _is_settled(found, reachable, most):
            break
        for person in people.facts(batch):
            one = setting.match(wish, project, person)
            if one is not None:
                found.append(one)
    best = tuple(ranked(found)[:most])
    return Found(wish, best, len(candidates.order), candidates.knowing)


def _is_settled(found: list[Match], reachable: int, most: int) -> bool:
    """Whether nobody with at most ``reachable`` points can change the list."""
    if len(found) < most:
        return False
    scores = sorted((one.score for one in found), reverse=True)
    if reachable >= scores[most - 1]:
        return False
    sectors = {one.person.sector for one in ranked(found)[:FIRST]} - {""}
    return len(sectors) >= SECTORS or reachable < scores[0] / 2

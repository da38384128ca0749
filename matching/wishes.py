"""What is looked for, put into the vocabulary's words: how near each concept is."""

from collections.abc import Mapping
from functools import cache

from matching.facts import Fit, Kinship, Wish
from taxonomy.index import ConceptIndex
from taxonomy.models import Aspect

#: Of who covers an aspect at least this is asked: experienced.
ASPECT_LEVEL = 2


class Vocabulary:
    """What matching asks of the concepts, each question answered once.

    Hold one for as long as its index: for a request, or a run over all needs.
    """

    def __init__(self, concepts: ConceptIndex):
        self.concepts = concepts
        # Caches of the instance: an index that is replaced takes them with it.
        self.aspect = cache(self._aspect)
        self.goals = cache(self._goals)
        self.near = cache(self._near)
        self.bearing_on = cache(self._bearing_on)

    def wish_for(self, key: str, competence: int, level: int) -> Wish:
        """A need's competence, on a level (1–4)."""
        return Wish(key, self.near(competence), level)

    def wish_for_aspect(self, aspect: str) -> Wish:
        return Wish(aspect, self.bearing_on(aspect), ASPECT_LEVEL)

    def _aspect(self, concept: int) -> str:
        """One of the three, or an empty text: cross-cutting is none of them."""
        aspect = self.concepts.aspect_of(concept)
        return "" if aspect == Aspect.CROSSCUTTING else aspect

    def _goals(self, concept: int) -> frozenset[int]:
        """The Global Goals that a tag, or a competence through its tags, serves."""
        tags = [tag.id for tag in self.concepts.related(concept, "sustainability")]
        return frozenset(goal.id for goal in self.concepts.goals_of([concept, *tags]))

    def _near(self, competence: int) -> Mapping[int, Fit]:
        """Concept → how near it is to the competence; the nearest kinship counts."""
        concepts, fits = self.concepts, {}
        for tag in concepts.related(competence, "sustainability"):
            fits.setdefault(tag.id, Fit(Kinship.TAGGED, tag.id))
            for other in concepts.related_from(tag.id, "competences"):
                fits.setdefault(other.id, Fit(Kinship.RELATED, tag.id))
        for pk in concepts.ancestors([competence]):
            fits[pk] = Fit(Kinship.BROADER)
        for pk in concepts.descendants([competence]):
            fits[pk] = Fit(Kinship.NARROWER)
        fits[competence] = Fit(Kinship.SAME)
        return fits

    def _bearing_on(self, aspect: str) -> Mapping[int, Fit]:
        fits = {}
        for concept in self.concepts:
            if self.aspect(concept.id) != aspect:
                continue
            if concept.scheme == "competences":
                fits[concept.id] = Fit(Kinship.BEARS)
            elif concept.scheme == "sustainability":
                fits[concept.id] = Fit(Kinship.TAGGED, concept.id)
        return fits

"""Which sustainability tags a project's text speaks of. Pure: reads no project.

A tag is suggested by the words that name it, or that name a competence related to
it. It weighs more in the title than in the body, and more the more often it is said,
each time a little less. Nothing is ever tagged by itself: an editor
accepts.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from taxonomy.index import ConceptIndex, IndexedConcept
from taxonomy.models import Concept
from taxonomy.recognition import Recognised, Recogniser

SCHEME = "sustainability"
LIMIT = 8
#: Words shown for a suggestion.
_WORDS = 4


@dataclass(frozen=True, slots=True)
class Weights:
    """What a mention is worth; chosen by measuring (``manage.py evaluate_tags``)."""

    #: By the text's name: see :data:`TEXTS`.
    place: Mapping[str, float] = field(
        default_factory=lambda: MappingProxyType(
            {"title": 3.0, "summary": 2.0, "body": 1.0}
        )
    )
    #: The label is only a part of the word there.
    inside: float = 0.5
    #: A word that leads to the tag without being its name.
    hidden: float = 0.5
    #: Through a competence that is related to the tag.
    related: float = 0.7
    #: A further mention is worth this share of the one before.
    again: float = 0.8
    #: Less is not suggested.
    least: float = 1.0


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A tag with the words as they stand in the text, and its strength."""

    concept: IndexedConcept
    words: tuple[str, ...]
    strength: float


def suggest_tags(
    texts: Iterable[tuple[str, str]],
    *,
    recogniser: Recogniser,
    concepts: ConceptIndex,
    tagged: Collection[int] = (),
    weights: Weights = WEIGHTS,
    limit: int = LIMIT,
) -> list[Suggestion]:
    """Suggestions, the strongest first; ties by the tag's place in the tree.

    ``texts``: (place, plain text), the place one of ``weights.place``. What is
    ``tagged`` already, and what is broader than that, is not suggested.
    """
    strengths: dict[int, list[float]] = defaultdict(list)
    words: dict[int, dict[str, str]] = defaultdict(dict)
    known = concepts.ancestors(tagged)
    for place, text in texts:
        for found in recogniser.recognise(text):
            for tag, share in _tags_of(found, concepts, weights):
                if tag.id not in known:
                    strengths[tag.id].append(weights.place[place] * share)
                    word = text[found.start : found.end]
                    words[tag.id].setdefault(word.casefold(), word)
    order = {concept.id: n for n, concept in enumerate(concepts)}
    suggestions = [
        Suggestion(
            concepts[pk], tuple(words[pk].values())[:_WORDS], _together(own, weights)
        )
        for pk, own in strengths.items()
    ]
    suggestions = [one for one in suggestions if one.strength >= weights.least]
    suggestions.sort(key=lambda one: (-one.strength, order[one.concept.id]))
    return suggestions[:limit]


def _tags_of(found: Recognised, concepts: ConceptIndex, weights: Weights):
    """The tags that a recognised word speaks for, and how much."""
    concept = concepts[found.concept_id]
    share = (weights.inside if found.inside else 1.0) * (
        weights.hidden if found.hidden else 1.0
    )
    if is_tag(concept):
        yield concept, share
    elif concept.scheme == "competences":
        for related in concepts.related(concept.id):
            if is_tag(related):
                yield related, share * weights.related


def is_tag(concept: IndexedConcept) -> bool:
    """Whether an editor may choose it: no theme, nothing that went out of use."""
    return (
        concept.scheme == SCHEME
        and concept.level == Concept.Level.TAG
        and not concept.deprecated
    )


def _together(mentions: list[float], weights: Weights) -> float:
    """The heaviest counts whole, each further one a smaller share."""
    ordered = sorted(mentions, reverse=True)
    return sum(weight * weights.again**n for n, weight in enumerate(ordered))

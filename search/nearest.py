"""The concepts whose names are like the words of a query that found nothing."""

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from language import analyze, fold
from search.query import terms_of
from taxonomy.index import ConceptIndex, IndexedConcept

#: From here on two words are alike (Dice's coefficient of their groups of three
#: letters): ``dagvattnet`` and ``dagvatten`` are, ``vatten`` and ``katten`` are not.
ALIKE = 0.5
#: Less counts a word that is only alike.
_ONLY_ALIKE = 0.6
_SHORTEST = 3

#: The words of all concepts, for as long as anybody holds the index.
_words: WeakKeyDictionary[ConceptIndex, dict[str, set[int]]] = WeakKeyDictionary()


def nearest_concepts(
    text: str, index: ConceptIndex, *, limit: int = 40
) -> list[IndexedConcept]:
    """Active concepts that share a stem or a compound's part with the query, and
    those with a word that is like one; the nearest first."""
    words = _words_of(index)
    scores: dict[int, float] = {}
    for wanted in _wanted(text):
        # A word counts once for each concept, by its best likeness.
        best: dict[int, float] = {}
        for word, likeness in _like(wanted, words):
            for pk in words[word]:
                best[pk] = max(best.get(pk, 0.0), likeness)
        for pk, likeness in best.items():
            scores[pk] = scores.get(pk, 0.0) + likeness
    order = sorted(scores, key=lambda pk: (-scores[pk], pk))
    return [index[pk] for pk in order[:limit]]


def _wanted(text: str) -> list[set[str]]:
    """The query's words, each in all its readings."""
    readings: dict[int, set[str]] = {}
    for terms in terms_of(text).values():
        for term in terms:
            forms = {term.stem, term.folded, *term.parts}
            readings.setdefault(term.start, set()).update(map(fold, forms))
    return [
        {form for form in forms if len(form) >= _SHORTEST}
        for forms in readings.values()
    ]


def _like(wanted: set[str], words: Iterable[str]) -> list[tuple[str, float]]:
    groups = [(form, _groups(form)) for form in wanted]
    found = []
    for word in words:
        if word in wanted:
            found.append((word, 1.0))
            continue
        own = _groups(word)
        likeness = max(
            (2 * len(own & other) / (len(own) + len(other)) for _f, other in groups),
            default=0.0,
        )
        if likeness >= ALIKE:
            found.append((word, likeness * _ONLY_ALIKE))
    return found


def _words_of(index: ConceptIndex) -> dict[str, set[int]]:
    words = _words.get(index)
    if words is None:
        words = {}
        for concept in index:
            if concept.deprecated:
                continue
            for label in concept.labels:
                for term in analyze(label.text, label.language):
                    for form in (term.stem, term.folded, *term.parts):
                        if len(form) >= _SHORTEST:
                            words.setdefault(fold(form), set()).add(concept.id)
        _words[index] = words
    return words


def _groups(word: str) -> frozenset[str]:
    padded = f" {word} "
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))

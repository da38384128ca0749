"""The vocabularies as documents need them: words to find by, values to narrow by."""

from collections.abc import Iterable

from language import LANGUAGES
from taxonomy.index import IndexedConcept
from taxonomy.models import Concept, Label
from taxonomy.queries import concept_index


class Vocabulary:
    """A view of the concepts that are true now."""

    def __init__(self):
        self._index = concept_index()

    def names(self, pk: int) -> dict[str, str]:
        """The preferred label in each language that has one."""
        return dict(self._index[pk].names)

    def words(self, pks: Iterable[int]) -> dict[str, tuple[str, ...]]:
        """The names of the concepts in each language. Hidden labels are none: they
        are read in queries, and nothing is said of them by what it finds."""
        words: dict[str, dict[str, None]] = {lang: {} for lang in LANGUAGES}
        for pk in pks:
            for label in self._index[pk].labels:
                if label.kind != Label.Kind.HIDDEN:
                    words.setdefault(label.language, {})[label.text] = None
        return {language: tuple(texts) for language, texts in words.items()}

    def with_broader(self, pks: Iterable[int]) -> list[IndexedConcept]:
        """The concepts and everything above them, each once."""
        return list(
            {step.id: step for pk in pks for step in self._index.path(pk)}.values()
        )

    def narrowings(self, pks: Iterable[int]) -> dict[str, tuple[str, ...]]:
        """The facets that come from concepts: ``theme``, ``goal`` (of the concepts
        and of what they relate to), ``district`` and ``concept`` (each and what is
        broader, so that a theme's page shows what has its tags)."""
        own = self.with_broader(pks)
        related = self.with_broader(
            target.id for concept in own for target in self._index.related(concept.id)
        )
        return {
            "concept": tuple(concept.identifier for concept in own),
            "theme": _notations(own, "sustainability", Concept.Level.THEME),
            "goal": _notations([*own, *related], "sdg", Concept.Level.GOAL),
            "district": _notations(own, "districts"),
        }

    def aspects(self, pks: Iterable[int]) -> tuple[str, ...]:
        """The aspects of the concepts and of the tags that they relate to."""
        pks = list(pks)
        pks += [tag.id for pk in pks for tag in self._index.related(pk)]
        aspects = (self._index.aspect_of(pk) for pk in pks)
        return tuple(dict.fromkeys(aspect for aspect in aspects if aspect))


def _notations(concepts, scheme: str, level: str = "") -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            concept.notation
            for concept in concepts
            if concept.scheme == scheme and (not level or concept.level == level)
        )
    )

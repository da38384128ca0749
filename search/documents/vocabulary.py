"""The vocabularies as documents need them: labels, what is broader, what is related."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from language import LANGUAGES
from taxonomy.models import Concept, Label, Relation


class ConceptFacts(NamedTuple):
    pk: int
    scheme: str
    notation: str
    broader: int | None
    level: str
    aspect: str

    @property
    def identifier(self) -> str:
        return f"{self.scheme}:{self.notation}"


class Vocabulary:
    """All concepts, and the labels of those that are used; three queries."""

    def __init__(self, used: Iterable[int]):
        self._concepts = {
            row[0]: ConceptFacts(*row)
            for row in Concept.objects.order_by().values_list(
                "pk", "scheme__slug", "notation", "broader", "level", "aspect"
            )
        }
        self._related: dict[int, list[int]] = defaultdict(list)
        for source, target in Relation.objects.values_list("source", "target"):
            self._related[source].append(target)
        self._labels: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
        rows = Label.objects.filter(concept__in=set(used)).order_by("kind", "text")
        for concept, *label in rows.values_list("concept", "language", "kind", "text"):
            self._labels[concept].append(tuple(label))

    def __getitem__(self, pk: int) -> ConceptFacts:
        return self._concepts[pk]

    def names(self, pk: int) -> dict[str, str]:
        """The preferred label in each language that has one."""
        return {
            language: text
            for language, kind, text in self._labels[pk]
            if kind == Label.Kind.PREF
        }

    def words(self, pks: Iterable[int]) -> dict[str, tuple[str, ...]]:
        """Every label of the concepts, in each language."""
        words: dict[str, dict[str, None]] = {lang: {} for lang in LANGUAGES}
        for pk in pks:
            for language, _kind, text in self._labels[pk]:
                words.setdefault(language, {})[text] = None
        return {language: tuple(texts) for language, texts in words.items()}

    def with_broader(self, pks: Iterable[int]) -> list[ConceptFacts]:
        """The concepts and everything above them, each once."""
        found: dict[int, ConceptFacts] = {}
        for pk in pks:
            while pk in self._concepts and pk not in found:
                found[pk] = self._concepts[pk]
                pk = found[pk].broader
        return list(found.values())

    def narrowings(self, pks: Iterable[int]) -> dict[str, tuple[str, ...]]:
        """The facets that come from concepts: ``theme``, ``goal`` (of the concepts
        and of what they relate to), ``district`` and ``concept`` (each and what is
        broader, so that a theme's page shows what has its tags)."""
        pks = list(pks)
        own = self.with_broader(pks)
        related = self.with_broader(
            target for concept in own for target in self._related[concept.pk]
        )
        return {
            "concept": tuple(concept.identifier for concept in own),
            "theme": _notations(own, "sustainability", Concept.Level.THEME),
            "goal": _notations([*own, *related], "sdg", Concept.Level.GOAL),
            "district": _notations(own, "districts"),
        }

    def aspects(self, pks: Iterable[int], *, related: bool = False) -> tuple[str, ...]:
        """The aspects of the concepts; with ``related``, of their relations too."""
        pks = list(pks)
        if related:
            pks += [target for pk in pks for target in self._related[pk]]
        return tuple(
            dict.fromkeys(
                concept.aspect
                for pk in pks
                if (concept := self._concepts.get(pk)) and concept.aspect
            )
        )


def _notations(concepts, scheme: str, level: str = "") -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            concept.notation
            for concept in concepts
            if concept.scheme == scheme and (not level or concept.level == level)
        )
    )

"""All concepts in memory: what listings, choosers and search ask a thousand times.

The index is frozen. :func:`taxonomy.queries.concept_index` gives the one that is
true now; hold it in a variable for the length of a request, no longer.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.urls import reverse

from core.languages import LANGUAGE_CODES, Text, current_language

from .models import Aspect, Concept, Label, Relation


@dataclass(frozen=True, slots=True)
class IndexedLabel:
    language: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class IndexedConcept:
    """A concept as it was when the index was built."""

    id: int
    scheme: str
    notation: str
    level: str
    aspect: str
    broader_id: int | None
    deprecated: bool
    replaced_by_id: int | None
    uri: str
    #: Preferred label by language code.
    names: Mapping[str, str]
    labels: tuple[IndexedLabel, ...]
    details: Mapping[str, object]

    def __str__(self) -> str:
        return self.name.text

    @property
    def pk(self) -> int:
        return self.id

    @property
    def identifier(self) -> str:
        """Stable across installations: ``scheme:notation``."""
        return f"{self.scheme}:{self.notation}"

    @property
    def name(self) -> Text:
        return self.name_in(current_language())

    def name_in(self, lang: str) -> Text:
        for code in (lang, *(c for c in LANGUAGE_CODES if c != lang)):
            if code in self.names:
                return Text(self.names[code], code)
        return Text(self.notation, lang)

    @property
    def aspect_name(self) -> str:
        return str(Aspect(self.aspect).label) if self.aspect else ""

    @property
    def level_name(self) -> str:
        return str(Concept.Level(self.level).label) if self.level else ""

    def get_absolute_url(self) -> str:
        return reverse("concept", args=[self.scheme, self.notation])


class ConceptIndex:
    """Every concept, the tree that they form, and what relates to what."""

    def __init__(
        self,
        concepts: Iterable[IndexedConcept],
        relations: Iterable[tuple[int, int]] = (),
    ):
        """``concepts`` as siblings should follow each other; ``relations`` as
        pairs of ids, source first."""
        self._by_id = {concept.id: concept for concept in concepts}
        self._by_identifier = {
            (concept.scheme, concept.notation): concept
            for concept in self._by_id.values()
        }
        self._narrower: dict[int | None, list[IndexedConcept]] = defaultdict(list)
        for concept in self._by_id.values():
            self._narrower[concept.broader_id].append(concept)
        self._targets: dict[int, list[int]] = defaultdict(list)
        self._sources: dict[int, list[int]] = defaultdict(list)
        for source, target in relations:
            self._targets[source].append(target)
            self._sources[target].append(source)
        self._depth = {c.id: depth for c, depth in self._walk(None, 0)}

    def _walk(self, broader: int | None, depth: int):
        for concept in self._narrower.get(broader, ()):
            yield concept, depth
            yield from self._walk(concept.id, depth + 1)

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[IndexedConcept]:
        """Depth first: each concept before its narrower ones."""
        return (self._by_id[pk] for pk in self._depth)

    def __getitem__(self, concept_id: int) -> IndexedConcept:
        return self._by_id[concept_id]

    def get(self, concept_id: int | None) -> IndexedConcept | None:
        return self._by_id.get(concept_id)

    def find(self, scheme: str, notation: str) -> IndexedConcept | None:
        return self._by_identifier.get((scheme, notation))

    def depth(self, concept_id: int) -> int:
        """0 for a concept with nothing broader."""
        return self._depth.get(concept_id, 0)

    def roots(self, scheme: str) -> list[IndexedConcept]:
        return [c for c in self._narrower.get(None, ()) if c.scheme == scheme]

    def narrower(self, concept_id: int) -> list[IndexedConcept]:
        """The concepts right below, in their order."""
        return list(self._narrower.get(concept_id, ()))

    def path(self, concept_id: int) -> list[IndexedConcept]:
        """From the top of the tree down to the concept itself."""
        path: list[IndexedConcept] = []
        concept = self.get(concept_id)
        while concept is not None and concept not in path:
            path.append(concept)
            concept = self.get(concept.broader_id)
        return path[::-1]

    def descendants(self, concept_ids: Iterable[int]) -> set[int]:
        """The given concepts and everything below them."""
        found: set[int] = set()
        waiting = [pk for pk in concept_ids if pk in self._by_id]
        while waiting:
            pk = waiting.pop()
            if pk not in found:
                found.add(pk)
                waiting += (c.id for c in self._narrower.get(pk, ()))
        return found

    def ancestors(self, concept_ids: Iterable[int]) -> set[int]:
        """The given concepts and everything above them."""
        return {concept.id for pk in concept_ids for concept in self.path(pk)}

    def current(self, concept_id: int) -> IndexedConcept | None:
        """What stands for the concept today, if it was replaced."""
        concept, seen = self.get(concept_id), set()
        while concept and concept.replaced_by_id and concept.id not in seen:
            seen.add(concept.id)
            concept = self.get(concept.replaced_by_id)
        return concept

    def aspect_of(self, concept_id: int) -> str:
        """The aspect's code, or an empty text; a broader concept's if it has none."""
        for concept in reversed(self.path(concept_id)):
            if concept.aspect:
                return concept.aspect
        return ""

    def theme_of(self, concept_id: int) -> IndexedConcept | None:
        """The theme that a tag belongs to; a theme is its own."""
        for concept in reversed(self.path(concept_id)):
            if concept.level == Concept.Level.THEME:
                return concept
        return None

    def related(self, concept_id: int, scheme: str = "") -> list[IndexedConcept]:
        """What the concept says that it is related to (in ``scheme``, or anywhere)."""
        return self._pick(self._targets, concept_id, scheme)

    def related_from(self, concept_id: int, scheme: str = "") -> list[IndexedConcept]:
        """What says that it is related to the concept."""
        return self._pick(self._sources, concept_id, scheme)

    def _pick(self, ties, concept_id, scheme):
        concepts = (self._by_id[pk] for pk in ties.get(concept_id, ()))
        return [c for c in concepts if not scheme or c.scheme == scheme]

    def goals_of(self, concept_ids: Iterable[int]) -> list[IndexedConcept]:
        """The Global Goals that these tags contribute to, in the goals' order."""
        goals = {
            above.id
            for pk in concept_ids
            for target in self.related(pk, "sdg")
            for above in self.path(target.id)
            if above.level == Concept.Level.GOAL
        }
        return [concept for concept in self.roots("sdg") if concept.id in goals]

    def search(self, text: str) -> list[IndexedConcept]:
        """Concepts with a label, in any language, that holds every word of ``text``.

        In memory, because a database folds the case of å, ä and ö only if its
        collation does. Names that begin with the text come first, then labels
        that do, then the rest; equals stay in the order of the tree.
        """
        wanted = " ".join(text.casefold().split())
        if not wanted:
            return []
        ranked = []
        for concept in self:
            ranks = [
                _rank(wanted, label.text.casefold(), label.kind == Label.Kind.PREF)
                for label in concept.labels
            ]
            ranks.append(_rank(wanted, concept.notation.casefold(), preferred=False))
            if best := min((rank for rank in ranks if rank), default=0):
                ranked.append((best, concept))
        return [concept for _, concept in sorted(ranked, key=lambda pair: pair[0])]


def _rank(wanted: str, text: str, preferred: bool) -> int:
    """1 is best; 0 is no match."""
    if not all(word in text for word in wanted.split()):
        return 0
    if text.startswith(wanted):
        return 1 if preferred else 2
    return 3


def build_index() -> ConceptIndex:
    """Read everything (three queries)."""
    labels: dict[int, list[IndexedLabel]] = defaultdict(list)
    for pk, *label in Label.objects.order_by(
        "concept_id", "language", "-kind", "text"
    ).values_list("concept_id", "language", "kind", "text"):
        labels[pk].append(IndexedLabel(*label))
    rows = Concept.objects.order_by("scheme__slug", "order", "notation").values(
        "id", "scheme__slug", "notation", "level", "aspect", "broader_id",
        "status", "replaced_by_id", "uri", "details",
    )  # fmt: skip
    concepts = [
        IndexedConcept(
            id=row["id"],
            scheme=row["scheme__slug"],
            notation=row["notation"],
            level=row["level"],
            aspect=row["aspect"],
            broader_id=row["broader_id"],
            deprecated=row["status"] == Concept.Status.DEPRECATED,
            replaced_by_id=row["replaced_by_id"],
            uri=row["uri"],
            names=MappingProxyType(
                {
                    label.language: label.text
                    for label in labels[row["id"]]
                    if label.kind == Label.Kind.PREF
                }
            ),
            labels=tuple(labels[row["id"]]),
            details=MappingProxyType(row["details"]),
        )
        for row in rows
    ]
    relations = Relation.objects.order_by("target__order", "target_id").values_list(
        "source_id", "target_id"
    )
    return ConceptIndex(concepts, relations)
